"""Where words stand in the text of a source, with the lines that a record takes from there."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from attrs import field, frozen

from claimtrack.model.locators import Locator
from claimtrack.report.measure import cut
from claimtrack.report.rows import wrapped
from claimtrack.text.nearest import nearest
from claimtrack.text.normalized import DOUBLE_QUOTES, Normalized
from claimtrack.text.quotes import Match, find, printed, quoted, words
from claimtrack.text.scalars import BARE, PROSE, WIDTH, written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.report.rows import Row
    from claimtrack.report.words import Piece

#: The most words that a quote and a cue may have.
MAX_QUOTE, MAX_CUE = 60, 12
#: How far an attribution's keys are indented in the file of a claim.
_INDENT = 8
#: How much is shown of the paragraph before and after the words, in columns.
_CONTEXT = 60
_MARKS = f'"{DOUBLE_QUOTES}'
_STOPS = f".,;:!?{_MARKS}"


@frozen(kw_only=True)
class Place:
    """A place where words stand in a text."""

    #: The paragraph, or the paragraphs over which the words run.
    at: Locator
    #: The words exactly as printed, ready to be put in a record.
    text: str
    #: Whether they stand in quotation marks: then they are a quote, else a cue.
    quoted: bool
    #: What stands before and after them in the paragraph.
    before: str = field(repr=False)
    after: str = field(repr=False)

    @property
    def words(self) -> int:
        """How many words they are."""
        return words(self.text)

    @property
    def is_too_long(self) -> bool:
        """Whether a record may not hold so many words."""
        return self.words > (MAX_QUOTE if self.quoted else MAX_CUE)


def places(wanted: str, paragraphs: Sequence[str]) -> tuple[Place, ...]:
    """Find every place where words stand, within a paragraph or else across paragraphs.

    Quotation marks around all of the words are no part of them.
    """
    text = Normalized.of("\n".join(paragraphs))
    sought = wanted.strip().strip(_MARKS)
    starts = _starts(paragraphs)
    within = [
        Match(text, tuple((start + offset, end + offset) for start, end in match.spans))
        for offset, paragraph in zip(starts, paragraphs, strict=True)
        for match in find(sought, paragraph)
    ]
    return tuple(_place(match, starts) for match in within or find(sought, text))


def nearest_place(wanted: str, paragraphs: Sequence[str]) -> tuple[Place, float] | None:
    """Find the words most like those that are not there, and how alike they are, up to 1."""
    near = nearest(wanted, paragraphs)
    if near is None:
        return None
    # A stop that the words asked for do not end in is no part of them.
    stops = _STOPS if wanted.strip().strip(_MARKS)[-1:].isalnum() else ""
    alike = near.text.strip(_MARKS).rstrip(stops)
    found = [place for place in places(alike, paragraphs) if near.paragraph in place.at.numbers]
    return (found[0], near.score) if found else None


def place_rows(place: Place, *, width: int) -> tuple[Row, ...]:
    """Return a place as a person reads it: the paragraph, and the words in what is around them."""
    around: list[Piece | str] = [
        (f"{place.at}: ", "bold"),
        _tail(place.before),
        (place.text, "bold green"),
        _head(place.after),
    ]
    return wrapped(around, width, hang=2)


def pasted_rows(place: Place) -> tuple[Row, ...]:
    """Return the lines to paste into an attribution: `at`, and `quote` or `cue`."""
    key = "quote" if place.quoted else "cue"
    lines = [f"at: {written(str(place.at), BARE, room=WIDTH)[0]}"]
    first, *rest = written(place.text, PROSE, room=WIDTH - _INDENT - len(f"{key}: "))
    lines += [f"{key}: {first}", *(f"  {line}" for line in rest)]
    return tuple(((f"{' ' * _INDENT}{line}", ""),) for line in lines)


def remark(place: Place) -> str:
    """Say what a record may take of the words, where that is not all plain."""
    if place.is_too_long:
        most = MAX_QUOTE if place.quoted else MAX_CUE
        what = "quote" if place.quoted else "cue"
        return f"{place.words} words, and a {what} has at most {most}: leave some out with […]"
    if not place.quoted:
        return "outside quotation marks: a cue, and no quote of what somebody said"
    return ""


def _place(match: Match, starts: Sequence[int]) -> Place:
    text = match.text.original
    numbers = sorted(
        {
            number
            for start, end in match.spans
            for number in range(bisect_right(starts, start), bisect_right(starts, end - 1) + 1)
        }
    )
    label = "paragraph" if len(numbers) == 1 else "paragraphs"
    return Place(
        at=Locator.parse(f"{label} {', '.join(map(str, numbers))}"),
        text=printed(match),
        quoted=quoted(match),
        before=text[: match.start].rpartition("\n")[2],
        after=text[match.end :].partition("\n")[0],
    )


def _starts(paragraphs: Sequence[str]) -> list[int]:
    starts, position = [], 0
    for paragraph in paragraphs:
        starts.append(position)
        position += len(paragraph) + 1
    return starts


def _head(text: str) -> str:
    return cut(text, _CONTEXT)


def _tail(text: str) -> str:
    if len(text) <= _CONTEXT:
        return text
    return f"…{text[-_CONTEXT:].partition(' ')[2] or text[-_CONTEXT:]}"
