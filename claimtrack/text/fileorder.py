"""Where the parts of a record stand in its file: a record sorts what has no order of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from claimtrack.model.ordering import text_order
from claimtrack.text.arrange import of_one
from claimtrack.text.hooks import DROPPED
from claimtrack.text.nodes import Data
from claimtrack.text.schema import FileKind, shape_of
from claimtrack.text.sortkeys import attribution_key

if TYPE_CHECKING:
    from claimtrack.findings import KeyPath
    from claimtrack.text.schema import Field, Shape


@frozen
class FileOrder:
    """The order of the data that a record was made of, looked up once a list."""

    #: Items that were left out are still counted.
    data: Data
    kind: FileKind
    #: By the identity of the list, which `data` keeps alive.
    _orders: dict[int, list[int]] = field(factory=dict, init=False, repr=False)

    def keys(self, keys: KeyPath) -> KeyPath:
        """Return where a part of the record stands in the file.

        A record sorts its attributions and its lists that are sets, and has no trace of what was
        left out: `keys` counts as the record does, the result as the file does.
        """
        return self._in_shape(self.data, shape_of(self.kind), keys)

    def _in_shape(self, data: Data, shape: Shape, keys: KeyPath) -> KeyPath:
        if not keys or not isinstance(data, dict):
            return ()
        key, rest = keys[0], keys[1:]
        item = shape.by_key.get(str(key))
        child = data.get(str(key))
        if item is None or child is None or not rest:
            return keys
        if isinstance(child, list):
            return (key, *self._in_list(child, item, rest))
        if item.arity == "one":
            return (key, *self._in_shape(child, item.shape, rest)) if item.shape else keys
        below = child.get(str(rest[0]), "") if isinstance(child, dict) else ""
        return (key, rest[0], *self._below(below, of_one(item), rest[1:]))

    def _in_list(self, items: list[Data], item: Field, keys: KeyPath) -> KeyPath:
        order = self._orders.get(id(items))
        if order is None:
            order = self._orders[id(items)] = order_in_file(items, item)
        step = keys[0]
        if not isinstance(step, int) or not 0 <= step < len(order):
            return keys
        return (order[step], *self._below(items[order[step]], item, keys[1:]))

    def _below(self, data: Data, item: Field, keys: KeyPath) -> KeyPath:
        if keys and isinstance(data, list):
            return self._in_list(data, item, keys)
        return self._in_shape(data, item.shape, keys) if item.shape else keys


def order_in_file(items: list[Data], item: Field) -> list[int]:
    """Return where each item of a record's list stands in the file's list, which it was made of."""
    kept = [index for index, data in enumerate(items) if data is not DROPPED]
    if item.arity == "set" and item.shape:
        return sorted(kept, key=lambda index: attribution_key(items[index]))
    # The only values that are lists are those of `answer: speaker`, which are sets.
    if item.arity == "set" or item.form == "value":
        return sorted(kept, key=lambda index: text_order(str(items[index])))
    return kept
