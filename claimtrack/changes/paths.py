"""The way to a part of a record: by keys and by what a part is called, never by its number."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypeAlias

from attrs import field, frozen

from claimtrack.findings import pointer
from claimtrack.model.attributions import Attribution, Relay
from claimtrack.model.claims import RelatedClaim
from claimtrack.model.reviews import Assessment, Review
from claimtrack.model.sources import ArchivedCopy, PassedOver
from claimtrack.model.speakers import Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

#: What tells the parts of a list from each other; attributions have an identity of their own.
NAMED_BY: Mapping[type, tuple[str, ...]] = {
    Relay: ("speaker",),
    RelatedClaim: ("claim", "relation"),
    Assessment: ("by", "date", "version"),
    Review: ("by", "date"),
    ArchivedCopy: ("url",),
    PassedOver: ("at",),
    Role: ("role", "organization"),
}

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

    >>> name_of(Relay(speaker="hamas"))
    ('hamas',)
    """
    if isinstance(part, Attribution):
        return part.identity
    keys = NAMED_BY.get(type(part))
    told = [part] if keys is None else [getattr(part, key) for key in keys]
    return tuple("" if value is None else str(value) for value in told)


def pointer_of(path: Path) -> str:
    """Write a path as a JSON Pointer (RFC 6901), with the numbers of items.

    >>> pointer_of(("versions", "bomb", "attributions", Item(("hamas",), 1), "said"))
    '/versions/bomb/attributions/1/said'
    """
    return pointer(part.index if isinstance(part, Item) else part for part in path)
