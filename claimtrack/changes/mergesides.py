"""Which parts of the three sides of a merge are one part, also where a side renamed it."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from attrs import frozen

from claimtrack.changes.mergetrees import (
    Grouping,
    Step,
    data_of_part,
    field_of,
    grouping_of,
    parts_of,
)
from claimtrack.text.layout import Group, Part
from claimtrack.text.schema import Field

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


#: What may change about an attribution that is still the same one, one at a time. To tell a change,
#: `claimtrack.text.matching` recognizes more: what a merge takes for one must be so beyond doubt.
_NAMING = ("speaker", "stance", "source", "at", "id")


@frozen
class Sides:
    """One part as the base and both sides have it, None where it is not there."""

    base: Part | None
    ours: Part | None
    theirs: Part | None

    @property
    def all(self) -> tuple[Part | None, Part | None, Part | None]:
        """The part on all three."""
        return self.base, self.ours, self.theirs

    @property
    def there(self) -> tuple[Part, ...]:
        """The part wherever it is there."""
        return tuple(part for part in self.all if part)


@frozen(kw_only=True)
class Place:
    """A part that is one on all sides, and the field that it belongs to."""

    #: What it is called, in the base where it is there.
    step: Step
    sides: Sides
    field: Field | None
    #: Whether the two sides gave it different names.
    torn: bool = False


@frozen(kw_only=True)
class Division:
    """The parts of a part that a merge takes one by one."""

    grouping: Grouping
    places: tuple[Place, ...]


def division(sides: Sides, item: Field | None) -> Division | None:
    """Return the parts of a part on all sides; None where it can only be taken whole."""
    found = {grouping_of(part, item) for part in sides.there if not is_empty(part)}
    grouping = found.pop() if len(found) == 1 else None
    if grouping is None:
        return None
    by_step = [parts_of(part, item, grouping) if part else {} for part in sides.all]
    base, ours, theirs = by_step
    if base is None or ours is None or theirs is None:
        return None
    return Division(
        grouping=grouping, places=tuple(_places(base, ours, theirs, item=item, grouping=grouping))
    )


def is_empty(part: Part) -> bool:
    """Tell whether a part is a mapping or list that holds nothing."""
    return isinstance(part.content, Group) and not part.content.parts


def _places(
    base: dict[Step, Part],
    ours: dict[Step, Part],
    theirs: dict[Step, Part],
    *,
    item: Field | None,
    grouping: Grouping,
) -> Iterator[Place]:
    to_ours, to_theirs = (
        _renamed(base, side, other, item=item, grouping=grouping)
        for side, other in ((ours, theirs), (theirs, ours))
    )
    for step, before in base.items():
        one, other = to_ours.get(step, step), to_theirs.get(step, step)
        sides = Sides(before, ours.get(one), theirs.get(other))
        torn = step in to_ours and step in to_theirs and one != other
        yield Place(step=step, sides=sides, field=field_of(step, item, grouping), torn=torn)
    known = {*base, *to_ours.values(), *to_theirs.values()}
    for step in (*ours, *(step for step in theirs if step not in ours)):
        if step not in known:
            sides = Sides(None, ours.get(step), theirs.get(step))
            yield Place(step=step, sides=sides, field=field_of(step, item, grouping))


def _renamed(
    base: Mapping[Step, Part],
    side: Mapping[Step, Part],
    other: Mapping[Step, Part],
    *,
    item: Field | None,
    grouping: Grouping,
) -> dict[Step, Step]:
    """Return what a side calls the parts that it renamed, and changed in nothing else.

    A name under which the other side has something of its own is not taken for a new name.
    """
    if grouping in ("keys", "texts"):
        return {}
    gone = {step: _marks(part, item) for step, part in base.items() if step not in side}
    new = {step: _marks(part, item) for step, part in side.items() if step not in base}
    bearers: defaultdict[str, list[Step]] = defaultdict(list)
    for step, marks in new.items():
        for mark in marks:
            bearers[mark].append(step)
    pairs = {
        step: list(dict.fromkeys(to for mark in marks for to in bearers[mark]))
        for step, marks in gone.items()
    }
    taken = Counter(to for found in pairs.values() for to in found)
    return {
        step: found[0]
        for step, found in pairs.items()
        if len(found) == 1
        and taken[found[0]] == 1
        and (found[0] not in other or {*gone[step]} & {*_marks(other[found[0]], item)})
    }


def _marks(part: Part, item: Field | None) -> tuple[str, ...]:
    """Return what a part is recognized by under another name: any of it is enough.

    A version that got another id keeps all it holds; an attribution of which one field of its name
    was corrected keeps all others, among them words of the source.
    """
    data = data_of_part(part)
    if not isinstance(data, dict) or item is None:
        return ()
    if item.arity == "map":
        return (repr(data),)
    if not data.keys() & {"cue", "quote"}:
        return ()
    rests = ({name: data[name] for name in data if name != key} for key in _NAMING)
    return tuple(f"{key} {rest}" for key, rest in zip(_NAMING, rests, strict=True))
