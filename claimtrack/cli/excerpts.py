"""The line of a file that a finding is about, cut to the page, with marks below its place."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from claimtrack.cli.columns import cells, cut, with_whole_runs
from claimtrack.cli.lines import Line
from claimtrack.corpus.files import FileError, read_file
from claimtrack.text.limits import DEFAULT_LIMITS

if TYPE_CHECKING:
    from claimtrack.findings import Finding, Span

#: The least room for the line itself, however narrow the page is.
_LEAST = 20


@frozen(kw_only=True)
class Excerpts:
    """The excerpts of one corpus's files."""

    root: Path
    #: How many columns a line may have.
    width: int

    def lines(self, finding: Finding) -> tuple[Line, ...]:
        """Show the line of a finding and its place; nothing where the file cannot be read."""
        text = _lines_of(self.root, finding.filename)
        if not any(text) or finding.line > len(text):
            return ()
        number = str(finding.line)
        room = max(self.width - len(number) - 3, _LEAST)
        there, marks = _marked(text[finding.line - 1], finding.span, room)
        margin = " " * len(number)
        return (
            Line.of((f"{number} | ", "blue"), there),
            Line.of((f"{margin} | ", "blue"), (marks, "bold red")),
        )


@functools.lru_cache(maxsize=1)
def _lines_of(root: Path, path: str) -> tuple[str, ...]:
    try:
        data = read_file(root, path, limit=DEFAULT_LIMITS.size)
    except FileError:
        return ()
    return tuple(data.decode("utf-8-sig", "surrogateescape").split("\n"))


def _marked(line: str, span: Span, room: int) -> tuple[str, str]:
    """Return what is shown of a line, and the marks below it."""
    start = min(span.column - 1, len(line))
    stop = span.end_column - 1 if span.end_line == span.line else len(line)
    start, stop = with_whole_runs(line, start, max(min(stop, len(line)), start + 1))
    shown, before, marked = cut(cells(line), (start, stop), room)
    return shown, " " * before + "^" * marked
