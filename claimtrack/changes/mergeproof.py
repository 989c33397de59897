"""Whether a merged text holds every change of both sides and nothing else, looked at afresh."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from claimtrack.changes.mergedecisions import settled
from claimtrack.changes.mergesides import Place, Sides, division
from claimtrack.changes.mergetrees import Tree, data_of_part, parts_of, step_of, text_of
from claimtrack.text.layout import Contested, Group

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.changes.mergetrees import Grouping, Step
    from claimtrack.text.layout import Part
    from claimtrack.text.schema import Field


def is_proven(merged: Tree | None, sides: Sides) -> bool:
    """Tell whether each part is what the side that changed it made of it, and no comment is lost.

    How the decisions were carried out plays no role: the text is read again and compared.
    """
    if merged is None:
        return False
    return _holds(merged.root, sides, merged.field) and _keeps_comments(merged.root, sides)


def _holds(now: Part | None, sides: Sides, item: Field | None) -> bool:
    base, ours, theirs = map(_data, sides.all)
    verdict = settled(base, ours, theirs)
    if verdict != "contested":
        return _data(now) == (theirs if verdict == "theirs" else ours)
    parts = division(sides, item)
    if parts is None:
        return False
    found = (parts_of(now, item, parts.grouping) or {}) if now else {}
    held = [
        _holds(found.pop(_last_name(place, item, parts.grouping), None), place.sides, place.field)
        for place in parts.places
    ]
    return all(held) and not found


def _data(part: Part | None) -> object:
    """Return a part as data; a mapping or list that holds nothing is as good as none."""
    return (data_of_part(part) or None) if part else None


def _last_name(place: Place, item: Field | None, grouping: Grouping) -> Step:
    """Return what a part is called that a side may have renamed."""
    names = [step_of(part, item, grouping) for part in place.sides.there]
    return next((name for name in names if name != place.step), place.step)


def offers_all(now: Part, sides: Sides) -> bool:
    """Tell whether all that a side wrote stands in a file with conflicts."""
    before, *written = (set(_texts(part)) | set(_comments(part)) for part in sides.all)
    there = {*_texts(now), *_comments(now)}
    return all(side - before <= there for side in written)


def _texts(part: Part | None) -> Iterator[str]:
    for one in _parts(part):
        yield text_of(one)


def _keeps_comments(now: Part, sides: Sides) -> bool:
    """Tell whether no comment comes from neither side, and none that a side wrote or left is gone.

    A comment that both sides kept is there, or at least once where one of them moved it.
    """
    base, ours, theirs = (Counter(_comments(part)) for part in sides.all)
    there = set(_comments(now))
    wanted = {*(ours - base), *(theirs - base), *(base & ours & theirs)}
    return wanted <= there <= {*ours, *theirs}


def _comments(part: Part | None) -> Iterator[str]:
    for one in _parts(part):
        notes = (*one.above, *one.between, one.beside, *one.below)
        yield from (note for note in notes if note)


def _parts(part: Part | None) -> Iterator[Part]:
    """Yield a part and all within it; of a contested one, those of both sides."""
    if part is None:
        return
    yield part
    content = part.content
    if isinstance(content, Contested):
        yield from (*_parts(content.ours), *_parts(content.theirs))
    elif isinstance(content, Group):
        for one in content.parts:
            yield from _parts(one)
