"""Which source spells whom how, and which names in the texts no record accounts for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Literal, TypeAlias

from attrs import frozen

from claimtrack.analysis.capitals import candidates, habits_of
from claimtrack.analysis.knownnames import KnownNames, Name, normal_form
from claimtrack.analysis.names import names_of, plain_words
from claimtrack.analysis.tokens import Token, joined, tokens
from claimtrack.model.ids import SPEAKER_TOKENS
from claimtrack.model.sources import Source
from claimtrack.model.speakers import Speaker

if TYPE_CHECKING:
    from claimtrack.corpus.corpus import Corpus

#: The paragraphs of each text that is there, by the id of its source.
Paragraphs: TypeAlias = Mapping[str, Sequence[str]]
#: What bears names.
Bearer: TypeAlias = Literal["speaker", "event"]

#: How many speakers are suggested for a name.
_SUGGESTED = 3
#: Words of fewer letters suggest nobody.
_TELLING = 4


@frozen(kw_only=True)
class Spelling:
    """A name as one source prints it."""

    text: str
    source: str
    #: The paragraph of each occurrence, in order.
    at: tuple[int, ...]
    #: The ids of others who bear the same name.
    shared_with: tuple[str, ...] = ()


@frozen(kw_only=True)
class Spelt:
    """A speaker or an event, and how the sources spell it."""

    kind: Bearer
    id: str
    name: str
    #: By source; the most frequent first.
    spellings: tuple[Spelling, ...]


@frozen(kw_only=True)
class Unexplained:
    """A name in the texts that no record accounts for."""

    text: str
    #: Where it stands: a spelling for each source.
    uses: tuple[Spelling, ...]
    #: The ids of speakers whose name it resembles, or is part of.
    perhaps: tuple[str, ...]

    @property
    def count(self) -> int:
        """How often it occurs."""
        return sum(len(use.at) for use in self.uses)


@frozen(kw_only=True)
class UnusedAlias:
    """An alias that no text holds."""

    kind: Bearer
    id: str
    alias: str


@frozen(kw_only=True)
class Concordance:
    """The names of a corpus and of its texts; made by `concordance`."""

    #: The speakers, then the events, that a text names, by id.
    spelt: tuple[Spelt, ...]
    #: The most frequent first.
    unexplained: tuple[Unexplained, ...]
    unused: tuple[UnusedAlias, ...]
    #: Those of the manifest's `other_names` that no text holds.
    unused_others: tuple[str, ...]


@frozen
class _Read:
    """A text taken apart."""

    source: Source
    paragraphs: tuple[tuple[Token, ...], ...]


def concordance(corpus: Corpus, texts: Paragraphs) -> Concordance:
    """Compare the names of a corpus with its texts, which are normalized as quotations are.

    Names that no record accounts for are not looked for in paragraphs that were passed over.
    """
    read = [
        _Read(corpus.sources[source], tuple(map(tokens, paragraphs)))
        for source, paragraphs in sorted(texts.items())
    ]
    known: dict[Bearer, KnownNames] = {
        "speaker": KnownNames.of(_speaker_names(corpus)),
        "event": KnownNames.of(_event_names(corpus)),
    }
    others = KnownNames.of([*_places(corpus), *_other_names(corpus)])
    occurring = {
        name
        for names in (*known.values(), others)
        for text in read
        for paragraph in text.paragraphs
        for name in names.occurring(paragraph)
    }
    return Concordance(
        spelt=tuple(
            spelt for kind, names in known.items() for spelt in _spelt(kind, names, read, corpus)
        ),
        unexplained=_unexplained(read, [*known.values(), others], corpus),
        unused=tuple(_unused(corpus, occurring)),
        unused_others=tuple(
            name for name in corpus.manifest.other_names if normal_form(name) not in occurring
        ),
    )


def _speaker_names(corpus: Corpus) -> Iterator[Name]:
    for speaker in corpus.speakers.values():
        for name in (speaker.name, *speaker.aliases):
            yield Name(name, speaker.id)
    for utterances in corpus.index.read_in.values():
        for item in (utterance.attribution for utterance in utterances):
            printed = [(item.speaker, item.printed_as)]
            printed += [(relay.speaker, relay.printed_as) for relay in (*item.citing, *item.via)]
            for bearer, spelling in printed:
                if spelling and bearer not in SPEAKER_TOKENS:
                    yield Name(spelling, bearer, item.source)


def _event_names(corpus: Corpus) -> Iterator[Name]:
    for event in corpus.events.values():
        for name in (event.name, *event.aliases):
            yield Name(name, event.id)


def _places(corpus: Corpus) -> Iterator[Name]:
    """Yield the places of events, each part of `Jeddah, Saudi Arabia`, and the names in theirs."""
    for event in corpus.events.values():
        for place in (event.place or "").split(","):
            yield Name(place, event.id)
        for name in (event.name, *event.aliases):
            for capital, part in groupby(tokens(name), _is_inner_capital):
                if capital:
                    yield Name(joined(part), event.id)


def _is_inner_capital(token: Token) -> bool:
    return token.is_capital and not token.begins


def _other_names(corpus: Corpus) -> Iterator[Name]:
    for name in corpus.manifest.other_names:
        yield Name(name, name)


def _spelt(
    kind: Bearer, names: KnownNames, read: Iterable[_Read], corpus: Corpus
) -> Iterator[Spelt]:
    found: dict[str, dict[tuple[str, str], list[int]]] = defaultdict(lambda: defaultdict(list))
    shared: dict[tuple[str, str], tuple[str, ...]] = {}
    for text in read:
        for number, paragraph in enumerate(text.paragraphs, 1):
            for match in names.matches(paragraph, text.source.id):
                place = text.source.id, match.text
                shared[place] = match.bearers
                for bearer in match.bearers:
                    found[bearer][place].append(number)
    for bearer, places in sorted(found.items()):
        yield Spelt(
            kind=kind,
            id=bearer,
            name=_name(kind, bearer, corpus),
            spellings=tuple(
                Spelling(
                    text=spelling,
                    source=source,
                    at=tuple(at),
                    shared_with=tuple(one for one in shared[source, spelling] if one != bearer),
                )
                for (source, spelling), at in sorted(places.items(), key=_by_source)
            ),
        )


def _by_source(item: tuple[tuple[str, str], list[int]]) -> tuple[str, int, str]:
    (source, spelling), at = item
    return source, -len(at), spelling


def _name(kind: Bearer, bearer: str, corpus: Corpus) -> str:
    if kind == "speaker":
        return corpus.name_of(bearer)
    return corpus.events[bearer].name


def _unexplained(
    read: Sequence[_Read], known: Sequence[KnownNames], corpus: Corpus
) -> tuple[Unexplained, ...]:
    habits = habits_of(paragraph for text in read for _, paragraph in _to_explain(text))
    found: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for text in read:
        for number, paragraph in _to_explain(text):
            mask = _mask(paragraph, known, text.source.id)
            for start, end in candidates(paragraph, habits, mask):
                found[joined(paragraph[start:end])][text.source.id].append(number)
    words = _words(corpus)
    unexplained = [
        Unexplained(
            text=name,
            uses=tuple(
                Spelling(text=name, source=source, at=tuple(at)) for source, at in uses.items()
            ),
            perhaps=tuple(_perhaps(name, words, corpus))[:_SUGGESTED],
        )
        for name, uses in found.items()
    ]
    return tuple(sorted(unexplained, key=lambda item: (-item.count, item.text)))


def _to_explain(text: _Read) -> Iterator[tuple[int, tuple[Token, ...]]]:
    """Yield the paragraphs that were not passed over, with their numbers."""
    passed = {
        number
        for item in text.source.passed_over
        if item.at.label == "paragraph"
        for number in item.at.numbers
    }
    for number, paragraph in enumerate(text.paragraphs, 1):
        if number not in passed:
            yield number, paragraph


def _mask(paragraph: Sequence[Token], known: Iterable[KnownNames], source: str) -> list[bool]:
    mask = [False] * len(paragraph)
    for names in known:
        for match in names.matches(paragraph, source):
            start, end = match.span
            mask[start:end] = [True] * (end - start)
    return mask


def _words(corpus: Corpus) -> Mapping[str, set[str]]:
    """Return the speakers whose names hold each telling word."""
    words: dict[str, set[str]] = defaultdict(set)
    for speaker in corpus.speakers.values():
        if speaker.kind != "anonymous":
            for name in (speaker.name, *speaker.aliases):
                for word in plain_words(name):
                    words[word].add(speaker.id)
    return words


def _perhaps(name: str, words: Mapping[str, set[str]], corpus: Corpus) -> Iterator[str]:
    """Yield the speakers whose names a name resembles, or of whose names it is a part."""
    asked = Speaker(id="", name=name, kind="person")
    told = {item.other: None for item in names_of(corpus.speakers).resembling(asked)}
    own = plain_words(name)
    if own and max(map(len, own)) >= _TELLING:
        bearing = [words.get(word, set()) | words.get(f"{word}s", set()) for word in own]
        told |= dict.fromkeys(sorted(set.intersection(*bearing)))
    yield from told


def _unused(corpus: Corpus, occurring: set[str]) -> Iterator[UnusedAlias]:
    for speaker in corpus.speakers.values():
        for alias in speaker.aliases:
            if normal_form(alias) not in occurring:
                yield UnusedAlias(kind="speaker", id=speaker.id, alias=alias)
    for event in corpus.events.values():
        for alias in event.aliases:
            if normal_form(alias) not in occurring:
                yield UnusedAlias(kind="event", id=event.id, alias=alias)
