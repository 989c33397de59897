"""How many of some sets can have nothing in common, two by two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

T = TypeVar("T", bound=Hashable)
_Numbers: TypeAlias = frozenset[int]

#: Above so many sets that hang together, their number is estimated.
_MOST = 24


@frozen
class Packing:
    """A choice of disjoint sets."""

    #: The numbers of the sets that are chosen.
    chosen: tuple[int, ...]
    #: How many could be at most: as many as are chosen, unless too many sets hang together.
    most: int


def packing(sets: Sequence[AbstractSet[T]]) -> Packing:
    """Choose as many sets that share nothing as there can be, the first ones where it is the same.

    Of more than 24 sets that hang together by what they share, the first that fit are chosen, and
    `most` is a bound: not too low, and the same whatever the members are called.

    >>> packing([{"a", "b"}, {"a", "z"}, {"b", "c"}])
    Packing(chosen=(1, 2), most=2)
    """
    near = _neighbours(sets)
    chosen: list[int] = []
    most = 0
    for together in _components(near):
        if len(together) <= _MOST:
            best = _largest(together, near)
            bound = len(best)
        else:
            best = _first(together, near)
            bound = _bound([sets[number] for number in together])
        chosen += best
        most += bound
    return Packing(tuple(sorted(chosen)), most)


def _neighbours(sets: Sequence[AbstractSet[T]]) -> list[_Numbers]:
    """Return for each set the others that share something with it."""
    bearers: defaultdict[T, set[int]] = defaultdict(set)
    for number, one in enumerate(sets):
        for member in one:
            bearers[member].add(number)
    return [
        frozenset().union(*(bearers[member] for member in one)) - {number}
        for number, one in enumerate(sets)
    ]


def _components(near: Sequence[_Numbers]) -> Iterator[_Numbers]:
    """Yield the sets that hang together, also by way of others."""
    seen: set[int] = set()
    for start in range(len(near)):
        if start in seen:
            continue
        found, waiting = {start}, [start]
        while waiting:
            new = near[waiting.pop()] - found
            found |= new
            waiting += new
        seen |= found
        yield frozenset(found)


def _largest(together: _Numbers, near: Sequence[_Numbers]) -> tuple[int, ...]:
    """Return as many as there can be, by taking or leaving out the one that hinders most others."""

    @cache
    def best(left: _Numbers) -> tuple[int, ...]:
        free = tuple(one for one in left if not near[one] & left)
        rest = left.difference(free)
        if not rest:
            return tuple(sorted(free))
        hub = max(rest, key=lambda one: (len(near[one] & rest), -one))
        found = (best(rest - {hub}), (hub, *best(rest - {hub} - near[hub])))
        return min(
            (tuple(sorted((*free, *some))) for some in found), key=lambda some: (-len(some), some)
        )

    return best(together)


def _first(together: _Numbers, near: Sequence[_Numbers]) -> tuple[int, ...]:
    chosen: set[int] = set()
    for one in sorted(together):
        if not near[one] & chosen:
            chosen.add(one)
    return tuple(chosen)


def _bound(sets: Sequence[AbstractSet[T]]) -> int:
    """Return how many disjoint sets their members suffice for, the smallest first."""
    left = len(frozenset().union(*sets))
    for number, size in enumerate(sorted(map(len, sets))):
        left -= size
        if left < 0:
            return number
    return len(sets)
