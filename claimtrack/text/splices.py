"""The lines of a text that a change of its record changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, cast

import attrs
from attrs import frozen

from claimtrack.findings import KeyPath
from claimtrack.text.arrange import arrange_entry, arrange_item, of_one
from claimtrack.text.carrying import carried
from claimtrack.text.emit import entry_lines, item_lines
from claimtrack.text.fileorder import order_in_file
from claimtrack.text.matching import matched
from claimtrack.text.nodes import Data, Entry, Mapping, Node, Sequence, data_of
from claimtrack.text.regions import Regions
from claimtrack.text.schema import Field

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Mapping as MappingABC

    from claimtrack.text.comments import Comments
    from claimtrack.text.regions import Region
    from claimtrack.text.schema import Shape

#: The fields of a mapping by key, in canonical order.
FieldMap: TypeAlias = "MappingABC[str, Field]"
#: The plain data of a mapping.
DataMap: TypeAlias = "dict[str, Data]"


@frozen
class Splice:
    """Lines that take the place of others: from `start` up to `end`, counted from 0."""

    start: int
    end: int
    lines: tuple[str, ...] = ()
    #: How many comments go with the lines, since their node is gone.
    dropped: tuple[str, ...] = ()


def spliced(lines: Iterable[str], splices: Iterable[Splice]) -> str:
    """Return the text that lines make when splices have taken their places."""
    result = list(lines)
    numbered = sorted(enumerate(splices), key=lambda item: (item[1].start, item[1].end, item[0]))
    for _, splice in reversed(numbered):
        result[splice.start : splice.end] = splice.lines
    return "\n".join(result)


@frozen
class _Change:
    """A part of a record that is no longer what it was."""

    item: Field | None
    #: None where the file has what the record has by default.
    old: Data | None
    new: Data
    #: Where it stands in the file.
    keys: KeyPath


@frozen
class Splicer:
    """Finds the splices that turn one text's record into another; None where it is past splicing.

    `old` and `new` are plain data as `claimtrack.text.convert.to_data` gives it.
    """

    regions: Regions
    #: The type of the versions' values, as the new record has it.
    answer: str = ""

    def record(
        self, root: Mapping, shape: Shape, old: DataMap, new: DataMap
    ) -> list[Splice] | None:
        """Return the splices for a whole record."""
        return self._mapping(root, shape.by_key, _Change(None, old, new, ()))

    def _inside(self, node: Node, change: _Change) -> list[Splice] | None:
        """Return the splices within a part, or None where it must be written anew."""
        item, old, new = change.item, change.old, change.new
        if isinstance(node, Mapping) and isinstance(old, dict) and isinstance(new, dict):
            if item is not None and item.arity == "map":
                fields = dict.fromkeys(sorted({*old, *new}), of_one(item))
            else:
                fields = dict(item.shape.by_key) if item and item.shape else {}
            return self._mapping(node, fields, change)
        if isinstance(node, Sequence) and isinstance(old, list) and isinstance(new, list):
            return self._list(node, old, new, change)
        return None

    def _mapping(self, node: Mapping, fields: FieldMap, change: _Change) -> list[Splice] | None:
        if node.flow:
            return None
        old, new = cast("DataMap", change.old), cast("DataMap", change.new)
        found: list[Splice | None] = []
        for entry in node.entries:
            key = entry.key.value
            keys = (*change.keys, key)
            if key not in new and key in old:
                found.append(self._without_entry(entry, keys))
            elif key in new and new[key] != old.get(key):
                inner = _Change(fields.get(key), old.get(key), new[key], keys)
                found.extend(self._entry(entry, inner))
        there = {entry.key.value for entry in node.entries}
        missing = (key for key in fields if key in new and key not in there)
        found.extend(self._new_entry(node, key, fields, change) for key in missing)
        return _all(found)

    def _entry(self, entry: Entry, change: _Change) -> list[Splice | None]:
        inside = self._inside(entry.value, change)
        if inside is not None:
            return [*inside]
        region = self.regions.of_entry(entry, change.keys)
        key = entry.key.value
        comments, misplaced = self._carried(entry.value, region, change, to=(key,))
        if region.dashed and misplaced:
            return [None]
        part = arrange_entry(key, change.new, change.item, answer=self.answer, comments=comments)
        lines = entry_lines(part, region.indent)
        if region.dashed:
            head = self.regions.lines[region.head][: region.indent]
            lines[0] = head + lines[0][region.indent :]
        return [Splice(region.head, region.end, tuple(lines))]

    def _without_entry(self, entry: Entry, keys: KeyPath) -> Splice | None:
        region = self.regions.of_entry(entry, keys)
        if region.dashed:
            return None
        return self._dropped(region, region, keys)

    def _new_entry(
        self, node: Mapping, key: str, fields: FieldMap, change: _Change
    ) -> Splice | None:
        new = cast("DataMap", change.new)
        ranks = {name: rank for rank, name in enumerate(fields)}
        kept = [entry for entry in node.entries if entry.key.value in new]
        if not kept:
            return None
        after = [entry for entry in kept if ranks.get(entry.key.value, len(ranks)) > ranks[key]]
        other = after[0] if after else kept[-1]
        region = self.regions.of_entry(other, (*change.keys, other.key.value))
        if (region.dashed and after) or (not after and region.below > region.end):
            return None
        item = fields[key]
        lines = entry_lines(
            arrange_entry(key, new[key], item, answer=self.answer), kept[0].key.span.column - 1
        )
        return _inserted(region, lines, before=bool(after), spaced=_is_spaced(item, "version"))

    def _list(
        self, node: Sequence, old: list[Data], new: list[Data], change: _Change
    ) -> list[Splice] | None:
        item = change.item
        if node.flow or not node.items or item is None:
            return None
        order = order_in_file(cast("list[Data]", data_of(node)), item)
        ranks = {index: rank for rank, index in enumerate(order)}
        was: list[Data] = [old[ranks[i]] for i in range(len(order))]
        kept = matched(was, new, loosely=True)
        in_order = sorted(kept) == sorted(kept, key=kept.__getitem__)
        if not kept or (item.arity == "list" and not in_order):
            return None
        found: list[Splice | None] = [*self._without_items(node, kept, change)]
        for i, j in kept.items():
            if was[i] != new[j]:
                inner = _Change(of_one(item), was[i], new[j], (*change.keys, i))
                found.extend(self._item(node, i, inner))
        fresh = (j for j in range(len(new)) if j not in kept.values())
        found.extend(self._new_item(node, kept, j, change) for j in fresh)
        return _all(found)

    def _item(self, node: Sequence, index: int, change: _Change) -> list[Splice | None]:
        inside = self._inside(node.items[index], change)
        if inside is not None:
            return [*inside]
        region = self.regions.of_item(node, index, change.keys)
        comments, _ = self._carried(node.items[index], region, change, to=(0,))
        part = arrange_item(change.new, change.item, answer=self.answer, comments=comments)
        return [Splice(region.head, region.end, tuple(item_lines(part, region.indent)))]

    def _without_items(
        self, node: Sequence, kept: dict[int, int], change: _Change
    ) -> Iterator[Splice]:
        spaced = _is_spaced(change.item, "attribution")
        gone = [index for index in range(len(node.items)) if index not in kept]
        while gone:
            run = [gone.pop(0)]
            while gone and gone[0] == run[-1] + 1:
                run.append(gone.pop(0))
            ways = [(*change.keys, index) for index in run]
            first = self.regions.of_item(node, run[0], ways[0])
            last = self.regions.of_item(node, run[-1], ways[-1])
            splice = self._dropped(first, last, *ways)
            following = run[-1] + 1
            if following < len(node.items):
                end = self.regions.of_item(node, following, (*change.keys, following)).above
                yield attrs.evolve(splice, end=end)
            else:
                start = self.regions.blank_before(first.above) if spaced else first.above
                yield attrs.evolve(splice, start=start)

    def _new_item(
        self, node: Sequence, kept: dict[int, int], j: int, change: _Change
    ) -> Splice | None:
        item = cast("Field", change.item)
        after = [i for i in sorted(kept) if kept[i] > j]
        index = after[0] if after else max(kept)
        region = self.regions.of_item(node, index, (*change.keys, index))
        if not after and region.below > region.end:
            return None
        new = cast("list[Data]", change.new)[j]
        lines = item_lines(arrange_item(new, of_one(item), answer=self.answer), region.indent)
        return _inserted(region, lines, before=bool(after), spaced=_is_spaced(item, "attribution"))

    def _carried(
        self, node: Node, region: Region, change: _Change, *, to: KeyPath
    ) -> tuple[Comments, tuple[str, ...]]:
        """Return the comments of a part that is written anew, and those that go above it for it."""
        comments, lost = carried(
            self.regions.comments, data_of(node), change.new, at=change.keys, to=to
        )
        above = (*self._hidden_above(region, change.keys), *lost)
        return attrs.evolve(comments, above={**comments.above, to: above}), above

    def _hidden_above(self, region: Region, keys: KeyPath) -> tuple[str, ...]:
        """Return the comments above a part's text that stand below its key or dash."""
        above = self.regions.comments.above.get(keys, ())
        lines = self.regions.lines[region.above : region.head]
        return above[sum(bool(line.strip()) for line in lines) :]

    def _dropped(self, first: Region, last: Region, *keys: KeyPath) -> Splice:
        comments = self.regions.comments
        gone = [
            text
            for group in (comments.above, comments.beside, comments.below)
            for way, texts in group.items()
            for text in texts
            if any(way[: len(each)] == each for each in keys)
        ]
        return Splice(first.above, last.below, dropped=tuple(gone))


def _inserted(region: Region, lines: list[str], *, before: bool, spaced: bool) -> Splice:
    blank = [""] if spaced else []
    if before:
        return Splice(region.above, region.above, (*lines, *blank))
    return Splice(region.end, region.end, (*blank, *lines))


def _is_spaced(item: Field | None, name: str) -> bool:
    return item is not None and item.shape is not None and item.shape.name == name


def _all(found: list[Splice | None]) -> list[Splice] | None:
    made = [splice for splice in found if splice is not None]
    return made if len(made) == len(found) else None
