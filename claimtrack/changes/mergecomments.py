"""The comments of both sides of a merge, in one order."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from attrs import frozen

from claimtrack.changes.mergeorder import woven

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimtrack.text.layout import Part


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
    own = _merged_lines(base.own, ours.own, theirs.own)
    beside = _merged_lines(
        *((side.beside,) if side.beside else () for side in (base, ours, theirs))
    )
    below = all(side.below for side in (base, ours, theirs) if side.own)
    return Notes(own + beside[:-1], beside[-1] if beside else "", below=below)


def _merged_lines(
    base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]
) -> tuple[str, ...]:
    """Return the lines that both sides kept and all that either added, the same whichever is ours.

    >>> _merged_lines(["# a", "# b"], ["# a", "# b", "# c"], ["# b"])
    ('# b', '# c')
    """
    before, *sides = (tuple(_numbered(lines)) for lines in (base, ours, theirs))
    known, there = set(before), [set(side) for side in sides]
    kept = [line for line in before if all(line in side for side in there)]
    return tuple(line for line, _ in woven(kept, sides, [side - known for side in there]))


def _numbered(lines: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Tell lines that are alike from each other."""
    seen: Counter[str] = Counter()
    for line in lines:
        yield line, seen[line]
        seen[line] += 1
