"""Where in a record a finding is, by what the parts are called: it outlasts a new order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import attrs

from claimtrack.changes.paths import items_of
from claimtrack.findings import pointer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimtrack.changes.paths import Item
    from claimtrack.findings import KeyPath
    from claimtrack.model.records import Record


def address(record: Record, keys: KeyPath) -> str:
    """Return a JSON Pointer to a part of a record, with names for numbers.

    An item of a list goes by what tells it from the others: an attribution by its identity, a
    text by itself. What leads nowhere is kept as it is.
    """
    return next(addresses(record, (keys,)))


def addresses(record: Record, ways: Iterable[KeyPath]) -> Iterator[str]:
    """Yield the address of each of several parts; the items of a list are named once for all."""
    known: dict[KeyPath, tuple[Item, ...]] = {}
    for keys in ways:
        yield pointer(_named(record, keys, known))


def _named(
    node: object, keys: KeyPath, known: dict[KeyPath, tuple[Item, ...]]
) -> Iterator[str | int]:
    for depth, step in enumerate(keys):
        if isinstance(node, tuple) and isinstance(step, int) and 0 <= step < len(node):
            above = keys[:depth]
            if above not in known:
                known[above] = items_of(node)
            yield str(known[above][step])
            node = node[step]
        else:
            yield step
            node = _below(node, str(step))


def _below(node: object, key: str) -> object:
    """Return what stands under a key of the format, None where nothing does."""
    if isinstance(node, Mapping):
        return node.get(key)
    cls: type = type(node)
    if not attrs.has(cls):
        return None
    members = attrs.fields(cls)
    named = (item.name for item in members if item.metadata.get("key", item.name) == key)
    return getattr(node, next(named, ""), None)
