"""What in a text looks like a name: words with capitals, and what stands between them.

No model and no dictionary is asked, only how the texts themselves write their words. It is made
for English and other languages that give capitals to names only, and for scripts with capitals.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import frozen

from claimtrack.analysis.lexicon import (
    ABBREVIATIONS,
    ARTICLES,
    BODIES,
    CALENDAR,
    FUNCTION_WORDS,
    JOINED,
    OWNERS,
    PARTICLES,
    SECOND_PARTICLES,
    SMALL_IN_HEADINGS,
    TITLES,
    is_people,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimtrack.analysis.tokens import Token

#: A stretch of so many words with capitals may be a headline.
_HEADING = 3
#: A name of more words is parted.
_MOST_WORDS = 16
#: Beside a hyphen so many letters are no name, but part of one.
_LETTERS = 2


@frozen
class Habits:
    """How some texts write their words."""

    #: The words that have a capital inside a sentence.
    inside: frozenset[str]
    #: The words that are written small somewhere.
    small: frozenset[str]

    def is_common(self, word: str) -> bool:
        """Tell whether a word is written small, and with a capital only where all words are."""
        return word not in self.inside and word.lower() in self.small

    def is_always_great(self, word: str) -> bool:
        """Tell whether a word has a capital inside a sentence and is never written small."""
        return word in self.inside and word.lower() not in self.small


def habits_of(paragraphs: Iterable[Sequence[Token]]) -> Habits:
    """Learn from texts how they write their words; headlines tell nothing."""
    inside: set[str] = set()
    small: set[str] = set()
    for paragraph in paragraphs:
        headed = _headed(paragraph)
        for token, in_heading in zip(paragraph, headed, strict=True):
            if token.text[0].islower():
                small.add(token.text)
            elif token.is_capital and not token.begins and not in_heading:
                inside.add(token.text)
    return Habits(frozenset(inside), frozenset(small))


def candidates(
    paragraph: Sequence[Token], habits: Habits, known: Sequence[bool]
) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a paragraph that look like names and are not known to be.

    `known` tells of each token whether it is part of a known name. A title before a name is left
    out; a word that only begins a sentence is no name unless the texts write it with a capital
    inside a sentence too, or it is part of a longer name.
    """
    named = _named(paragraph, habits)
    at = 0
    while at < len(paragraph):
        if not named[at]:
            at += 1
            continue
        run = _run(paragraph, named, known, at)
        kept = _without_title(paragraph, _without_begin(paragraph, run, habits), known)
        kept = _without_people(paragraph, kept)
        if _is_name(paragraph, kept, habits, known):
            yield _with_article(paragraph, kept[0]), kept[-1] + 1
        at = run[-1] + 1


def _named(paragraph: Sequence[Token], habits: Habits) -> list[bool]:
    """Tell of each token whether it may be a word of a name."""
    return [
        token.is_capital
        and token.text not in FUNCTION_WORDS
        and token.text not in CALENDAR
        and (len(token.text) > 1 or _is_hyphened(paragraph, at))
        and (not in_heading or habits.is_always_great(token.text))
        for at, (token, in_heading) in enumerate(zip(paragraph, _headed(paragraph), strict=True))
    ]


def _is_hyphened(paragraph: Sequence[Token], at: int) -> bool:
    """Tell whether a word is written together with one before it."""
    return at > 1 and not paragraph[at].spaced and paragraph[at - 1].text == "-"


def _headed(paragraph: Sequence[Token]) -> list[bool]:
    """Tell of each token whether it stands in a headline, or in a title in quotation marks."""
    headed = [_is_heading(paragraph)] * len(paragraph)
    marks = [at for at, token in enumerate(paragraph) if token.text == '"']
    for first, last in pairwise(marks):
        if paragraph[first].spaced and _is_heading(paragraph[first:last]):
            headed[first:last] = [True] * (last - first)
    return headed


def _is_heading(stretch: Sequence[Token]) -> bool:
    """Tell whether every word has a capital but for the small ones, of which there is one."""
    words = [
        token.text
        for at, token in enumerate(stretch)
        if token.text[0].isalpha() and not _is_hyphened(stretch, at)
    ]
    capitals = [word for word in words if word[0].isupper()]
    return (
        len(words) >= _HEADING
        and (len(words) > len(capitals) or len(words) > _HEADING)
        and len([word for word in capitals if word not in FUNCTION_WORDS]) > 1
        and all(word in SMALL_IN_HEADINGS for word in words if word[0].islower())
        and words[0][0].isupper()
    )


def _run(
    paragraph: Sequence[Token], named: Sequence[bool], known: Sequence[bool], start: int
) -> list[int]:
    """Return the words of the name that begins at a token."""
    run = [start]
    while len(run) < _MOST_WORDS and (after := _next(paragraph, named, run)) is not None:
        if _are_two(paragraph, known, run[-1], after):
            break
        run.append(after)
    return run


