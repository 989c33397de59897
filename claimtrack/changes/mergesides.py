"""Which parts of the three sides of a merge are one part, also where a side renamed it."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from attrs import frozen

from claimtrack.changes.mergereadings import same_sentences
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
    from collections.abc import Collection, Iterable, Iterator, Mapping


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
    #: Whether a side gave it a name that the other side gave to something else.
    displaced: bool = False


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
    found = [
        _renamed(base, side, other, item=item, grouping=grouping)
        for side, other in ((ours, theirs), (theirs, ours))
    ]
    to_ours, to_theirs = (
        {step: to for step, to in mine.items() if to not in side or yours.get(step) == to}
        for mine, yours, side in (
            (found[0][0], found[1][0], theirs),
            (found[1][0], found[0][0], ours),
        )
    )
    displaced = found[0][1] | found[1][1]
    for step, before in base.items():
        one, other = to_ours.get(step, step), to_theirs.get(step, step)
        sides = Sides(before, ours.get(one), theirs.get(other))
        yield Place(
            step=step,
            sides=sides,
            field=field_of(step, item, grouping),
            torn=step in to_ours and step in to_theirs and one != other,
            displaced=step in displaced and sides.ours != sides.theirs,
        )
    known = {*base, *to_ours.values(), *to_theirs.values()}
    for step, sides in _added(_but(ours, known), _but(theirs, known), item, grouping):
        yield Place(step=step, sides=sides, field=field_of(step, item, grouping))


def _added(
    ours: Mapping[Step, Part], theirs: Mapping[Step, Part], item: Field | None, grouping: Grouping
) -> Iterator[tuple[Step, Sides]]:
    """Yield what is new on a side, with what the other side made of the same, by its first name."""
    pairs = same_sentences(ours, theirs, item) if grouping == "items" else {}
    for one, other in pairs.items():
        yield min(one, other, key=str), Sides(None, ours[one], theirs[other])
    paired = {*pairs, *pairs.values()}
    for step in (*ours, *(step for step in theirs if step not in ours)):
        if step not in paired:
            yield step, Sides(None, ours.get(step), theirs.get(step))


def _but(parts: Mapping[Step, Part], known: Collection[Step]) -> dict[Step, Part]:
    return {step: part for step, part in parts.items() if step not in known}


def _renamed(
    base: Mapping[Step, Part],
    side: Mapping[Step, Part],
    other: Mapping[Step, Part],
    *,
    item: Field | None,
    grouping: Grouping,
) -> tuple[dict[Step, Step], set[Step]]:
    """Return what a side calls the parts that it renamed, and changed in nothing else.

    A name under which the other side has something of its own is not taken for a new name; the
    parts that may have got such a name come second.
    """
    if grouping in ("keys", "texts"):
        return {}, set()
    gone = {step: _marks(part, item) for step, part in _others(base, side, item)}
    bearers: defaultdict[str, list[Step]] = defaultdict(list)
    for step, part in _others(side, base, item):
        for mark in _marks(part, item):
            bearers[mark].append(step)
    pairs = {
        step: list(dict.fromkeys(to for mark in marks for to in bearers[mark]))
        for step, marks in gone.items()
    }
    clashing = {
        to
        for step, found in pairs.items()
        for to in found
        if other.get(to) != base.get(to)
        and not (to in other and {*gone[step]} & {*_marks(other[to], item)})
    }
    displaced = _leading_to(clashing, pairs)
    taken = Counter(to for found in pairs.values() for to in found)
    renamed = {
        step: found[0]
        for step, found in pairs.items()
        if len(found) == 1
        and taken[found[0]] == 1
        and not {step, found[0]} & {*displaced, *side.keys() & base.keys()}
    }
    return renamed, displaced


def _others(
    one: Mapping[Step, Part], other: Mapping[Step, Part], item: Field | None
) -> Iterator[tuple[Step, Part]]:
    """Yield the parts of one side that the other does not have, or not what goes by that name."""
    for step, part in one.items():
        there = other.get(step)
        if there is None or not {*_marks(part, item)} & {*_marks(there, item)}:
            yield step, part


def _leading_to(ends: set[Step], pairs: Mapping[Step, Iterable[Step]]) -> set[Step]:
    """Return the parts whose new names lead to some, also by way of others."""
    found: set[Step] = set()
    while True:
        more = {step for step, to in pairs.items() if not (ends | found).isdisjoint(to)}
        if more == found:
            return found
        found = more


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
