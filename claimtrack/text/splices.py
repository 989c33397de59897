"""The lines of a text that a change of its record changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, cast

import attrs
from attrs import frozen

from claimtrack.text.arrange import arrange_entry, arrange_item, of_one
from claimtrack.text.emit import entry_lines, item_lines
from claimtrack.text.matching import carried, matched
from claimtrack.text.nodes import Data, Entry, Mapping, Node, Sequence, data_of
from claimtrack.text.regions import Regions
from claimtrack.text.salvage import order_in_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Mapping as MappingABC

    from claimtrack.findings import KeyPath
    from claimtrack.text.regions import Region
    from claimtrack.text.schema import Field, Shape

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
class Splicer:
    """Finds the splices that turn one text's record into another; None where it is past splicing.

    `old` and `new` are plain data as `claimtrack.text.convert.to_data` gives it.
    """

    regions: Regions
    #: The type of the versions' values, as the new record has it.
    answer: str = ""

    def record(self, root: Mapping, shape: Shape, old: DataMap, new: DataMap) -> list[Splice] | None:
        """Return the splices for a whole record."""
        return self._mapping(root, shape.by_key, old, new, ())

    def _inside(
        self, node: Node, item: Field | None, old: Data | None, new: Data, keys: KeyPath
    ) -> list[Splice] | None:
        """Return the splices within a part, or None where it must be written anew."""
        if isinstance(node, Mapping) and isinstance(old, dict) and isinstance(new, dict):
            if item is not None and item.arity == "map":
                fields = dict.fromkeys(sorted({*old, *new}), of_one(item))
            else:
                fields = dict(item.shape.by_key) if item and item.shape else {}
            return self._mapping(node, fields, old, new, keys)
        if isinstance(node, Sequence) and isinstance(old, list) and isinstance(new, list):
            return self._list(node, item, old, new, keys)
        return None

    def _mapping(
        self, node: Mapping, fields: FieldMap, old: DataMap, new: DataMap, keys: KeyPath
    ) -> list[Splice] | None:
        if node.flow:
            return None
        found: list[Splice | None] = []
        for entry in node.entries:
            key = entry.key.value
            if key not in new and key in old:
                found.append(self._without_entry(entry, (*keys, key)))
            elif key in new and new[key] != old.get(key):
                part = (entry, fields.get(key), old.get(key), new[key])
                found.extend(self._entry(*part, (*keys, key)))
        there = {entry.key.value for entry in node.entries}
        for key in (key for key in fields if key in new and key not in there):
            found.append(self._new_entry(node, key, fields, new, keys))
        return _all(found)

    def _entry(
        self, entry: Entry, item: Field | None, old: Data | None, new: Data, keys: KeyPath
    ) -> list[Splice | None]:
        inside = self._inside(entry.value, item, old, new, keys)
        if inside is not None:
            return [*inside]
        region = self.regions.of_entry(entry, keys)
        key = entry.key.value
        was = data_of(entry.value)
        comments, lost = carried(self.regions.comments, was, new, at=keys, to=(key,))
        hidden = self._hidden_above(region, keys)
        if region.dashed and (lost or hidden):
            return [None]
        comments = attrs.evolve(comments, above={**comments.above, (key,): (*hidden, *lost)})
        part = arrange_entry(key, new, item, answer=self.answer, comments=comments)
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
        self, node: Mapping, key: str, fields: FieldMap, new: DataMap, keys: KeyPath
    ) -> Splice | None:
        item = fields[key]
        ranks = {name: rank for rank, name in enumerate(fields)}
        kept = [entry for entry in node.entries if entry.key.value in new]
        if not kept:
            return None
        after = [entry for entry in kept if ranks.get(entry.key.value, len(ranks)) > ranks[key]]
        other = after[0] if after else kept[-1]
        region = self.regions.of_entry(other, (*keys, other.key.value))
        if (region.dashed and after) or (not after and region.below > region.end):
            return None
        part = arrange_entry(key, new[key], item, answer=self.answer)
        indent = kept[0].key.span.column - 1
        spaced = item.shape is not None and item.shape.name == "version"
        return _inserted(region, entry_lines(part, indent), before=bool(after), spaced=spaced)

    def _list(
        self, node: Sequence, item: Field | None, old: list[Data], new: list[Data], keys: KeyPath
    ) -> list[Splice] | None:
        if node.flow or not node.items or item is None:
            return None
        order = order_in_file(cast("list[Data]", data_of(node)), as_set=item.arity == "set")
        was: list[Data] = [old[order.index(i)] for i in range(len(order))]
        kept = matched(was, new)
        if not kept or (item.arity == "list" and sorted(kept) != sorted(kept, key=kept.__getitem__)):
            return None
        found: list[Splice | None] = [*self._without_items(node, kept, keys, spaced=_is_spaced(item))]
        for i, j in kept.items():
            if was[i] != new[j]:
                found.extend(self._item(node, i, of_one(item), was[i], new[j], keys))
        for j in range(len(new)):
            if j not in kept.values():
                found.append(self._new_item(node, item, kept, j, new[j], keys))
        return _all(found)

    def _item(
        self, node: Sequence, index: int, item: Field, old: Data, new: Data, keys: KeyPath
    ) -> list[Splice | None]:
        here = (*keys, index)
        inside = self._inside(node.items[index], item, old, new, here)
        if inside is not None:
            return [*inside]
        region = self.regions.of_item(node, index, here)
        was = data_of(node.items[index])
        comments, lost = carried(self.regions.comments, was, new, at=here, to=(0,))
        above = (*self._hidden_above(region, here), *lost)
        comments = attrs.evolve(comments, above={**comments.above, (0,): above})
        part = arrange_item(new, item, answer=self.answer, comments=comments)
        return [Splice(region.head, region.end, tuple(item_lines(part, region.indent)))]

    def _without_items(
        self, node: Sequence, kept: dict[int, int], keys: KeyPath, *, spaced: bool
    ) -> Iterator[Splice]:
        gone = [index for index in range(len(node.items)) if index not in kept]
        while gone:
            run = [gone.pop(0)]
            while gone and gone[0] == run[-1] + 1:
                run.append(gone.pop(0))
            first = self.regions.of_item(node, run[0], (*keys, run[0]))
            last = self.regions.of_item(node, run[-1], (*keys, run[-1]))
            splice = self._dropped(first, last, *((*keys, index) for index in run))
            if run[-1] + 1 < len(node.items):
                index = run[-1] + 1
                end = self.regions.of_item(node, index, (*keys, index)).above
                yield attrs.evolve(splice, end=end)
            else:
                start = self.regions.blank_before(first.above) if spaced else first.above
                yield attrs.evolve(splice, start=start)

    def _new_item(
        self, node: Sequence, item: Field, kept: dict[int, int], j: int, new: Data, keys: KeyPath
    ) -> Splice | None:
        after = [i for i in sorted(kept) if kept[i] > j]
        index = after[0] if after else max(kept)
        region = self.regions.of_item(node, index, (*keys, index))
        if not after and region.below > region.end:
            return None
        lines = item_lines(arrange_item(new, of_one(item), answer=self.answer), region.indent)
        return _inserted(region, lines, before=bool(after), spaced=_is_spaced(item))

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
    if before:
        return Splice(region.above, region.above, (*lines, *([""] if spaced else [])))
    return Splice(region.end, region.end, (*([""] if spaced else []), *lines))


def _is_spaced(item: Field) -> bool:
    return item.shape is not None and item.shape.name == "attribution"


def _all(found: list[Splice | None]) -> list[Splice] | None:
    made = [splice for splice in found if splice is not None]
    return made if len(made) == len(found) else None
