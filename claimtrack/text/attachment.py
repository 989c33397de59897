"""Which node each comment of a document belongs to."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Literal, TypeAlias

from attrs import define, field, frozen

from claimtrack.findings import KeyPath
from claimtrack.text.comments import Comments
from claimtrack.text.lines import Lines
from claimtrack.text.nodes import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_COMMENT = re.compile(r"#[^\n]*")
_COMMENT_OR_DASH = re.compile(r"#[^\n]*|-")
_BLOCK_HEADER = re.compile(r"[|>][-+0-9]*[ \t]+(?P<comment>#[^\n]*)")


#: Where a comment stands: above the first key, on a line of its own above its node, at the end of a
#: line of it, or on a line of its own below it.
Where: TypeAlias = Literal["header", "above", "beside", "below"]


@frozen
class Remark:
    """A comment, and the node that it belongs to; the record itself has no keys."""

    #: With its `#`.
    text: str
    #: Its offset in the text.
    start: int
    where: Where
    keys: KeyPath


@frozen
class _Anchor:
    """A place in the text where a node begins, or where a flow collection ends."""

    start: int
    end: int
    keys: KeyPath
    #: Whether it stands within a flow collection.
    flow: bool = False
    #: Whether a flow collection ends here.
    closes: bool = False
    #: Whether an entry or item begins here, as opposed to the value of one.
    begins: bool = False


def attach(text: str, root: Node, scalars: Iterable[Scalar]) -> Comments:
    """Return the comments of a text by the nodes that they belong to, as `remarks` tells them."""
    groups: dict[Where, dict[KeyPath, list[str]]] = {"above": {}, "beside": {}, "below": {}}
    header: list[str] = []
    for remark in remarks(text, root, scalars):
        if remark.where == "header":
            header.append(remark.text)
        else:
            groups[remark.where].setdefault(remark.keys, []).append(remark.text)
    return Comments(
        header=tuple(header),
        above=_frozen(groups["above"]),
        beside=_frozen(groups["beside"]),
        below=_frozen(groups["below"]),
    )


def remarks(text: str, root: Node, scalars: Iterable[Scalar]) -> Iterator[Remark]:
    """Yield the comments of a text in its order, each with the node that it belongs to.

    `scalars` are all scalars of the text in its order. A comment above the first key is the
    record's. One at the end of a line belongs to the node that begins or goes on last on that line.
    One on a line of its own belongs to the entry, item or text that begins next where it is
    indented no more than that; else, before a dedent or the end, to the innermost node above it
    that is indented no more than the comment. Within a flow collection it belongs to what begins
    next, before the closing bracket to the last node within, in an empty one to the collection.
    """
    anchors = sorted(_anchors(text, root), key=lambda anchor: anchor.start)
    attacher = _Attacher(Lines(text), anchors)
    for start, end in _places(text, scalars):
        where, keys = attacher.owner(start)
        yield Remark(text[start:end].rstrip(" \t\r"), start, where, keys)


def _places(text: str, scalars: Iterable[Scalar]) -> Iterator[tuple[int, int]]:
    """Yield where comments stand: every `#` outside the scalars, and those of block headers."""
    reached = 0
    for scalar in scalars:
        yield from (found.span() for found in _COMMENT.finditer(text, reached, scalar.start))
        reached = max(reached, scalar.end)
        header = scalar.style in ("literal", "folded") and _BLOCK_HEADER.match(text, scalar.start)
        if header:
            yield header.span("comment")
    yield from (found.span() for found in _COMMENT.finditer(text, reached))


def _anchors(text: str, node: Node, keys: KeyPath = (), *, flow: bool = False) -> Iterator[_Anchor]:
    if isinstance(node, Scalar):
        yield _Anchor(node.start, node.end, keys, flow)
        return
    inside = flow or node.flow
    if node.flow and text[node.start] in "[{":
        yield _Anchor(node.start, node.start + 1, keys, flow)
        yield _Anchor(node.end - 1, node.end, keys, inside, closes=True)
    if isinstance(node, Mapping):
        for entry in node.entries:
            path = (*keys, entry.key.value)
            yield _Anchor(entry.key.start, entry.key.end, path, inside, begins=True)
            yield from _anchors(text, entry.value, path, flow=inside)
    else:
        yield from _item_anchors(text, node, keys, flow=inside)


def _item_anchors(text: str, node: Sequence, keys: KeyPath, *, flow: bool) -> Iterator[_Anchor]:
    reached = node.start
    for index, item in enumerate(node.items):
        path = (*keys, index)
        start = item.start if flow else _dash(text, reached, item.start)
        yield _Anchor(start, start + 1, path, flow, begins=True)
        yield from _anchors(text, item, path, flow=flow)
        reached = item.end


def _dash(text: str, start: int, end: int) -> int:
    """Return where the dash of an item stands, between the item before it and its own node."""
    dashes = (found for found in _COMMENT_OR_DASH.finditer(text, start, end) if found[0] == "-")
    dash = next(dashes, None)
    return dash.start() if dash else end


@define
class _Attacher:
    lines: Lines
    anchors: list[_Anchor]
    _starts: list[int] = field(init=False)
    _columns: dict[KeyPath, int] = field(init=False)
    #: The last entry of the record, to which what stands behind its bracket belongs.
    _last: KeyPath = field(init=False)

    @_starts.default
    def _find_starts(self) -> list[int]:
        return [anchor.start for anchor in self.anchors]

    @_columns.default
    def _find_columns(self) -> dict[KeyPath, int]:
        column = self.lines.column
        return {anchor.keys: column(anchor.start) for anchor in self.anchors if anchor.begins}

    @_last.default
    def _find_last(self) -> KeyPath:
        return next((anchor.keys[:1] for anchor in reversed(self.anchors) if anchor.keys), ())

    def owner(self, start: int) -> tuple[Where, KeyPath]:
        """Return the node of the comment that starts at an offset, and on which side it stands."""
        index = bisect_left(self._starts, start)
        after = self.anchors[index] if index < len(self.anchors) else None
        before = self.anchors[index - 1] if index else None
        if before is None or not (before.keys or before.closes):
            return "header", ()
        if self.lines.before(start).strip(" \t") not in ("", "..."):
            return "beside", self._line_owner(start, before, after) or self._last
        where, keys = self._own_line(start, before, after)
        return where, keys or self._last

    def _line_owner(self, start: int, before: _Anchor, after: _Anchor | None) -> KeyPath:
        """Return the node that begins or goes on last on a line, before its comment."""
        between = self.lines.text[before.end : start].rpartition("\n")[2]
        return after.keys if after and "?" in between else before.keys

    def _own_line(
        self, start: int, before: _Anchor, after: _Anchor | None
    ) -> tuple[Where, KeyPath]:
        column = self.lines.column(start)
        if after and after.closes:
            inside = before.keys[: len(after.keys) + 1]
            return ("above", after.keys) if inside == after.keys else ("below", inside)
        if after and (after.flow or column <= self.lines.column(after.start)):
            return "above", after.keys
        return "below", self._node_above(before, column)

    def _node_above(self, before: _Anchor, column: int) -> KeyPath:
        """Return the innermost node around an anchor that is indented no more than a column."""
        path = before.keys
        while len(path) > 1 and self._columns.get(path, column) > column:
            path = path[:-1]
        return path


def _frozen(group: dict[KeyPath, list[str]]) -> dict[KeyPath, tuple[str, ...]]:
    return {keys: tuple(comments) for keys, comments in group.items()}
