"""What changed between two states of a record."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from attrs import evolve, frozen

from claimtrack.changes.change import Change
from claimtrack.changes.order import kept_in_order
from claimtrack.changes.paths import Item, Path, items_of
from claimtrack.changes.renamings import NONE, Renamings
from claimtrack.errors import ClaimtrackError
from claimtrack.model.claims import Claim
from claimtrack.model.records import Record, kind_of
from claimtrack.text.convert import plain
from claimtrack.text.matching import matched, renamed
from claimtrack.text.schema import Field, Shape, shape_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claimtrack.changes.change import Op, Part
    from claimtrack.model.claims import Version


class NotComparable(ClaimtrackError, TypeError):  # noqa: N818 - reads as a sentence
    """Two records of different kinds."""

    def __init__(self, a: str, b: str) -> None:
        super().__init__(f"a {a} and a {b} cannot be compared; give two records of one kind")


def diff(a: Record, b: Record, renamings: Renamings = NONE) -> tuple[Change, ...]:
    """Return what turns one record into the other, key by key in the order of the format.

    Versions are the same by id, attributions by identity, other items of lists by what they name;
    what is left is paired by content: a version that was renamed, an attribution whose speaker,
    stance or place was corrected. References that became what `renamings` say only follow. Raises
    `NotComparable` for records of two kinds.
    """
    kinds = kind_of(a), kind_of(b)
    if kinds[0] != kinds[1]:
        raise NotComparable(*kinds)
    moved = (Change(op="move", path=(), was=(), old=a.id, new=b.id),) if a.id != b.id else ()
    if isinstance(a, Claim) and isinstance(b, Claim):
        renamings = renamings.of_claim(a.id, b.id, own=renamed_versions(a, b))
    return moved + tuple(_members(a, b, shape_of(kinds[0]), _Ways((), (), renamings)))


def renamed_versions(a: Claim, b: Claim) -> dict[str, str]:
    """Return the new id of each version of a claim that was renamed."""
    gone = {name: plain(it) for name, it in a.versions.items() if name not in b.versions}
    fresh = {name: plain(it) for name, it in b.versions.items() if name not in a.versions}
    return renamed(gone, fresh) if gone and fresh else {}


@frozen
class _Ways:
    """The places in both records of what is compared, and what was renamed."""

    was: Path
    path: Path
    renamings: Renamings

    def to(self, was: str | Item, path: str | Item) -> _Ways:
        return _Ways((*self.was, was), (*self.path, path), self.renamings)

    def change(self, op: Op, old: Part | None, new: Part | None) -> Change:
        return Change(op=op, path=self.path, was=self.was, old=old, new=new)


def _members(a: object, b: object, shape: Shape, ways: _Ways) -> Iterator[Change]:
    for item in shape.fields:
        old, new = getattr(a, item.attribute), getattr(b, item.attribute)
        if old == new:
            continue
        there = ways.to(item.key, item.key)
        if item.arity == "map":
            yield from _versions(old, new, cast("Shape", item.shape), there)
        elif item.arity == "one":
            yield from _one(old, new, item, there)
        else:
            yield from _items(old, new, item, there)


def _one(old: Part | None, new: Part | None, item: Field, ways: _Ways) -> Iterator[Change]:
    if old is None or new is None:
        yield ways.change("add" if old is None else "remove", old, new)
    elif item.shape is not None:
        yield from _members(old, new, item.shape, ways)
    else:
        follows = ways.renamings.followed(old, item) == new
        yield evolve(ways.change("replace", old, new), follows=follows)


def _versions(
    old: Mapping[str, Version], new: Mapping[str, Version], shape: Shape, ways: _Ways
) -> Iterator[Change]:
    ids = ways.renamings.own
    for name, version in old.items():
        to = ids.get(name, name)
        there = ways.to(name, to)
        if to not in new:
            yield there.change("remove", version, None)
            continue
        if name != to:
            yield there.change("move", name, to)
        yield from _members(version, new[to], shape, there)
    for name, version in new.items():
        if name not in old and name not in ids.values():
            yield ways.to(name, name).change("add", None, version)


def _items(old: Sequence[Part], new: Sequence[Part], item: Field, ways: _Ways) -> Iterator[Change]:
    pairs = _pairs(old, new, item, ways.renamings)
    were, are = items_of(old), items_of(new)
    kept = kept_in_order(list(pairs.values())) if item.arity == "list" else pairs.values()
    for i, part in enumerate(old):
        if i not in pairs:
            yield ways.to(were[i], were[i]).change("remove", part, None)
            continue
        j = pairs[i]
        there = ways.to(were[i], are[j])
        if j not in kept:
            yield there.change("move", part, new[j])
        if part != new[j]:
            yield from _one(part, new[j], item, there)
    for j in sorted(set(range(len(new))) - set(pairs.values())):
        yield ways.to(are[j], are[j]).change("add", None, new[j])


def _pairs(
    old: Sequence[Part], new: Sequence[Part], item: Field, renamings: Renamings
) -> dict[int, int]:
    """Return which item became which; those of a chain of speakers also by their place in it."""
    were = [plain(renamings.followed(part, item)) for part in old]
    pairs = matched(were, [plain(part) for part in new])
    if item.arity == "list" and (item.shape is None or item.bare):
        return dict(sorted({**_by_place(pairs, len(old), len(new)), **pairs}.items()))
    return pairs


def _by_place(pairs: Mapping[int, int], old: int, new: int) -> dict[int, int]:
    """Pair what is left between the same neighbours, in its order."""
    taken = set(pairs.values())
    found: dict[int, int] = {}
    j = 0
    for i in range(old):
        if i in pairs:
            j = pairs[i] + 1
        elif j < new and j not in taken:
            found[i] = j
            j += 1
    return found
