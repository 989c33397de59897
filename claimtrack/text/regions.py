"""The lines that an entry of a block mapping, or an item of a block list, takes up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from claimtrack.text.comments import Comments
from claimtrack.text.lines import Lines
from claimtrack.text.nodes import Entry, Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from claimtrack.findings import KeyPath


@frozen(kw_only=True)
class Region:
    """The lines of one part, from 0, each end exclusive."""

    #: How far its key or dash is indented.
    indent: int
    #: Its first comment above.
    above: int
    #: The line of its key or dash.
    head: int
    #: After its last line.
    end: int
    #: After its last comment below.
    below: int
    #: Whether a dash stands before its key on the line.
    dashed: bool = False


@frozen
class Regions:
    """Where the parts of a text stand."""

    text: str
    comments: Comments
    lines: tuple[str, ...] = field(init=False)
    _places: Lines = field(init=False)

    @lines.default
    def _split(self) -> tuple[str, ...]:
        return tuple(self.text.split("\n"))

    @_places.default
    def _find(self) -> Lines:
        return Lines(self.text)

    def of_entry(self, entry: Entry, keys: KeyPath) -> Region:
        """Return the lines of an entry of a block mapping."""
        head = self._line(entry.key.start)
        indent = entry.key.span.column - 1
        dashed = bool(self.lines[head][:indent].strip())
        return self._region(entry.value, keys, head=head, indent=indent, dashed=dashed)

    def of_item(self, sequence: Sequence, index: int, keys: KeyPath) -> Region:
        """Return the lines of an item of a block list."""
        item = sequence.items[index]
        indent = sequence.span.column - 1
        head = self._line(item.start)
        while self.lines[head][indent : indent + 1] != "-" or self.lines[head][:indent].strip():
            head -= 1
        return self._region(item, keys, head=head, indent=indent, dashed=False)

    def blank_before(self, line: int) -> int:
        """Return the first of the blank lines that end before a line."""
        while line > 0 and not self.lines[line - 1].strip():
            line -= 1
        return line

    def _region(self, node: Node, keys: KeyPath, *, head: int, indent: int, dashed: bool) -> Region:
        end = max(head + 1, self._end(node, keys))
        above = (
            head if dashed else self._comments_up(head, indent, self.comments.above.get(keys, ()))
        )
        below = self._comments_down(end, len(self.comments.below.get(keys, ())))
        return Region(indent=indent, above=above, head=head, end=end, below=below, dashed=dashed)

    def _end(self, node: Node, keys: KeyPath) -> int:
        """Return the line after a node, with the comments below its own parts."""
        if isinstance(node, Scalar) or node.flow:
            return self._line(max(node.start, node.end - 1)) + 1
        if isinstance(node, Mapping):
            last = node.entries[-1]
            inner, value = (*keys, last.key.value), last.value
            start = self._line(last.key.start) + 1
        else:
            inner, value = (*keys, len(node.items) - 1), node.items[-1]
            start = self._line(value.start) + 1
        end = max(start, self._end(value, inner))
        return self._comments_down(end, len(self.comments.below.get(inner, ())))

    def _comments_up(self, head: int, indent: int, texts: tuple[str, ...]) -> int:
        line, first = head, head
        for _ in texts:
            line = self.blank_before(line) - 1
            text = self.lines[line] if line >= 0 else ""
            if not text.strip().startswith("#") or len(text) - len(text.lstrip()) > indent:
                break
            first = line
        return first

    def _comments_down(self, end: int, count: int) -> int:
        line = end
        while count and line < len(self.lines):
            text = self.lines[line].strip()
            line += 1
            if text.startswith("#"):
                count -= 1
                end = line
            elif text:
                break
        return end

    def _line(self, offset: int) -> int:
        return self._places.number(offset) - 1
