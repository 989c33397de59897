"""The references of a record to others, found and rewritten by the field table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar, cast

import attrs
from attrs import frozen

from claimtrack.findings import KeyPath
from claimtrack.model.ids import SPEAKER_TOKENS, RecordKind, VersionRef
from claimtrack.model.records import Record, kind_of
from claimtrack.text.schema import Field, Shape, shape_of

if TYPE_CHECKING:
    from collections.abc import Mapping


R = TypeVar("R", bound=Record)


@frozen
class Reference:
    """A place in a record that names another record, or a version of a claim."""

    keys: KeyPath
    kind: RecordKind
    id: str
    #: The version of the claim, where one is named.
    version: str | None = None


def references(record: Record) -> Iterator[Reference]:
    """Yield every reference of a record, in the order of its keys.

    The tokens `author` and `unknown` refer to no record.
    """
    found: list[Reference] = []

    def note(value: str | VersionRef, item: Field, keys: KeyPath) -> str | VersionRef:
        if isinstance(value, VersionRef):
            found.append(Reference(keys, "claim", value.claim, value.version))
        elif item.form != "version" and not _is_token(value, item):
            found.append(Reference(keys, item.refers or "speaker", value))
        return value

    rewritten(record, shape_of(kind_of(record)), (), note)
    yield from found


def with_renamed(record: R, kind: RecordKind, old: str, new: str) -> R:
    """Return the record with every reference to a record changed to its new id."""

    def rename(value: str | VersionRef, item: Field, _: KeyPath) -> str | VersionRef:
        if isinstance(value, VersionRef):
            return (
                attrs.evolve(value, claim=new) if (kind, old) == ("claim", value.claim) else value
            )
        target = None if item.form == "version" else item.refers or "speaker"
        return new if (target, value) == (kind, old) and not _is_token(value, item) else value

    return cast("R", rewritten(record, shape_of(kind_of(record)), (), rename))


#: Gives what takes the place of an id or a version's address, by its field and its place.
Rewrite: TypeAlias = Callable[[str | VersionRef, Field, "KeyPath"], str | VersionRef]


def _is_token(value: str, item: Field) -> bool:
    return item.key == "speaker" and item.required and value in SPEAKER_TOKENS


def rewritten(value: object, shape: Shape, keys: KeyPath, rewrite: Rewrite) -> object:
    """Return a record or a part of one with other ids of records and versions in it."""
    changes: dict[str, object] = {}
    for item in shape.linking:
        old = getattr(value, item.attribute)
        if old is None or old == () or (item.form == "value" and not isinstance(old, tuple)):
            continue
        new = _member(old, item, (*keys, item.key), rewrite)
        if new != old:
            changes[item.attribute] = new
    return attrs.evolve(cast("Any", value), **changes) if changes else value


def _member(old: object, item: Field, keys: KeyPath, rewrite: Rewrite) -> object:
    if item.arity == "map":
        entries = cast("Mapping[str, object]", old).items()
        return {name: _one(part, item, (*keys, name), rewrite) for name, part in entries}
    if isinstance(old, tuple):
        return tuple(_one(part, item, (*keys, i), rewrite) for i, part in enumerate(old))
    return _one(old, item, keys, rewrite)


def _one(part: object, item: Field, keys: KeyPath, rewrite: Rewrite) -> object:
    if item.shape is not None:
        return rewritten(part, item.shape, keys, rewrite)
    return rewrite(cast("str | VersionRef", part), item, keys)
