"""As much of a record as can be read, and a fault for every part that cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from attrs import field, frozen
from cattrs.errors import (
    AttributeValidationNote,
    BaseValidationError,
    ClassValidationError,
    ForbiddenExtraKeysError,
)

from claimtrack.findings import Fault, KeyPath
from claimtrack.model.attributions import Attribution, arranged
from claimtrack.model.manifest import Manifest
from claimtrack.model.records import Record
from claimtrack.text import misfits
from claimtrack.text.convert import structure, structure_part
from claimtrack.text.hooks import DROPPED, KeyMisfit, Misfits
from claimtrack.text.misfits import suggestion
from claimtrack.text.nodes import Data
from claimtrack.text.scalarforms import Misfit
from claimtrack.text.schema import Shape, shape_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimtrack.text.schema import FileKind


@frozen(kw_only=True)
class Salvaged:
    """What could be read of a record."""

    #: The record without the parts at fault; None where nothing can stand without them.
    record: Record | Manifest | None
    faults: tuple[Fault, ...] = ()
    #: The data that the record was made of; items that were left out are still counted.
    data: Data = field(factory=dict, repr=False)


def salvage(data: dict[str, Data], kind: FileKind, id: str) -> Salvaged:  # noqa: A002 - the format's own word
    """Make a record of plain data, leaving out what does not fit and telling each such part."""
    shape = shape_of(kind)
    rest = cast("dict[str, Data]", _without_empty(data))
    told: list[Fault] = []
    while True:
        try:
            return Salvaged(record=structure(rest, kind, id), faults=tuple(told), data=rest)
        except (BaseValidationError, Misfit, Misfits) as error:
            found = tuple(_faults(error, (), shape))
        told += [fault for fault in found if not _explained(fault, told)]
        if any(not fault.keys for fault in found):
            return Salvaged(record=None, faults=tuple(told), data=rest)
        for fault in found:
            _leave_out(rest, fault.keys)
        if ("answer",) in (fault.keys for fault in found):
            _leave_out_values(rest)


def keys_in_file(data: Data, kind: FileKind, keys: KeyPath) -> KeyPath:
    """Return where a part of a record stands in the data that it was made of.

    A record sorts its attributions and its lists that are sets, and has no trace of what was left
    out: `keys` counts as the record does, the result as the file does.
    """
    return _in_shape(data, shape_of(kind), keys)


def _in_shape(data: Data, shape: Shape, keys: KeyPath) -> KeyPath:
    if not keys or not isinstance(data, dict):
        return ()
    key, rest = keys[0], keys[1:]
    item = shape.by_key.get(str(key))
    child = data.get(str(key))
    if item is None or child is None or not rest:
        return keys
    if item.arity == "one":
        return (key, *_in_shape(child, item.shape, rest)) if item.shape else keys
    step = rest[0]
    if isinstance(child, list) and isinstance(step, int):
        order = order_in_file(child, as_set=item.arity == "set")
        step = order[step] if step < len(order) else step
        below = child[step] if step < len(child) else ""
    else:
        below = child.get(str(step), "") if isinstance(child, dict) else ""
    return (key, step, *(_in_shape(below, item.shape, rest[1:]) if item.shape else rest[1:]))


def order_in_file(items: list[Data], *, as_set: bool) -> list[int]:
    """Return where each item of a record's list stands in the file's list, which it was made of."""
    kept = [index for index, item in enumerate(items) if item is not DROPPED]
    if not as_set:
        return kept
    if all(isinstance(items[index], str) for index in kept):
        return sorted(kept, key=lambda index: str(items[index]))
    made = {index: cast("Attribution", structure_part(items[index], Attribution)) for index in kept}
    ranks = {id(item): rank for rank, item in enumerate(arranged(tuple(made.values())))}
    return sorted(kept, key=lambda index: ranks[id(made[index])])


def _without_empty(data: Data) -> Data:
    if isinstance(data, dict):
        kept = {key: _without_empty(value) for key, value in data.items()}
        return {key: value for key, value in kept.items() if value not in ("", [], {})}
    if isinstance(data, list):
        return [_without_empty(item) for item in data]
    return data


def _explained(fault: Fault, told: Iterable[Fault]) -> bool:
    """Tell whether a fault only follows from one at or below its own place."""
    return any(other.keys[: len(fault.keys)] == fault.keys for other in told)


def _leave_out(data: Data, keys: KeyPath) -> None:
    """Leave out what the keys lead to, unless what it stands in was left out already."""
    key, rest = keys[0], keys[1:]
    if isinstance(data, list) and isinstance(key, int):
        if rest:
            _leave_out(data[key], rest)
        else:
            data[key] = cast("Data", DROPPED)
    elif isinstance(data, dict) and key in data:
        if rest:
            _leave_out(data[str(key)], rest)
        else:
            del data[str(key)]


def _leave_out_values(data: dict[str, Data]) -> None:
    """Leave the versions' values out: without a sound `answer`, nobody knows what they are."""
    versions = data.get("versions")
    for version in versions.values() if isinstance(versions, dict) else ():
        if isinstance(version, dict):
            version.pop("value", None)


def _faults(error: Exception, keys: KeyPath, shape: Shape | None) -> Iterator[Fault]:
    match error:
        case ClassValidationError():
            for part in error.exceptions:
                yield from _part_faults(part, keys, cast("Shape", shape))
        case Misfits():
            for steps, part in error.found:
                yield from _faults(part, (*keys, *steps), shape)
        case Misfit():
            on_key = isinstance(error, KeyMisfit)
            yield Fault(kind=error.kind, message=error.message, keys=keys, on_key=on_key)
        case _:
            raise error


def _part_faults(part: Exception, keys: KeyPath, shape: Shape) -> Iterator[Fault]:
    if isinstance(part, ForbiddenExtraKeysError):
        for key in sorted(part.extra_fields):
            message = _unknown_key(key, shape)
            yield Fault(kind=misfits.UNKNOWN_KEY, message=message, keys=(*keys, key), on_key=True)
        return
    note = next(note for note in part.__notes__ if isinstance(note, AttributeValidationNote))
    item = next(item for item in shape.fields if item.attribute == note.name)
    if isinstance(part, KeyError):
        message = f"{_a(shape.name)} needs `{item.key}`; add it"
        yield Fault(kind=misfits.MISSING_KEY, message=message, keys=keys, on_key=True)
    else:
        yield from _faults(part, (*keys, item.key), item.shape)


def _unknown_key(key: str, shape: Shape) -> str:
    near = suggestion(key, shape.by_key)
    return f'"{key}" is no key of {_a(shape.name)}{near}; known keys are {", ".join(shape.by_key)}'


def _a(name: str) -> str:
    return f"an {name}" if name[0] in "aeiou" else f"a {name}"
