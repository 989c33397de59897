"""Which claims a change of a speaker or source can reach."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from claimtrack.analysis.links import reachable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimtrack.changes.change import RecordChange
    from claimtrack.changes.sides import Side, Sides
    from claimtrack.corpus.index import Key
    from claimtrack.model.ids import RecordKind

#: The keys of a record on which the comparison of versions, or the count of roots, rests.
_BEARING: Mapping[RecordKind, frozenset[str]] = {
    "speaker": frozenset(["kind", "part_of", "distinct_from"]),
    "source": frozenset(["authors", "publisher", "derived_from"]),
}
#: The keys by which a change passes from what is referred to on to what refers.
_PASSING = frozenset(["part_of", "authors", "publisher", "derived_from"])


def reached_claims(sides: Sides) -> Mapping[Key, tuple[Key, ...]]:
    """Return the claims that changes of speakers and sources can reach, with those changes.

    A change passes from a speaker to its parts and to the sources that it wrote or published, and
    from a source to what is derived from it.
    """
    causes: dict[Key, dict[Key, None]] = defaultdict(dict)
    for change in sides.changes.values():
        if _bears(change):
            for claim in _claims(change.key, sides):
                causes[claim][change.key] = None
    return {claim: tuple(keys) for claim, keys in sorted(causes.items())}


def _bears(change: RecordChange) -> bool:
    bearing = _BEARING.get(change.key[0], frozenset())
    if change.how in {"added", "removed"}:
        return bool(bearing)
    return any(item.path and item.path[0] in bearing for item in change.changes)


def _claims(key: Key, sides: Sides) -> Iterator[Key]:
    for side, start in ((sides.before, sides.key_before(key)), (sides.after, key)):
        for there in {start, *reachable(start, lambda key, side=side: _passed_on(key, side))}:  # type: ignore[misc]  # the default binds the side
            yield from (user for user in side.users(there) if user[0] == "claim")


def _passed_on(key: Key, side: Side) -> Iterator[Key]:
    for use in side.records.index.uses.get(key, ()):
        if use.by[0] in _BEARING and use.reference.keys[0] in _PASSING:
            yield use.by
