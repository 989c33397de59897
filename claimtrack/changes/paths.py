"""The way to a part of a record: by keys and by what a part is called, never by its number."""

from __future__ import annotations

import functools
from collections import Counter
from typing import TYPE_CHECKING, TypeAlias

import attrs
from attrs import field, frozen

from claimtrack.findings import pointer
from claimtrack.model.attributions import Attribution
from claimtrack.text.matching import named_by

if TYPE_CHECKING:
    from collections.abc import Iterable

#: What tells a part of a list from the others, as `Attribution.identity` does.
Name: TypeAlias = tuple[str, ...]


@frozen
class Item:
    """A part of a list by its name; where it stands is no part of what it is."""

    name: Name
    #: Its number in the list as the record has it, from 0.
    index: int = field(eq=False)

    def __str__(self) -> str:
        return ", ".join(part for part in self.name if part)


#: The way from a record to a part: the format's keys, the ids of versions, the names of items.
Path: TypeAlias = tuple[str | Item, ...]


def items_of(parts: Iterable[object]) -> tuple[Item, ...]:
    """Name the parts of a list; those that would share a name are numbered from the second on.

    >>> items_of(["iran", "hamas", "iran"])[2].name
    ('iran', '2')
    """
    seen: Counter[Name] = Counter()
    items = []
    for index, part in enumerate(parts):
        name = name_of(part)
        seen[name] += 1
        count = seen[name]
        items.append(Item(name if count == 1 else (*name, str(count)), index))
    return tuple(items)


def name_of(part: object) -> Name:
    """Return what a part of a list is called.

    >>> from claimtrack.model.attributions import Relay
    >>> name_of(Relay(speaker="hamas"))
    ('hamas',)
    """
    if isinstance(part, Attribution):
        return part.identity
    cls: type = type(part)
    told = [getattr(part, key) for key in _keys(cls)] or [part]
    return tuple("" if value is None else str(value) for value in told)


@functools.cache
def _keys(cls: type) -> tuple[str, ...]:
    return named_by(attrs.fields_dict(cls)) if attrs.has(cls) else ()


def pointer_of(path: Path) -> str:
    """Write a path as a JSON Pointer (RFC 6901), with the numbers of items.

    >>> pointer_of(("versions", "bomb", "attributions", Item(("hamas",), 1), "said"))
    '/versions/bomb/attributions/1/said'
    """
    return pointer(part.index if isinstance(part, Item) else part for part in path)
