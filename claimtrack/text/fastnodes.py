"""The nodes of a text that the fast reader is certain of, each with its place."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from attrs import define, field

from claimtrack.findings import Span
from claimtrack.text.fast import plain_data
from claimtrack.text.fastlines import line_of
from claimtrack.text.fastscalars import flow_items, quoted_length, special
from claimtrack.text.limits import DEFAULT_LIMITS, Limits
from claimtrack.text.nodes import Entry, Mapping, Node, Scalar, Sequence, data_of

if TYPE_CHECKING:
    from claimtrack.text.nodes import ScalarStyle

_STYLES: dict[str, ScalarStyle] = {"'": "single", '"': "double", "|": "literal", ">": "folded"}
#: Left of every column: where nothing more stands in the text.
_NOWHERE = -1


def nodes_of(
    text: str, limits: Limits = DEFAULT_LIMITS
) -> tuple[Mapping, tuple[Scalar, ...]] | None:
    """Return the root of a text, and the scalars written in it in their order.

    None stands for a text of which only the reference reader knows what it holds.
    """
    data = plain_data(text.encode("utf-8", "surrogatepass"), limits)
    if data is None:
        return None
    walk = _Walk(text.split("\n"))
    root = walk.mapping()
    return (root, tuple(walk.scalars)) if data_of(root) == data else None


@define
class _Walk:
    """Goes through the lines of a text that is certain, from content to content."""

    lines: list[str]
    scalars: list[Scalar] = field(factory=list, init=False)
    #: Where each line starts in the text.
    _starts: list[int] = field(init=False)
    #: The number of the line that is reached, and what stands on it.
    _number: int = field(init=False)
    _column: int = field(default=_NOWHERE, init=False)
    _dash: int = field(default=0, init=False)
    _key: str = field(default="", init=False)
    _value: str = field(default="", init=False)
    _rest: str = field(default="", init=False)

    def __attrs_post_init__(self) -> None:
        self._starts = list(accumulate((len(line) + 1 for line in self.lines), initial=0))
        self._go_on(0)

    def mapping(self) -> Mapping:
        """Return the mapping whose first key is reached."""
        number, column = self._number, self._column
        entries = []
        while self._column == column and not self._dash:
            entries.append(self._entry())
        return Mapping(tuple(entries), False, *self._extent(number, column, entries[-1].value))  # noqa: FBT003 - the node's own order

    def _sequence(self) -> Sequence:
        number, column = self._number, self._column
        items: list[Node] = []
        while self._column == column and self._dash:
            inside = column + self._dash
            if self._key:
                self._column, self._dash = inside, 0
                items.append(self.mapping())
            else:
                items.append(self._written(inside, margin=column + 1))
        return Sequence(tuple(items), False, *self._extent(number, column, items[-1]))  # noqa: FBT003 - the node's own order

    def _entry(self) -> Entry:
        number, column, line = self._number, self._column, self.lines[self._number]
        style = _STYLES.get(line[column], "plain")
        colon = column + len(self._key) + (0 if style == "plain" else 2)
        key = self._scalar(self._key, style, column, colon)
        if self._value or self._rest:
            behind = len(line) - len(line[colon + 1 :].lstrip(" "))
            return Entry(key, self._written(behind, margin=column + 1))
        self._go_on(number + 1)
        if self._column > column or (self._column == column and self._dash):
            return Entry(key, self._sequence() if self._dash else self.mapping())
        start = self._starts[number] + colon + 1
        place = Span(number + 1, colon + 2, number + 1, colon + 2)
        return Entry(key, Scalar("", "plain", place, start, start))

    def _written(self, column: int, *, margin: int) -> Scalar | Sequence:
        """Return the value that stands at a column of the line, and go on behind it."""
        rest, number = self._rest, self._number
        if not rest:
            node = self._scalar(self._value, "plain", column, column + len(self._value))
            self._go_on(number + 1)
            return node
        value, behind = special(rest, self.lines, number + 1, margin=margin)
        if not isinstance(value, str):
            made: Scalar | Sequence = self._flow(rest, column)
        elif rest[0] in "|>":
            last = behind - 1
            while not self.lines[last]:
                last -= 1
            made = self._scalar(value, _STYLES[rest[0]], column, len(self.lines[last]), last=last)
        else:
            end = column + quoted_length(rest)
            made = self._scalar(value, _STYLES[rest[0]], column, end)
        self._go_on(behind)
        return made

    def _flow(self, written: str, column: int) -> Sequence:
        found, length = flow_items(written)
        items = tuple(
            self._scalar(text, _STYLES.get(written[start], "plain"), column + start, column + end)
            for text, start, end in found
        )
        line, start = self._number + 1, self._starts[self._number] + column
        span = Span(line, column + 1, line, column + length + 1)
        return Sequence(items, True, span, start, start + length)  # noqa: FBT003 - the node's own order

    def _scalar(
        self, value: str, style: ScalarStyle, column: int, end: int, *, last: int | None = None
    ) -> Scalar:
        """Return a scalar from a column of the line to one of the same or another line."""
        number = self._number
        until = number if last is None else last
        span = Span(number + 1, column + 1, until + 1, end + 1)
        start = self._starts[number] + column
        scalar = Scalar(value, style, span, start, self._starts[until] + end)
        self.scalars.append(scalar)
        return scalar

    def _extent(self, number: int, column: int, last: Node) -> tuple[Span, int, int]:
        """Return where a block collection stands that begins at a place and ends with a node."""
        span = Span(number + 1, column + 1, last.span.end_line, last.span.end_column)
        return span, self._starts[number] + column, last.end

    def _go_on(self, number: int) -> None:
        """Go to the next line with content from a line on."""
        for index in range(number, len(self.lines)):
            column, self._dash, self._key, self._value, self._rest = line_of(self.lines[index])
            if column >= 0:
                self._number, self._column = index, column
                return
        self._column = _NOWHERE
