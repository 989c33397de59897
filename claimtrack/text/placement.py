"""Where comments go when their nodes have moved: always to the same node, never lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from claimtrack.text.layout import Leaf, Part

if TYPE_CHECKING:
    from collections.abc import Iterable


def in_a_row(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Move what stands below a part above it, unless the part is the last.

    Below any other part, a comment would belong to the part after it.
    """
    row = list(parts)
    for index, part in enumerate(row[:-1]):
        if part.below:
            row[index] = attrs.evolve(part, above=part.above + part.below, below=())
    return tuple(row)


def at_the_top(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Move what stands above the first part of a file to the end of its line.

    Above the first key, a comment would belong to the record. Of several, the last stands at the
    end of the line, the others between the key and its text; beside a mapping or list, which has
    no room for them there, they are joined to one.
    """
    if not parts or not parts[0].above:
        return parts
    first, *rest = parts
    notes = (*first.above, first.beside) if first.beside else first.above
    if isinstance(first.content, Leaf):
        moved = attrs.evolve(first, above=(), between=notes[:-1], beside=notes[-1])
    else:
        moved = attrs.evolve(first, above=(), beside=" ".join(notes))
    return (moved, *rest)
