"""As much of a record as can be read, and a fault for every part that cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, cast

from attrs import field, frozen
from cattrs.errors import (
    AttributeValidationNote,
    BaseValidationError,
    ClassValidationError,
    ForbiddenExtraKeysError,
)

from claimtrack.findings import Fault, KeyPath
from claimtrack.model.manifest import Manifest
from claimtrack.model.records import Record
from claimtrack.text import misfits
from claimtrack.text.convert import structure
from claimtrack.text.hooks import DROPPED, KeyMisfit, Misfits
from claimtrack.text.misfits import shown, suggestion
from claimtrack.text.nodes import Data
from claimtrack.text.scalarforms import Misfit
from claimtrack.text.schema import shape_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.text.schema import FileKind, Shape


#: The plain data of a mapping.
DataMap: TypeAlias = dict[str, Data]


@frozen(kw_only=True)
class Salvaged:
    """What could be read of a record."""

    #: The record without the parts at fault; None where nothing can stand without them.
    record: Record | Manifest | None
    faults: tuple[Fault, ...] = ()
    #: The data that the record was made of; items that were left out are still counted.
    data: Data = field(factory=dict, repr=False)


def sound(data: dict[str, Data], kind: FileKind, id: str) -> Record | Manifest | None:  # noqa: A002 - the format's own word
    """Make a record of plain data, None where anything is wrong with them."""
    try:
        return structure(data, kind, id)
    except (BaseValidationError, Misfit, Misfits):
        salvaged = salvage(data, kind, id)
        return None if salvaged.faults else salvaged.record


def salvage(data: dict[str, Data], kind: FileKind, id: str) -> Salvaged:  # noqa: A002 - the format's own word
    """Make a record of plain data, leaving out what does not fit and telling each such part."""
    shape = shape_of(kind)
    rest = _without_empty(data, shape)
    told: list[Fault] = []
    # Where a fault was told, and all above: a later one there only follows from it.
    explained: set[KeyPath] = set()
    while True:
        try:
            return Salvaged(record=structure(rest, kind, id), faults=tuple(told), data=rest)
        except (BaseValidationError, Misfit, Misfits) as error:
            found = tuple(_faults(error, (), shape))
        told += [fault for fault in found if fault.keys not in explained]
        explained.update(
            fault.keys[:length] for fault in found for length in range(len(fault.keys) + 1)
        )
        if any(not fault.keys for fault in found):
            return Salvaged(record=None, faults=tuple(told), data=rest)
        for fault in found:
            _leave_out(rest, fault.keys)
        if ("answer",) in (fault.keys for fault in found):
            _leave_out_values(rest)


def _without_empty(data: DataMap, shape: Shape) -> DataMap:
    """Copy a mapping without those of its known keys that are empty and may be left out."""
    kept: DataMap = {}
    for key, value in data.items():
        item = shape.by_key.get(key)
        inner = _copied(value, item.shape, by_id=item.arity == "map") if item else value
        if item is None or item.required or inner not in ("", [], {}):
            kept[key] = inner
    return kept


def _copied(value: Data, shape: Shape | None, *, by_id: bool = False) -> Data:
    if isinstance(value, list):
        return [_copied(each, shape) for each in value]
    if shape is None or not isinstance(value, dict):
        return value
    if by_id:
        return {key: _copied(each, shape) for key, each in value.items()}
    return _without_empty(value, shape)


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
    known = ", ".join(shape.by_key)
    return f"{shown(key)} is no key of {_a(shape.name)}{near}; known keys are {known}"


def _a(name: str) -> str:
    return f"an {name}" if name[0] in "aeiou" else f"a {name}"
