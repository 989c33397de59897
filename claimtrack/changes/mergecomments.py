"""The comments of both sides of a merge, in one order."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypeVar

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Iterator, Sequence

    from claimtrack.text.layout import Part

T = TypeVar("T", bound="Hashable")


@frozen
class Notes:
    """The comments of a part."""

    #: Those on lines of their own.
    own: tuple[str, ...] = ()
    #: That at the end of its line.
    beside: str = ""
    #: Whether those on lines of their own stand below it.
    below: bool = False


def notes_of(part: Part | None) -> Notes:
    """Return the comments of a part."""
    if part is None:
        return Notes()
    return Notes(part.above + part.below, part.beside, below=bool(part.below and not part.above))


def merged_notes(base: Notes, ours: Notes, theirs: Notes) -> Notes:
    """Return the comments that both sides kept and all that either wrote.

    What one side took away and the other left alone is gone; of what both changed, both remain.
    """
    own = merged_lines(base.own, ours.own, theirs.own)
    beside = merged_lines(*((side.beside,) if side.beside else () for side in (base, ours, theirs)))
    below = all(side.below for side in (base, ours, theirs) if side.own)
    return Notes(own + beside[:-1], beside[-1] if beside else "", below=below)


def merged_lines(
    base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]
) -> tuple[str, ...]:
    """Return the lines that both sides kept and all that either added, the same whichever is ours.

    >>> merged_lines(["# a", "# b"], ["# a", "# b", "# c"], ["# b"])
    ('# b', '# c')
    """
    before, *sides = (tuple(_numbered(lines)) for lines in (base, ours, theirs))
    kept = [line for line in before if all(line in side for side in sides)]
    ours_new, theirs_new = ([line for line in side if line not in before] for side in sides)
    return tuple(line for line, _ in woven(kept, sides, (ours_new, theirs_new)))


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
    groups: list[list[T]] = [[] for _ in range(len(kept) + 1)]
    for place, group in enumerate(groups):
        runs = [[item for item in found if places[item] == place] for found in (ours, theirs)]
        first, second = sorted(runs, key=lambda run: [str(item) for item in run])
        if set(first) < set(second):
            first, second = second, first
        more = [item for item in second if item not in first]
        group += [*first, *more]
        if by and more and first:
            group.sort(key=by)
    before, *behind = groups
    pairs = zip(kept, behind, strict=True)
    return (*before, *(item for one, group in pairs for item in (one, *group)))


def _behind(kept: Sequence[T], side: Sequence[T], new: Collection[T]) -> dict[T, int]:
    """Return behind how many of what is kept each addition stands."""
    places: dict[T, int] = {}
    place = 0
    for item in side:
        if item in kept:
            place = kept.index(item) + 1
        elif item in new:
            places[item] = place
    return places


def _numbered(lines: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Tell lines that are alike from each other."""
    seen: Counter[str] = Counter()
    for line in lines:
        yield line, seen[line]
        seen[line] += 1
