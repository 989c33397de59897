"""The line of a file that a finding is about, cut to the page, with marks below its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.cli.columns import cells, cut, with_whole_runs
from claimtrack.cli.lines import Line
from claimtrack.corpus.files import FileError, read_file
from claimtrack.text.limits import DEFAULT_LIMITS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from claimtrack.findings import Span

#: The least room for the line itself, however narrow the page is.
_LEAST = 20


def lines_of(root: Path, path: str) -> tuple[str, ...]:
    """Read the lines of a file below a root; none where it cannot be read."""
    try:
        data = read_file(root, path, limit=DEFAULT_LIMITS.size)
    except FileError:
        return ()
    return tuple(data.decode("utf-8-sig", "surrogateescape").split("\n"))


def excerpt(lines: Sequence[str], span: Span, *, width: int) -> tuple[Line, ...]:
    """Show the line on which a span begins, and mark its part; nothing where there is no such line.

    `width` is that of the page, in columns.
    """
    if span.line > len(lines) or lines == ("",):
        return ()
    number = str(span.line)
    room = max(width - len(number) - 3, _LEAST)
    there, marks = _marked(lines[span.line - 1], span, room)
    margin = " " * len(number)
    return (
        Line.of((f"{number} | ", "blue"), there),
        Line.of((f"{margin} | ", "blue"), (marks, "bold red")),
    )


def _marked(line: str, span: Span, room: int) -> tuple[str, str]:
    """Return what is shown of a line, and the marks below it."""
    start = min(span.column - 1, len(line))
    stop = span.end_column - 1 if span.end_line == span.line else len(line)
    place = with_whole_runs(line, start, max(min(stop, len(line)), start + 1))
    shown, before, within = cut(cells(line), place, room)
    return shown, " " * before + "^" * within
