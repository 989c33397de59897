"""How much of a source was read: a line a paragraph, and a strip in which holes are seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.corpus.texts import FoundText, MissingText
from claimtrack.model.locators import Locator
from claimtrack.report.measure import columns, cut
from claimtrack.report.phrases import counted
from claimtrack.report.rows import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimtrack.analysis.coverage import Coverage, Paragraph
    from claimtrack.model.locators import Span
    from claimtrack.report.rows import Row
    from claimtrack.report.words import Piece

#: From few attributions to many.
_HEIGHTS = "▁▂▃▄▅▆▇█"
_PASSED, _UNREAD = ("·", "dim"), ("!", "bold red")
#: How many attributions a bar shows, one block each, before it says that there are more.
_LONGEST_BAR = 7
#: A strip of more paragraphs would fill the screen and show nothing at once.
_LONGEST_STRIP = 2000
#: How much of a line a reason may take, in columns.
_REASON = 40
#: The most runs of unread paragraphs that are named in one line.
_MOST_RUNS = 40


def coverage_rows(coverage: Coverage, *, width: int, picture: bool = False) -> tuple[Row, ...]:
    """Return a source with a row for each paragraph, and what they come to.

    With a picture, a strip of all paragraphs (where they are not too many for one look) stands
    above, and a bar before each of them.
    """
    headline = f"{coverage.source.id}: {coverage.source.title}"
    rows: list[Row] = [((cut(headline, width), "bold"),)]
    if picture and 0 < coverage.last <= _LONGEST_STRIP:
        rows += _strip(coverage, width)
    rows += _lines(coverage, width, picture=picture)
    rows += [row for remark in _remarks(coverage) for row in wrapped([remark], width, hang=2)]
    return tuple(rows)


def total_rows(coverages: Sequence[Coverage], *, width: int) -> tuple[Row, ...]:
    """Return what several sources come to."""
    missing = sum(not coverage.is_whole for coverage in coverages)
    told = f"{counted(len(coverages), 'source')}, {_counts(coverages)}"
    if missing:
        told += f"; {counted(missing, 'text')} not there, so the rest of {_them(missing)} unknown"
    return wrapped([(told, "bold")], width, hang=2)


def runs(spans: Sequence[Span]) -> str:
    """Return runs of paragraphs as a locator, the first of them where there are many.

    >>> runs([(3, 3)]), runs([(3, 4), (7, 7)])
    ('paragraph 3', 'paragraphs 3-4, 7')
    """
    shown = str(Locator(label="paragraph", spans=tuple(spans[:_MOST_RUNS])))
    return f"{shown} …" if len(spans) > _MOST_RUNS else shown


def _strip(coverage: Coverage, width: int) -> Iterator[Row]:
    """Yield the paragraphs a column each, the first one's number before every row of them."""
    cells = _cells(coverage)
    margin = len(str(coverage.last)) + 3
    room = max(width - margin, 1)
    for start in range(0, len(cells), room):
        yield ((f"{start + 1:>{margin - 1}} ", "dim"), *cells[start : start + room])
    legend = f"{_HEIGHTS[0]}…{_HEIGHTS[-1]} read, · passed over, ! unread"
    yield ((f"{'':{margin}}{legend}", "dim"),)


def _cells(coverage: Coverage) -> list[Piece]:
    most = max((item.attributions for item in coverage.paragraphs), default=0)
    known = {item.number: item for item in coverage.paragraphs}
    return [_cell(known.get(number), most) for number in range(1, coverage.last + 1)]


