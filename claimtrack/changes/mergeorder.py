"""One order for what two sides added to a list that keeps its order."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Mapping, Sequence

T = TypeVar("T", bound="Hashable")


def woven(
    kept: Sequence[T],
    sides: Sequence[Sequence[T]],
    added: Sequence[Collection[T]],
    *,
    by: Callable[[T], tuple[str, ...]] | None = None,
) -> tuple[T, ...]:
    """Weave two sequences: what is kept, and behind each part of it what either side added there.

    No item stands twice in a sequence. `by` gives what the additions of both in one place are
    sorted by; without it those of one side stay together.
    """
    ours, theirs = (_behind(kept, side, new) for side, new in zip(sides, added, strict=True))
    places = {
        item: min(found[item] for found in (ours, theirs) if item in found)
        for item in (*ours, *theirs)
    }
    runs = (_runs(found, places, len(kept)) for found in (ours, theirs))
    groups = [_joined(one, other, by) for one, other in zip(*runs, strict=True)]
    before, *behind = groups
    pairs = zip(kept, behind, strict=True)
    return (*before, *(item for one, group in pairs for item in (one, *group)))


def _runs(found: Mapping[T, int], places: Mapping[T, int], last: int) -> list[list[T]]:
    """Part the additions of a side by their places."""
    runs: list[list[T]] = [[] for _ in range(last + 1)]
    for item in found:
        runs[places[item]].append(item)
    return runs


def _joined(ours: list[T], theirs: list[T], by: Callable[[T], tuple[str, ...]] | None) -> list[T]:
    """Join what both sides added in one place, in one order whichever side is which."""
    first, second = sorted((ours, theirs), key=lambda run: [str(item) for item in run])
    if set(first) < set(second):
        first, second = second, first
    known = set(first)
    more = [item for item in second if item not in known]
    return sorted([*first, *more], key=by) if by and first and more else [*first, *more]


def _behind(kept: Sequence[T], side: Sequence[T], new: Collection[T]) -> dict[T, int]:
    """Return behind how many of what is kept each addition stands."""
    number = {item: count for count, item in enumerate(kept, 1)}
    places: dict[T, int] = {}
    place = 0
    for item in side:
        place = number.get(item, place)
        if item not in number and item in new:
            places[item] = place
    return places
