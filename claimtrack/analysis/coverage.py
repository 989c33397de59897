"""How much of a source was read: paragraph by paragraph, what was taken from it."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Literal, TypeAlias

from attrs import frozen

from claimtrack.corpus.texts import FoundText, SourceText
from claimtrack.model.locators import Span
from claimtrack.model.sources import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimtrack.corpus.index import Utterance
    from claimtrack.model.locators import Locator

#: What became of a paragraph.
State: TypeAlias = Literal["read", "passed-over", "unread"]


@frozen(kw_only=True)
class Paragraph:
    """A paragraph of a source, and what the records hold of it."""

    number: int
    #: What it says; None where the text is not there.
    text: str | None = None
    #: How many attributions are placed in it.
    attributions: int = 0
    #: Why it was passed over, a reason each time.
    passed_over: tuple[str, ...] = ()

    @property
    def state(self) -> State:
        """What became of it; an attribution outweighs that it was passed over."""
        if self.attributions:
            return "read"
        return "passed-over" if self.passed_over else "unread"


@frozen(kw_only=True)
class Coverage:
    """What was read of a source; made by `coverage_of`."""

    source: Source
    #: The text, why it is not there, or None where the source names none.
    text: SourceText | None
    #: Every paragraph of the text; without the text, only those that the records name.
    paragraphs: tuple[Paragraph, ...]
    #: The first and the last number of each run of paragraphs that nothing accounts for, of the
    #: text, or without it up to the last paragraph that the records name.
    unread: tuple[Span, ...]
    #: How many attributions the source has, in paragraphs or not.
    attributions: int
    #: How many of them are placed otherwise: by page, line or time, or not at all.
    elsewhere: int
    #: How many entries of `passed_over` are.
    passed_elsewhere: int
    #: The paragraphs that attributions or `passed_over` name after the end of the text.
    beyond: tuple[int, ...] = ()

    @property
    def last(self) -> int:
        """The number of the last paragraph that is known of, 0 where none is."""
        return self.paragraphs[-1].number if self.paragraphs else 0

    @property
    def unread_count(self) -> int:
        """How many paragraphs nothing accounts for, so far as the text is known."""
        return sum(last - first + 1 for first, last in self.unread)

    @property
    def is_whole(self) -> bool:
        """Whether the text is there, so that its last paragraph is known."""
        return isinstance(self.text, FoundText)

    @property
    def is_complete(self) -> bool:
        """Whether every paragraph is accounted for; never where the text is not there."""
        return self.is_whole and not self.unread

    @property
    def is_begun(self) -> bool:
        """Whether the source has an attribution, or a paragraph that was passed over."""
        return bool(self.attributions or self.source.passed_over)

    def count(self, state: State) -> int:
        """Return how many of the paragraphs that are listed are in a state."""
        return sum(paragraph.state == state for paragraph in self.paragraphs)


def coverage_of(
    source: Source, utterances: Iterable[Utterance], text: SourceText | None
) -> Coverage:
    """Tell what was read of a source by the attributions that were read in it.

    An attribution at several paragraphs counts in each of them. Paragraphs are numbered as
    `corpus.texts` numbers them.
    """
    places = [utterance.attribution.at for utterance in utterances]
    read = Counter(_numbers(places))
    passed: dict[int, list[str]] = defaultdict(list)
    for item in source.passed_over:
        for number in _numbers([item.at]):
            passed[number].append(item.reason)
    named = sorted(read.keys() | passed.keys())
    texts = text.paragraphs if isinstance(text, FoundText) else None
    listed = named if texts is None else range(1, len(texts) + 1)
    return Coverage(
        source=source,
        text=text,
        paragraphs=tuple(
            Paragraph(
                number=number,
                text=None if texts is None else texts[number - 1],
                attributions=read[number],
                passed_over=tuple(passed.get(number, ())),
            )
            for number in listed
        ),
        unread=tuple(_holes(named, listed[-1] if listed else 0)),
        attributions=len(places),
        elsewhere=sum(not _in_paragraphs(at) for at in places),
        passed_elsewhere=sum(not _in_paragraphs(item.at) for item in source.passed_over),
        beyond=() if texts is None else tuple(number for number in named if number > len(texts)),
    )


def _numbers(places: Iterable[Locator | None]) -> Iterator[int]:
    for at in places:
        if at is not None and _in_paragraphs(at):
            yield from at.numbers


def _in_paragraphs(at: Locator | None) -> bool:
    return at is not None and at.label == "paragraph"


def _holes(named: Iterable[int], last: int) -> Iterator[Span]:
    """Yield the runs of numbers from 1 to the last that are not named."""
    expected = 1
    for number in named:
        if expected < number:
            yield expected, min(number - 1, last)
        expected = number + 1
        if expected > last:
            return
    if expected <= last:
        yield expected, last