def _cell(paragraph: Paragraph | None, most: int) -> Piece:
    if paragraph is None or paragraph.state == "unread":
        return _UNREAD
    if paragraph.state == "passed-over":
        return _PASSED
    return _HEIGHTS[(paragraph.attributions * len(_HEIGHTS) - 1) // most], "green"


def _lines(coverage: Coverage, width: int, *, picture: bool) -> Iterator[Row]:
    lines = sorted(_listed(coverage), key=lambda line: line[0])
    margin = max((len(number) for _, number, _ in lines), default=0) + 2
    most = max((item.attributions for item in coverage.paragraphs), default=0)
    digits = len(str(most))
    states = max((len(_state(item, digits)) for _, _, item in lines), default=0)
    for _, number, item in lines:
        pieces = [(f"{number:>{margin}}  ", "")]
        if picture:
            pieces.append(_bar(item))
        style = "bold red" if item is None or item.state == "unread" else ""
        pieces.append((f"{_state(item, digits):{states}}  ", style))
        room = width - sum(columns(text) for text, _ in pieces)
        pieces += _matter(item, max(room, 1))
        yield tuple(pieces)


def _listed(coverage: Coverage) -> Iterator[tuple[int, str, Paragraph | None]]:
    """Yield what gets a line: each paragraph, and without the text each run of unread ones."""
    for item in coverage.paragraphs:
        yield item.number, str(item.number), item
    if not coverage.is_whole:
        for first, last in coverage.unread:
            yield first, _span(first, last), None


def _span(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}-{last}"


def _state(paragraph: Paragraph | None, digits: int) -> str:
    if paragraph is None or paragraph.state == "unread":
        return "UNREAD"
    if paragraph.state == "passed-over":
        return "passed over"
    number = paragraph.attributions
    told = f"{'':{digits - len(str(number))}}{counted(number, 'attribution')}"
    return f"{told}, passed over" if paragraph.passed_over else told


def _bar(paragraph: Paragraph | None) -> Piece:
    number = paragraph.attributions if paragraph else 0
    blocks = "■" * number if number <= _LONGEST_BAR else f"{'■' * (_LONGEST_BAR - 1)}+"
    return f"{blocks:{_LONGEST_BAR}}  ", "green"


def _matter(paragraph: Paragraph | None, room: int) -> Iterator[Piece]:
    """Yield why a paragraph was passed over and how it begins, so far as there is room."""
    if paragraph is None:
        return
    reason = "; ".join(" ".join(reason.split()) for reason in paragraph.passed_over)
    if reason:
        shown = f"({cut(reason, min(_REASON, max(room - 2, 1)))})"
        yield shown, "dim"
        room -= columns(shown) + 1
    if paragraph.text and room > 1:
        yield f"{' ' if reason else ''}{cut(paragraph.text, room)}", ""


def _remarks(coverage: Coverage) -> Iterator[str]:
    unread = f" ({runs(coverage.unread)})" if coverage.unread else ""
    yield f"{_counts([coverage])}{unread}"
    if not coverage.is_whole:
        yield f"{_why_unknown(coverage)}: {_unknown(coverage)}"
    elif isinstance(coverage.text, FoundText) and not coverage.text.agrees:
        yield f'"{coverage.text.file}" is not the text that was read: its sha256 differs'
    if coverage.beyond:
        yield f"named after the end of the text: {runs(_joined(coverage.beyond))}"
    if coverage.elsewhere:
        told = counted(coverage.elsewhere, "attribution")
        yield f"not placed in paragraphs: {told} (by page, line or time, or without a place)"
    if coverage.passed_elsewhere:
        told = counted(coverage.passed_elsewhere, "place")
        yield f"passed over otherwise than by paragraph: {told}"


def _counts(coverages: Iterable[Coverage]) -> str:
    whole = list(coverages)
    read = sum(item.count("read") for item in whole)
    passed = sum(item.count("passed-over") for item in whole)
    unread = sum(item.unread_count for item in whole)
    attributions = sum(item.attributions for item in whole)
    return (
        f"{counted(read + passed + unread, 'paragraph')}: "
        f"{read} read ({counted(attributions, 'attribution')}), "
        f"{passed} passed over, {unread} unread"
    )


def _why_unknown(coverage: Coverage) -> str:
    if isinstance(coverage.text, MissingText):
        return f"text not there ({coverage.text.message})"
    return "text not there (the source names none: give `text` its `file` and `sha256`)"


def _unknown(coverage: Coverage) -> str:
    return f"paragraphs after {coverage.last} unknown" if coverage.last else "paragraphs unknown"


def _them(number: int) -> str:
    return "it is" if number == 1 else "them is"


def _joined(numbers: Iterable[int]) -> tuple[Span, ...]:
    """Return the runs of numbers that are in order."""
    joined: list[Span] = []
    for number in numbers:
        if joined and joined[-1][1] == number - 1:
            joined[-1] = (joined[-1][0], number)
        else:
            joined.append((number, number))
    return tuple(joined)
