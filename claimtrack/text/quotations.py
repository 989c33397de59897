"""Which stretches of a text stand in quotation marks, as the text prints them."""

from __future__ import annotations

import re
from bisect import bisect_right

from attrs import define, field, frozen

from claimtrack.text.recent import Recent

#: The marks that may open a quotation, each with those that close it: English, German, French,
#: Danish and Swedish usage. Which of them a text follows is seen from the mark that is open.
_CLOSED_BY = {
    '"': '"',
    "“": "”",
    "„": "“”",
    "«": "»",
    "»": "«",
    "”": "”",
    "'": "'",
    "‘": "’",  # noqa: RUF001 - the marks themselves
    "‚": "‘’",  # noqa: RUF001 - the marks themselves
    "‹": "›",  # noqa: RUF001 - the marks themselves
    "›": "‹",  # noqa: RUF001 - the marks themselves
}
_SINGLE = "'‘’‚‹›"  # noqa: RUF001 - the marks themselves
#: Marks that open wherever they stand, unless they close what is open.
_ALWAYS_OPEN = "“„«‘‚‹"  # noqa: RUF001 - the marks themselves
_MARK = re.compile(r"""["“”„«»'‘’‚‹›]""")  # noqa: RUF001 - the marks themselves
_DOUBLE_MARK = re.compile('["“”„«»]')
#: How much is kept of what was read, in characters; a quotation takes as much room as so many.
_KEPT, _QUOTATION = 4 * 1024 * 1024, 80
_BEFORE_OPENING = frozenset("([{-–—―/\"“„«'‘‚‹")  # noqa: RUF001 - the marks themselves


@frozen
class Quotations:
    """The stretches of a text that stand in quotation marks, the marks included.

    A line break ends a quotation, unless the next line closes it or, as long quotations do, begins
    with the same opening mark. One left open ends with its line, or where another of its kind
    opens, unless that stands in brackets within it. An apostrophe is no mark.
    """

    #: Where they begin, in order, and where they end; quotations in quotations are left out.
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @staticmethod
    def of(text: str) -> Quotations:
        """Find the quotations in a text, in time that grows with its length."""
        return _recent.recall(text, _quotations)

    def hold(self, start: int, end: int) -> bool:
        """Tell whether a stretch lies within one quotation."""
        number = bisect_right(self.starts, start)
        return bool(number) and end <= self.ends[number - 1]


def _size(text: str, found: Quotations) -> int:
    return len(text) + _QUOTATION * len(found.starts)


_recent: Recent[str, Quotations] = Recent(size=_size, limit=_KEPT)


def _quotations(text: str) -> Quotations:
    reader = _Reader(text)
    start = 0
    for line in text.split("\n"):
        reader.read(start, start + len(line))
        start += len(line) + 1
    reader.leave_open(len(text))
    return _outermost(sorted(reader.found))


def _outermost(found: list[tuple[int, int]]) -> Quotations:
    outer: list[tuple[int, int]] = []
    for start, end in found:
        if not outer or start >= outer[-1][1]:
            outer.append((start, end))
    return Quotations(tuple(start for start, _ in outer), tuple(end for _, end in outer))


@define
class _Reader:
    text: str
    #: Where quotations begin and end, in the order in which they end.
    found: list[tuple[int, int]] = field(factory=list)
    #: Where the double marks stand that are open.
    double: list[int] = field(factory=list)
    #: Where the single mark stands that is open.
    single: int | None = None

    def read(self, start: int, end: int) -> None:
        """Read the marks of the line between two places."""
        self.single = None
        position = self._carried_on(start, end) if self.double else start
        for found in _MARK.finditer(self.text, position, end):
            if found[0] not in _SINGLE:
                self._meet_double(found.start())
            elif not self._is_apostrophe(found.start()):
                self._meet_single(found.start())

    def leave_open(self, end: int) -> None:
        """Let what is open end here."""
        self.found += [(index, end) for index in self.double]
        self.double.clear()

    def _carried_on(self, start: int, end: int) -> int:
        """Decide whether what is open goes on in this line, and give where to read on."""
        first = _DOUBLE_MARK.search(self.text, start, end)
        if first:
            index = first.start()
            opened = self.text[self.double[-1]]
            if first[0] == opened and self.text[start:index].isspace() | (index == start):
                return index + 1
            if first[0] in _CLOSED_BY[opened] and not self._leans_open(index):
                return start
        self.leave_open(start - 1)
        return start

    def _meet_double(self, index: int) -> None:
        mark = self.text[index]
        opened = self.text[self.double[-1]] if self.double else ""
        if opened and mark in _CLOSED_BY[opened]:
            begun = self.double.pop()
            self.found.append((begun, index + 1))
            if self.single is not None and self.single > begun:
                self.single = None
        elif mark == opened and self.text[index - 1] not in "[(":
            self.double[-1] = index
        elif mark in _ALWAYS_OPEN or self._leans_open(index):
            self.double.append(index)

    def _meet_single(self, index: int) -> None:
        mark = self.text[index]
        if self.single is not None and mark in _CLOSED_BY[self.text[self.single]]:
            self.found.append((self.single, index + 1))
            self.single = None
        elif mark in _ALWAYS_OPEN or (mark != "’" and self._leans_open(index)):  # noqa: RUF001 - the mark itself
            self.single = index

    def _leans_open(self, index: int) -> bool:
        """Tell whether the mark follows a space or the like and precedes none."""
        before, after = self.text[index - 1 : index], self.text[index + 1 : index + 2]
        parted = not before or before.isspace() or before in _BEFORE_OPENING
        return parted and bool(after) and not after.isspace()

    def _is_apostrophe(self, index: int) -> bool:
        before, after = self.text[index - 1 : index], self.text[index + 1 : index + 2]
        return before.isalnum() and after.isalnum()
