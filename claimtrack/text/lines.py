"""The lines of a text: from an offset to its line and column."""

from __future__ import annotations

import re
from bisect import bisect_right

from attrs import field, frozen

from claimtrack.findings import Span

_BREAK = re.compile("\n")


@frozen
class Lines:
    r"""Where each line of a text starts; a line ends at LF and nowhere else.

    >>> Lines("a: 1\nb: 2\n").span(5, 6)
    Span(line=2, column=1, end_line=2, end_column=2)
    """

    text: str = field(repr=False)
    starts: tuple[int, ...] = field(init=False, repr=False, eq=False)

    @starts.default
    def _find_starts(self) -> tuple[int, ...]:
        return (0, *(found.end() for found in _BREAK.finditer(self.text)))

    def number(self, offset: int) -> int:
        """Return the line of an offset, from 1."""
        return bisect_right(self.starts, offset)

    def column(self, offset: int) -> int:
        """Return the column of an offset, from 1, in code points."""
        return offset - self.start(offset) + 1

    def start(self, offset: int) -> int:
        """Return the offset at which the line of an offset starts."""
        return self.starts[self.number(offset) - 1]

    def before(self, offset: int) -> str:
        """Return what stands before an offset on its line."""
        return self.text[self.start(offset) : offset]

    def span(self, start: int, end: int) -> Span:
        """Return the lines and columns of a stretch of the text."""
        return Span(self.number(start), self.column(start), self.number(end), self.column(end))
