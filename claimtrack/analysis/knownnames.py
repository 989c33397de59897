"""Where the names that the records hold stand in a text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from attrs import frozen

from claimtrack.analysis.lexicon import TITLES
from claimtrack.analysis.tokens import Token, joined, tokens

_Words: TypeAlias = tuple[str, ...]
_ARTICLES = ("the", "The")


@frozen
class Name:
    """A name that is looked for, and who bears it."""

    #: As the records spell it.
    text: str
    #: The id of the bearer.
    bearer: str
    #: The source in which alone it is the bearer's name, None for all.
    source: str | None = None


@frozen
class Match:
    """A place where a name stands."""

    #: The tokens from the first to before the last.
    span: tuple[int, int]
    #: The name as it stands there; a first letter that is a capital only because a sentence begins
    #: is as the records have it.
    text: str
    #: The ids of those who bear it, sorted.
    bearers: tuple[str, ...]


@frozen(repr=False)
class KnownNames:
    """Names to look for; made by `KnownNames.of`.

    A name is also found without the article and the title that it begins with in the records
    (`Mr Amin`, `the Houses`), and with a capital where it begins with a small letter.
    """

    #: How each name is written where it stands in these words, and whose it is.
    _names: Mapping[_Words, tuple[tuple[str, Name], ...]]
    #: How many words the names have that begin with a word, the most first.
    _lengths: Mapping[str, tuple[int, ...]]

    @staticmethod
    def of(names: Iterable[Name]) -> KnownNames:
        """Arrange names so that they are found fast."""
        found: dict[_Words, list[tuple[str, Name]]] = defaultdict(list)
        lengths: dict[str, set[int]] = defaultdict(set)
        for name in names:
            for words, text in _forms(name.text):
                found[words].append((text, name))
                lengths[words[0]].add(len(words))
        return KnownNames(
            {words: tuple(held) for words, held in found.items()},
            {first: tuple(sorted(held, reverse=True)) for first, held in lengths.items()},
        )

    def matches(self, text: Sequence[Token], source: str) -> Iterator[Match]:
        """Yield where names stand in a paragraph of a source, the longest of those that overlap."""
        words = tuple(token.text for token in text)
        at = 0
        while at < len(words):
            match = next(self._at(at, words, source), None)
            if match is not None:
                yield match
            at = match.span[1] if match else at + 1

    def occurring(self, text: Sequence[Token]) -> Iterator[str]:
        """Yield each name that stands in a paragraph, be it within a longer one."""
        words = tuple(token.text for token in text)
        for at, word in enumerate(words):
            for length in self._lengths.get(word, ()):
                for name, _ in self._names.get(words[at : at + length], ()):
                    yield name

    def _at(self, at: int, words: _Words, source: str) -> Iterator[Match]:
        for length in self._lengths.get(words[at], ()):
            held = [
                (text, name.bearer)
                for text, name in self._names.get(words[at : at + length], ())
                if name.source in (None, source)
            ]
            if held:
                bearers = tuple(sorted({bearer for _, bearer in held}))
                yield Match((at, at + length), min(held)[0], bearers)


def normal_form(name: str) -> str:
    r"""Return a name as it is found: its words and marks with single spaces where they are spaced.

    >>> normal_form("  Iran\u2019s  guard")
    "Iran's guard"
    """
    return joined(tokens(name))


def _forms(name: str) -> Iterator[tuple[_Words, str]]:
    """Yield the words by which a name is found, each with what it is then."""
    for part in _parts(tokens(name)):
        words = tuple(token.text for token in part)
        text = joined(part)
        yield words, text
        if words[0][:1].islower():
            yield (words[0][:1].upper() + words[0][1:], *words[1:]), text


def _parts(whole: tuple[Token, ...]) -> Iterator[tuple[Token, ...]]:
    """Yield a name, then without its article, then without its titles."""
    if whole:
        yield whole
    rest = whole[1:] if whole and whole[0].text in _ARTICLES else whole
    if rest and rest != whole:
        yield rest
    bare = rest
    while bare and (bare[0].text in TITLES or bare[0].text in {".", "-"}):
        bare = bare[1:]
    if bare and bare != rest:
        yield bare
