"""The bytes of one record's file to a record, and a fault for all that is wrong with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import attrs
from attrs import frozen

from claimtrack.findings import Fault, Span
from claimtrack.model.manifest import Manifest
from claimtrack.model.records import Record
from claimtrack.quoting import quoted
from claimtrack.text.compose import compose
from claimtrack.text.decode import decode
from claimtrack.text.fast import plain_data
from claimtrack.text.faults import ANCHOR_OR_ALIAS
from claimtrack.text.fileorder import FileOrder
from claimtrack.text.limits import DEFAULT_LIMITS, Limits
from claimtrack.text.misfits import WRONG_HEADLINE
from claimtrack.text.nodes import Mapping, data_of, span_of
from claimtrack.text.salvage import salvage, sound
from claimtrack.text.schema import kind_by_headline, shape_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.findings import KeyPath
    from claimtrack.text.nodes import Data
    from claimtrack.text.schema import FileKind


@frozen(kw_only=True)
class Document:
    """What was read of one file."""

    #: The record, without the parts at fault; None where nothing can stand without them.
    record: Record | Manifest | None
    #: What is wrong, each with its place.
    faults: tuple[Fault, ...] = ()


def read(data: bytes, *, kind: FileKind, id: str, limits: Limits = DEFAULT_LIMITS) -> Document:  # noqa: A002 - the format's own word
    r"""Read a record of a kind; never raises, whatever the bytes.

    >>> document = read(b"speaker: Hamas\nkind: organisation\n", kind="speaker", id="hamas")
    >>> document.record.name
    'Hamas'
    >>> [(fault.span.line, fault.span.column) for fault in document.faults]
    [(2, 7)]
    """
    plain = plain_data(data, limits)
    record = sound(plain, kind, id) if plain and _headline(kind) in plain else None
    if record is not None:
        return Document(record=record)
    decoded = decode(data, limits)
    if decoded.text is None:
        return Document(record=None, faults=decoded.faults)
    composed = compose(decoded.text, limits, beginning=_beginning(kind))
    faults = decoded.faults + composed.faults
    root = composed.root
    if not isinstance(root, Mapping):
        return Document(record=None, faults=faults)
    told = _headline_faults(root, kind)
    plain = cast("dict[str, Data]", data_of(root))
    # A manifest has no id, and may hold what belongs into the file of a record.
    salvaged = salvage(plain, _announced(root, kind), id or kind)
    aliases = {fault.keys for fault in composed.faults if fault.kind == ANCHOR_OR_ALIAS}
    own = (f for f in salvaged.faults if f.keys not in aliases or not _is_empty(plain, f.keys))
    placed = tuple(_placed(root, fault) for fault in (*told, *own))
    return Document(record=None if told else salvaged.record, faults=faults + placed)


def place(data: bytes, faults: Iterable[Fault], *, kind: FileKind, id: str) -> tuple[Fault, ...]:  # noqa: A002
    """Give the faults of a record that was read from these bytes their places.

    The keys of the faults count as the record does, which sorts what has no order.
    """
    root = compose(decode(data).text or "").root
    if not isinstance(root, Mapping):
        return tuple(attrs.evolve(fault, span=Span()) for fault in faults)
    order = FileOrder(salvage(cast("dict[str, Data]", data_of(root)), kind, id).data, kind)
    return tuple(
        _placed(root, attrs.evolve(fault, keys=order.keys(fault.keys))) for fault in faults
    )


def _beginning(kind: FileKind) -> str:
    """Return how a file of a kind begins."""
    return "claimtrack: 1" if kind == "manifest" else f"{_headline(kind)}:"


def _headline(kind: FileKind) -> str:
    return shape_of(kind).fields[0].key


def _is_empty(data: Data, keys: KeyPath) -> bool:
    """Tell whether keys lead to an empty text, as which an alias is read."""
    for key in keys:
        parts = data if isinstance(data, dict) else dict(enumerate(data))
        data = cast("dict[str | int, Data]", parts).get(key, [])
    return data == ""


def _placed(root: Mapping, fault: Fault) -> Fault:
    return attrs.evolve(fault, span=span_of(root, fault.keys, on_key=fault.on_key))


def _announced(root: Mapping, kind: FileKind) -> FileKind:
    """Return what the record says it is, which is what its folder says unless they disagree."""
    keys = [entry.key.value for entry in root.entries]
    if _headline(kind) in keys or not keys:
        return kind
    return kind_by_headline().get(keys[0], kind)


def _headline_faults(root: Mapping, kind: FileKind) -> tuple[Fault, ...]:
    announced = _announced(root, kind)
    if announced == kind:
        return ()
    wanted = _headline(kind)
    first = root.entries[0].key.value
    message = (
        f"a file in this folder holds a {kind} and begins with `{wanted}:`, "
        f"not with {quoted(first + ':')}; rename the key or move the file"
    )
    return (Fault(kind=WRONG_HEADLINE, message=message, keys=(first,), on_key=True),)
