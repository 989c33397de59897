"""Changes put into effect, and undone."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar, cast

from attrs import evolve

from claimtrack.changes.paths import Item, items_of, pointer_of
from claimtrack.errors import ClaimtrackError
from claimtrack.model.records import Record, kind_of
from claimtrack.text.schema import shape_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from claimtrack.changes.change import Change, Part
    from claimtrack.model.claims import Version
    from claimtrack.text.schema import Field, Shape

R = TypeVar("R", bound=Record)
_Changes: TypeAlias = "Sequence[Change]"


class DoesNotFit(ClaimtrackError, ValueError):  # noqa: N818 - reads as a sentence
    """A change of something that a record does not have, or not as the change says."""

    def __init__(self, change: Change) -> None:
        super().__init__(change)
        self.change = change

    def __str__(self) -> str:
        place = pointer_of(self.change.was) or "the id"
        return f"`{place}` is not what the change says it was: compare the records anew"


def apply(record: R, changes: Iterable[Change]) -> R:
    """Return the record with some changes made, each at its place in the record before.

    They may come in any order, and some of those that `diff` gave may be left out. Raises
    `DoesNotFit`.
    """
    todo = tuple(changes)
    made = _members(record, shape_of(kind_of(record)), [c for c in todo if c.was], 0)
    for change in todo:
        if not change.was:
            _require(change, fits=change.op == "move" and change.old == record.id)
            made = evolve(cast("Any", made), id=change.new)
    return cast("R", made)


def inverse(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Return the changes that undo some: they lead back from what those gave."""
    return tuple(change.inverse for change in changes)


def _members(part: object, shape: Shape, changes: _Changes, depth: int) -> object:
    updates: dict[str, object] = {}
    for key, some in _by_step(changes, depth).items():
        item = shape.by_key.get(key) if isinstance(key, str) else None
        if item is None:
            raise DoesNotFit(some[0])
        old = getattr(part, item.attribute)
        if item.arity == "map":
            updates[item.attribute] = _versions(old, cast("Shape", item.shape), some, depth + 1)
        elif item.arity == "one":
            updates[item.attribute] = _one(old, item, some, depth + 1)
        else:
            updates[item.attribute] = _items(old, item, some, depth + 1)
    return evolve(cast("Any", part), **updates) if updates else part


def _one(old: Part | None, item: Field, changes: _Changes, depth: int) -> Part | None:
    """Change one part, whose own way ends at a depth; `None` is nothing."""
    own, inner = _split(changes, depth)
    for change in own:
        fits = len(own) == 1 and not inner and change.op != "move" and old == change.old
        _require(change, fits=fits)
        return change.new
    if not inner:
        return old
    _require(inner[0], fits=old is not None and item.shape is not None)
    return cast("Part", _members(old, cast("Shape", item.shape), inner, depth))


def _versions(
    old: Mapping[str, Version], shape: Shape, changes: _Changes, depth: int
) -> Mapping[str, Version]:
    kept = dict(old)
    placed: dict[str, Version] = {}
    sources: dict[str, Change] = {}
    for name, some in _by_step(changes, depth).items():
        own, inner = _split(some, depth + 1)
        op = own[0].op if own else "replace"
        _require(some[0], fits=len(own) <= 1 and (name in kept) != (op == "add"))
        version = kept.pop(str(name), None)
        if op in {"add", "remove"}:
            _require(own[0], fits=version == own[0].old and not inner)
            version = cast("Version | None", own[0].new)
        elif inner:
            version = cast("Version", _members(version, shape, inner, depth + 1))
        if version is not None:
            to = str(own[0].path[depth] if own else name)
            _require(some[0], fits=to not in placed)
            placed[to] = version
            sources[to] = some[0]
    for to, change in sources.items():
        _require(change, fits=to not in kept)
    return {**kept, **placed}


def _items(
    old: Sequence[Part], item: Field, changes: _Changes, depth: int
) -> tuple[Part | None, ...]:
    names = items_of(old)
    kept: dict[str | Item, Part | None] = dict(zip(names, old, strict=True))
    placed: list[tuple[int, Part | None]] = []
    for name, some in _by_step(changes, depth).items():
        own, inner = _split(some, depth + 1)
        ops = {change.op: change for change in own}
        if "add" in ops:
            placed.append((_index(ops["add"], depth), ops.pop("add").new))
        rest = (*(ops[op] for op in ops if op != "move"), *inner)
        if not (rest or ops):
            continue
        _require(some[0], fits=name in kept)
        part = _one(kept.pop(name), item, rest, depth + 1)
        if "move" in ops:
            placed.append((_index(ops["move"], depth), part))
        elif part is not None:
            kept[name] = part
    result = [kept[name] for name in names if name in kept]
    for index, part in sorted(placed, key=lambda each: each[0]):
        result.insert(index, part)
    return tuple(result)


def _index(change: Change, depth: int) -> int:
    step = change.path[depth]
    _require(change, fits=isinstance(step, Item))
    return cast("Item", step).index


def _by_step(changes: _Changes, depth: int) -> Mapping[str | Item, _Changes]:
    """Return the changes within each part of the part to which ways of this length lead."""
    found: defaultdict[str | Item, list[Change]] = defaultdict(list)
    for change in changes:
        _require(change, fits=len(change.was) > depth and len(change.path) == len(change.was))
        found[change.was[depth]].append(change)
    return found


def _split(changes: _Changes, depth: int) -> tuple[_Changes, _Changes]:
    """Return the changes of the part itself, and those of what is within it."""
    own = [change for change in changes if len(change.was) == depth]
    return own, [change for change in changes if len(change.was) > depth]


def _require(change: Change, *, fits: bool) -> None:
    if not fits:
        raise DoesNotFit(change)