def _are_two(paragraph: Sequence[Token], known: Sequence[bool], one: int, other: int) -> bool:
    """Tell whether a hyphen joins a known name and another, as in Iran-Iraq, but not in ISIS-K."""
    left, right = paragraph[one], paragraph[other]
    shorter = min(len(left.text), len(right.text))
    return known[one] != known[other] and not right.spaced and shorter > _LETTERS


def _next(paragraph: Sequence[Token], named: Sequence[bool], run: Sequence[int]) -> int | None:
    """Return the next word of a name, if it goes on."""
    at = run[-1] + 1
    if _text(paragraph, at) == "." and paragraph[run[-1]].text in ABBREVIATIONS:
        at += 1
    if at >= len(paragraph):
        return None
    spaced = paragraph[at].spaced
    after = at + _between(paragraph, at, run) if spaced else _glued(paragraph, at)
    if after >= len(paragraph):
        return None
    digits = paragraph[after - 1].text == "-" and paragraph[after].text[0].isdigit()
    return after if named[after] or (digits and after > at) else None


def _between(paragraph: Sequence[Token], at: int, run: Sequence[int]) -> int:
    """Count the small words that may stand here inside a name."""
    word = _text(paragraph, at)
    if word in ARTICLES and _text(paragraph, at + 1) == "-":
        return 2
    if word == "and":
        return int(paragraph[run[0]].text in BODIES and _text(paragraph, run[0] + 1) == "of")
    if word in PARTICLES or (word == "for" and _is_body(paragraph, run)):
        return 2 if _text(paragraph, at + 1) in SECOND_PARTICLES else 1
    return 0


def _glued(paragraph: Sequence[Token], at: int) -> int:
    """Return the word after a hyphen, or after the possession of those to whom things belong."""
    mark = paragraph[at].text
    after = at + 1
    if after < len(paragraph):
        if mark == "-" and not paragraph[after].spaced:
            return after
        if mark == "'s" and paragraph[at - 1].text in OWNERS:
            return after
    return len(paragraph)


def _without_begin(paragraph: Sequence[Token], run: list[int], habits: Habits) -> list[int]:
    """Leave out a common word with which a sentence begins, as in Critics of Iran."""
    first = paragraph[run[0]]
    if not first.begins or len(run) == 1:
        return run
    known = first.text in habits.inside or first.text in BODIES
    noun = _text(paragraph, run[0] + 1) == "of" and not known
    return run[1:] if noun or habits.is_common(first.text) else run


def _without_title(paragraph: Sequence[Token], run: list[int], known: Sequence[bool]) -> list[int]:
    """Leave out the title before a name, with what it is the title of; not in a body's name."""
    titles = [
        place for place, at in enumerate(run) if paragraph[at].text in TITLES and not known[at]
    ]
    if not titles:
        return run
    before, rest = run[: titles[-1]], run[titles[-1] + 1 :]
    if any(paragraph[at].text in BODIES and not known[at] for at in before):
        return run
    office = _text(paragraph, run[titles[-1]] + 1) == "of" and not _is_body(paragraph, rest)
    return rest[1:] if office else rest


def _without_people(paragraph: Sequence[Token], run: list[int]) -> list[int]:
    """Leave out the nation before a name, unless it is part of a body's name."""
    if _is_body(paragraph, run):
        return run
    words = [paragraph[at].text for at in run]
    count = next(
        (place for place, word in enumerate(words) if not is_people(word) or word in JOINED),
        len(words),
    )
    return run[count:]


def _is_name(
    paragraph: Sequence[Token], run: Sequence[int], habits: Habits, known: Sequence[bool]
) -> bool:
    left = [
        paragraph[at]
        for at in run
        if not known[at] and not is_people(paragraph[at].text) and paragraph[at].text not in TITLES
    ]
    if not left or (len(run) == 1 and left[0].text in BODIES):
        return False
    first = left[0]
    return (
        len(run) > 1 or not first.begins or first.is_acronym or habits.is_always_great(first.text)
    )


def _with_article(paragraph: Sequence[Token], start: int) -> int:
    """Return where a name begins, with an article that is written together with it."""
    if start > 1 and _is_hyphened(paragraph, start) and paragraph[start - 2].text in ARTICLES:
        return start - 2
    return start


def _is_body(paragraph: Sequence[Token], run: Iterable[int]) -> bool:
    return any(paragraph[at].text in BODIES for at in run)


def _text(paragraph: Sequence[Token], at: int) -> str:
    return paragraph[at].text if at < len(paragraph) else ""
