"""The file that the decisions of a merge make of its base."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import attrs
from attrs import field, frozen

from claimtrack.changes.mergecomments import merged_notes, notes_of
from claimtrack.changes.mergedecisions import Aspect, Decision
from claimtrack.changes.mergeorder import woven
from claimtrack.changes.mergesides import is_empty
from claimtrack.changes.mergetrees import (
    Step,
    data_of_part,
    entry_of,
    field_of,
    grouping_of,
    parts_of,
    text_of,
)
from claimtrack.changes.paths import Path
from claimtrack.model.normalform import nfc
from claimtrack.text.layout import Contested, Group, Part
from claimtrack.text.placement import in_a_row
from claimtrack.text.sortkeys import attribution_key, text_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from claimtrack.changes.mergesides import Sides
    from claimtrack.changes.mergetrees import Grouping
    from claimtrack.text.schema import Field


def apply(base: Part | None, decisions: Iterable[Decision], item: Field | None) -> Part | None:
    """Return what the decisions make of a base; None where nothing is left of it."""
    plan = _Plan()
    for decision in decisions:
        plan.add(decision)
    return plan.part(base, item, ())


@frozen
class _Plan:
    here: dict[Path, dict[Aspect, Decision]] = field(factory=lambda: defaultdict(dict))
    #: The parts of a part that something is decided on, within it or as a whole.
    below: dict[Path, dict[Step, None]] = field(factory=lambda: defaultdict(dict))

    def add(self, decision: Decision) -> None:
        self.here[decision.path][decision.aspect] = decision
        for end in range(len(decision.path)):
            self.below[decision.path[:end]].setdefault(decision.path[end])

    def part(self, base: Part | None, item: Field | None, path: Path) -> Part | None:
        decided = self.here.get(path, {})
        if "part" in decided:
            return _chosen(decided["part"])
        if "frame" in decided or base is None:
            sides = next(iter(decided.values())).sides
            base = _empty(_model(sides), sides.base)
        part = self._filled(base, decided, item, path)
        if "name" in decided:
            part = attrs.evolve(part, key=_side(decided["name"]).key)
        if "comments" in decided:
            part = _annotated(part, decided["comments"])
        return None if path and is_empty(part) and part.is_bare else part

    def _filled(
        self, part: Part, decided: Mapping[Aspect, Decision], item: Field | None, path: Path
    ) -> Part:
        if "content" in decided:
            return attrs.evolve(part, content=_side(decided["content"]).content)
        grouping, content = grouping_of(part, item), part.content
        if grouping and isinstance(content, Group) and path in self.below:
            parts = in_a_row(self._divided(part, item, path, grouping))
            return attrs.evolve(part, content=attrs.evolve(content, parts=parts))
        return part

    def _divided(
        self, part: Part, item: Field | None, path: Path, grouping: Grouping
    ) -> Iterable[Part]:
        known = parts_of(part, item, grouping) or {}
        made: dict[Step, Part] = {}
        for step in (*known, *self.below[path]):
            inner = self.part(known.get(step), field_of(step, item, grouping), (*path, step))
            if inner is not None:
                made[step] = inner
        if grouping == "items" and item and item.arity == "list" and "order" in self.here[path]:
            return _listed(made, list(known), self.here[path]["order"].sides, item)
        return _sorted(made, list(known), item, grouping)


def _sorted(
    made: Mapping[Step, Part], known: Sequence[Step], item: Field | None, grouping: Grouping
) -> Iterable[Part]:
    """Put what has no order of its own into the canonical one."""
    if grouping == "ids":
        return sorted(made.values(), key=lambda part: nfc(part.key))
    if grouping == "texts":
        return sorted(made.values(), key=lambda part: text_key(data_of_part(part)))
    if grouping == "items":
        return sorted(made.values(), key=lambda part: attribution_key(data_of_part(part)))
    ranks = {key: rank for rank, key in enumerate(item.shape.by_key if item and item.shape else ())}

    def place(step: Step) -> tuple[int, int, str]:
        unknown = known.index(step) if step in known else len(known)
        rank = ranks.get(made[step].key)
        return (len(ranks), unknown, str(step)) if rank is None else (rank, 0, "")

    return [made[step] for step in sorted(made, key=place)]


def _listed(
    made: Mapping[Step, Part], known: Iterable[Step], sides: Sides, item: Field
) -> Iterable[Part]:
    """Put a list that keeps its order into that of both sides, additions in one place by date."""
    kept = [step for step in known if step in made]
    orders = [
        list(parts_of(part, item, "items") or ()) if part else []
        for part in (sides.ours, sides.theirs)
    ]
    added = made.keys() - kept

    def by(step: Step) -> tuple[str, ...]:
        return text_of(entry_of(made[step], "date")), str(step)

    return [made[step] for step in woven(kept, orders, (added, added), by=by)]


def _side(decision: Decision) -> Part:
    """Return the part of the side that stands, which is there on both."""
    sides = decision.sides
    chosen = sides.theirs if decision.verdict == "theirs" else sides.ours
    return chosen or _model(sides)


def _chosen(decision: Decision) -> Part | None:
    """Return a part as a side has it, or as both do between markers."""
    sides = decision.sides
    if decision.verdict == "contested":
        return Part(Contested(sides.ours, sides.theirs, sides.base), key=sides.there[0].key)
    return sides.theirs if decision.verdict == "theirs" else sides.ours


def _model(sides: Sides) -> Part:
    """Return the first side on which a part holds something."""
    return next((part for part in sides.there if not is_empty(part)), sides.there[0])


def _empty(part: Part, base: Part | None) -> Part:
    """Return a part that holds none of its parts yet, with the comments of the base."""
    content = part.content
    inner = attrs.evolve(content, parts=()) if isinstance(content, Group) else content
    return attrs.evolve(base or Part(inner, key=part.key), content=inner)


def _annotated(part: Part, decision: Decision) -> Part:
    base, ours, theirs = map(notes_of, decision.sides.all)
    if decision.verdict == "both":
        notes = merged_notes(base, ours, theirs)
    else:
        notes = theirs if decision.verdict == "theirs" else ours
    above, below = ((), notes.own) if notes.below else (notes.own, ())
    return attrs.evolve(part, above=above, beside=notes.beside, below=below)
