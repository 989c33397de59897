"""What a merge decides of every part that differs between its sides, before anything is done."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Literal, TypeAlias

from attrs import frozen

from claimtrack.changes.mergecomments import notes_of
from claimtrack.changes.mergereadings import is_one_addition, is_reading
from claimtrack.changes.mergesides import Place, Sides, division, is_empty
from claimtrack.changes.mergetrees import data_of_part, parts_of
from claimtrack.changes.paths import Item, Path
from claimtrack.quoting import quoted
from claimtrack.text.layout import Group

if TYPE_CHECKING:
    from claimtrack.changes.mergesides import Division
    from claimtrack.changes.mergetrees import Step
    from claimtrack.text.layout import Part
    from claimtrack.text.schema import Field

#: Whose part stands: that of the side that changed it, that of both, or neither's.
Verdict: TypeAlias = Literal["ours", "theirs", "both", "contested"]
#: What is decided on: a part with all that is in it, its text, its name, its comments, or that it
#: is there at all, for further decisions to put something into it, and the order of its parts.
Aspect: TypeAlias = Literal["part", "content", "name", "comments", "frame", "order"]
#: Why a part is contested.
Why: TypeAlias = Literal["changed", "added", "removed", "renamed", "displaced", "together"]

_WHY: dict[Why, str] = {
    "changed": "changed in two ways",
    "added": "added in two ways",
    "removed": "changed on one side and removed on the other",
    "renamed": "given two names",
    "displaced": "given a name that the other side gave to something else",
    "together": "right on either side, and not together",
}


@frozen(kw_only=True)
class Decision:
    """What becomes of one part."""

    #: By the names of the base, or of the side that added it.
    path: Path
    aspect: Aspect
    verdict: Verdict
    sides: Sides
    #: Why it is contested.
    why: Why = "changed"

    def __str__(self) -> str:
        name = " / ".join(map(str, self.path)) or "the file"
        return f"{quoted(name, mark=_MARK, most=_LONG)} was {_WHY[self.why]}"


_MARK, _LONG = '"', 200


def decide(sides: Sides, item: Field | None, path: Path = ()) -> tuple[Decision, ...]:
    """Decide on a part and all that is in it: where only one side changed it, that side stands.

    Where both did, its comments, its name and its parts are decided on one by one; a part that
    cannot be divided, or that one side removed and the other changed, is contested. So is all of a
    reading that a side changed where the other did too, and what both added in more than one way.
    """
    verdict = settled(*sides.all)
    if verdict is None:
        return ()
    if verdict != "contested" and (None in sides.all):
        return (_whole(verdict, sides, path),)
    if None in sides.all and not _is_collection(item) and _differ(sides.ours, sides.theirs):
        if _is_added_alike(sides):
            return _divided(sides, item, path)
        return (_contested("added" if sides.base is None else "removed", sides, path),)
    return _divided(sides, item, path)


def _divided(sides: Sides, item: Field | None, path: Path) -> tuple[Decision, ...]:
    inner = _within(sides, item, path)
    if inner is None:
        return (_contested("changed" if sides.base else "added", sides, path),)
    return (*_frame(sides, path), *_comments(sides, path), *inner)


def settled(base: object, ours: object, theirs: object) -> Verdict | None:
    """Return what is decided of what cannot be divided; None where nobody changed it."""
    if ours == theirs:
        return None if ours == base else "both"
    if ours == base:
        return "theirs"
    return "ours" if theirs == base else "contested"


def _whole(verdict: Verdict, sides: Sides, path: Path) -> Decision:
    return Decision(path=path, aspect="part", verdict=verdict, sides=sides)


def _contested(why: Why, sides: Sides, path: Path) -> Decision:
    return Decision(path=path, aspect="part", verdict="contested", sides=sides, why=why)


def _is_collection(item: Field | None) -> bool:
    return item is not None and item.arity in ("set", "list", "map") and not item.bare


def _differ(one: Part | None, other: Part | None) -> bool:
    """Tell whether two parts differ in more than their comments."""
    return one is None or other is None or data_of_part(one) != data_of_part(other)


def _is_added_alike(sides: Sides) -> bool:
    """Tell whether both sides added a part, and one and the same but for a key."""
    if sides.base is not None or sides.ours is None or sides.theirs is None:
        return False
    return is_one_addition(sides.ours, sides.theirs)


def _frame(sides: Sides, path: Path) -> tuple[Decision, ...]:
    """Say of a part that was not there or held nothing that it does now."""
    if sides.base is not None and not is_empty(sides.base):
        return ()
    return (Decision(path=path, aspect="frame", verdict="both", sides=sides),)


def _comments(sides: Sides, path: Path) -> tuple[Decision, ...]:
    verdict = settled(*map(notes_of, sides.all))
    if verdict is None:
        return ()
    # Comments never contradict each other: where both sides changed them, both remain.
    verdict = "both" if verdict == "contested" else verdict
    return (Decision(path=path, aspect="comments", verdict=verdict, sides=sides),)


def _within(sides: Sides, item: Field | None, path: Path) -> tuple[Decision, ...] | None:
    """Decide on what a part holds; None where that is contested as a whole."""
    verdict = settled(*(part.content if part else None for part in sides.all))
    if verdict is None:
        return ()
    parts = division(sides, item)
    if verdict != "contested" and (parts is None or _keeps_order(parts, item)):
        return (Decision(path=path, aspect="content", verdict=verdict, sides=sides),)
    if parts is None or (_keeps_order(parts, item) and _reordered(sides, item)):
        return None
    at_odds = _at_odds(parts, item)
    inner = tuple(
        decision
        for place in parts.places
        for decision in (
            (_at_odds_over(place, path),) if place.step in at_odds else _placed(place, path)
        )
    )
    if any(_breaks_out(one, sides, parts, path) for one in inner):
        return None
    return (Decision(path=path, aspect="order", verdict="both", sides=sides), *inner)


def _at_odds(parts: Division, item: Field | None) -> frozenset[Step]:
    """Return what either side changed of a reading that both changed, each in its own way."""
    verdicts = {
        place.step: _verdict(place.sides) for place in parts.places if is_reading(place.step, item)
    }
    sided = {step: verdict for step, verdict in verdicts.items() if verdict not in (None, "both")}
    mixed = "contested" in sided.values() or len({*sided.values()}) > 1
    return frozenset(sided) if mixed else frozenset()


def _at_odds_over(place: Place, path: Path) -> Decision:
    sides, here = place.sides, (*path, place.step)
    if _verdict(sides) != "contested":
        return _contested("together", sides, here)
    if sides.base is None:
        return _contested("added", sides, here)
    return _contested("removed" if None in sides.all else "changed", sides, here)


def _verdict(sides: Sides) -> Verdict | None:
    return settled(*(data_of_part(part) if part else None for part in sides.all))


def _placed(place: Place, path: Path) -> tuple[Decision, ...]:
    here = (*path, place.step)
    if place.torn:
        return (_contested("renamed", place.sides, here),)
    if place.displaced:
        return (_contested("displaced", place.sides, here),)
    decisions = decide(place.sides, place.field, here)
    return (*decisions, *_name(place.sides, here)) if not _decided(decisions, here) else decisions


def _decided(decisions: tuple[Decision, ...], path: Path) -> bool:
    return any(one.path == path and one.aspect == "part" for one in decisions)


def _name(sides: Sides, path: Path) -> tuple[Decision, ...]:
    verdict = settled(*(part.key if part else "" for part in sides.all))
    if verdict is None or sides.base is None:
        return ()
    return (Decision(path=path, aspect="name", verdict=verdict, sides=sides),)


def _keeps_order(parts: Division, item: Field | None) -> bool:
    return parts.grouping == "texts" or (
        parts.grouping == "items" and item is not None and item.arity == "list"
    )


def _reordered(sides: Sides, item: Field | None) -> bool:
    """Tell whether a side put what is in a list into another order."""
    if item is None or item.arity != "list":
        return False
    orders = [parts_of(part, item, "items") or {} for part in sides.there]
    return any(
        [step for step in one if step in other] != [step for step in other if step in one]
        for one, other in combinations(orders, 2)
    )


def _breaks_out(decision: Decision, sides: Sides, parts: Division, path: Path) -> bool:
    """Tell whether markers around one part of a part would leave no YAML on some side.

    A list on one line is one line, and the first key of an item stands on the line of its dash.
    """
    if decision.verdict != "contested" or decision.path[:-1] != path:
        return False
    if parts.grouping == "texts":
        return True
    if not path or not isinstance(path[-1], Item) or None not in decision.sides.all[1:]:
        return False
    firsts = [part.content.parts[0].key for part in sides.there if isinstance(part.content, Group)]
    return decision.path[-1] in firsts
