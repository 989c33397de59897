"""Ways along links between ids: what can be reached, and what leads back to itself."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Hashable, Iterable
from typing import TypeAlias, TypeVar

T = TypeVar("T", bound=Hashable)

#: What an id links to, directly.
Links: TypeAlias = Callable[[str], Iterable[str]]


def reachable(start: T, links: Callable[[T], Iterable[T]]) -> frozenset[T]:
    """Return all that some way leads to; the start itself only where it lies on a cycle.

    >>> sorted(reachable("a", {"a": ["b"], "b": ["c"], "c": []}.__getitem__))
    ['b', 'c']
    """
    seen: set[T] = set()
    waiting = [start]
    while waiting:
        new = set(links(waiting.pop())) - seen
        seen |= new
        waiting += new
    return frozenset(seen)


def cycle_from(start: str, links: Links) -> tuple[str, ...]:
    """Return a shortest cycle of which the start is the alphabetically first id, empty without one.

    So each cycle is told at one of its ids only. It begins and ends with the start.

    >>> cycle_from("a", {"a": ["b"], "b": ["a"]}.__getitem__)
    ('a', 'b', 'a')
    >>> cycle_from("b", {"a": ["b"], "b": ["a"]}.__getitem__)
    ()
    """
    came_from: dict[str, str] = {}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        for there in sorted(links(here)):
            if there == start:
                return (*_way_back(here, came_from), start)
            if there > start and there not in came_from:
                came_from[there] = here
                waiting.append(there)
    return ()


def _way_back(end: str, came_from: dict[str, str]) -> tuple[str, ...]:
    way = [end]
    while way[-1] in came_from:
        way.append(came_from[way[-1]])
    return tuple(reversed(way))
