"""Plain data to records and back: the one cattrs converter."""

from __future__ import annotations

import functools
import types
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Annotated, Literal, cast, get_args, get_origin

import attrs
from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from claimtrack.errors import ClaimtrackError
from claimtrack.model.attributions import Relay
from claimtrack.model.claims import Answer, Claim, Value, Version
from claimtrack.model.dates import Date
from claimtrack.model.frozenmap import FrozenMap
from claimtrack.model.ids import SpeakerId, VersionRef
from claimtrack.model.locators import Locator
from claimtrack.model.manifest import Manifest
from claimtrack.model.quantities import Quantity
from claimtrack.model.records import RECORD_CLASSES, Record
from claimtrack.text import misfits
from claimtrack.text.hooks import (
    Hook,
    KeyMisfit,
    Keys,
    Misfits,
    listed,
    mapped,
    marked,
    not_a,
    parser_of,
    raw,
    scalar,
    word,
)
from claimtrack.text.scalarforms import PARSERS, Misfit, parse_id, parse_value
from claimtrack.text.schema import FILE_CLASSES

if TYPE_CHECKING:
    from claimtrack.text.nodes import Data
    from claimtrack.text.schema import FileKind, Form


class NotABoolean(ClaimtrackError, TypeError):  # noqa: N818 - reads as a sentence
    """A value that a record cannot have where yes or no belongs."""

    def __init__(self, value: object) -> None:
        name = type(value).__name__
        super().__init__(f"`{name}` stands where yes or no belongs; give `True` or `False`")


def structure(data: Mapping[str, Data], kind: FileKind, id: str) -> Record | Manifest:  # noqa: A002 - the format's own word
    """Make a record, or the manifest, of plain data.

    Raises `Misfit`, `Misfits` or a group of cattrs that holds them; `claimtrack.text.salvage`
    makes faults of all three.
    """
    # A record is asked for by its class: cattrs would look for one union of all four.
    hook = _converter().get_structure_hook(FILE_CLASSES[kind])
    return cast("Record | Manifest", hook((id, data), FILE_CLASSES[kind]))


def to_data(record: Record | Manifest) -> dict[str, Data]:
    """Return a record as plain data under the format's keys: texts, lists, dicts; no defaults.

    The id is not in it: it is the path of the file. Raises `NotABoolean`.
    """
    return cast("dict[str, Data]", plain(record))


def plain(part: object) -> Data:
    """Return any part of a record as plain data, a date or a quantity as its text."""
    return cast("Data", _converter().unstructure(part))


@functools.cache
def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True, detailed_validation=True)
    _register_scalars(converter)
    _register_collections(converter)
    converter.register_structure_hook_factory(attrs.has, lambda cls: _shape(converter, cls))
    converter.register_unstructure_hook_factory(attrs.has, lambda cls: _unshape(converter, cls))
    for value in (Date, Locator, VersionRef, Quantity):
        converter.register_unstructure_hook(value, str)
    for cls, form in _SCALARS:
        converter.register_structure_hook(cls, scalar(PARSERS[form]))
    return converter


_SCALARS: tuple[tuple[type, Form], ...] = (
    (str, "text"),
    (bool, "boolean"),
    (Date, "date"),
    (Locator, "locator"),
    (VersionRef, "reference"),
)


def _register_scalars(converter: Converter) -> None:
    converter.register_unstructure_hook(bool, _boolean)
    converter.register_structure_hook_factory(_origin(Annotated), marked)
    converter.register_structure_hook_factory(_origin(Literal), word)
    converter.register_structure_hook_factory(
        _is_optional, lambda hint: converter.get_structure_hook(get_args(hint)[0])
    )
    converter.register_structure_hook_func(lambda hint: hint in (Value, Value | None), raw)


def _is_optional(hint: object) -> bool:
    """Tell whether a type is another one or None, which no file holds."""
    parts = get_args(hint)
    return isinstance(hint, types.UnionType) and len(parts) == 2 and parts[1] is types.NoneType


def _boolean(value: object) -> str:
    """Write yes or no; a text is left to be judged as one that stands in a file is."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    raise NotABoolean(value)


def _register_collections(converter: Converter) -> None:
    def items_of(hint: object, position: int) -> tuple[Hook, object]:
        item = get_args(hint)[position]
        return converter.get_structure_hook(item), item

    converter.register_structure_hook_factory(
        _origin(tuple), lambda hint: listed(*items_of(hint, 0))
    )
    converter.register_structure_hook_factory(
        _origin(Mapping),
        lambda hint: mapped(*items_of(hint, 1), parser_of(get_args(hint)[0])),
    )
    converter.register_unstructure_hook_func(
        lambda hint: hint is tuple or _origin(tuple)(hint),
        lambda items: [converter.unstructure(item) for item in items],
    )
    converter.register_unstructure_hook_func(
        lambda hint: hint is FrozenMap or _origin(Mapping)(hint),
        lambda items: {key: converter.unstructure(item) for key, item in items.items()},
    )


def _origin(origin: object) -> Callable[[object], bool]:
    return lambda hint: get_origin(hint) is origin


def _shape(converter: Converter, cls: type) -> Hook:
    renamed = {
        member.name: override(rename=member.metadata["key"])
        for member in attrs.fields(cls)
        if "key" in member.metadata
    }
    plain = cast("Hook", make_dict_structure_fn(cls, converter, **renamed))  # type: ignore[arg-type]  # the overrides of attributes by name

    def hook(value: object, _: object) -> object:
        if isinstance(value, dict):
            return plain(value, cls)
        raise not_a("mapping", value)

    if cls in RECORD_CLASSES.values():
        return _record(hook)
    if cls is Manifest:
        return lambda value, hint: hook(cast("tuple[str, object]", value)[1], hint)
    return _relay(hook) if cls is Relay else hook


def _relay(hook: Hook) -> Hook:
    # One object serves for each id: those on whom many rely are named often.
    @functools.lru_cache(maxsize=65536)
    def bare(speaker: str) -> object:
        return hook({"speaker": speaker}, Relay)

    return lambda value, hint: bare(value) if isinstance(value, str) else hook(value, hint)


def _record(hook: Hook) -> Hook:
    def record(value: object, hint: object) -> object:
        id, data = cast("tuple[str, dict[str, object]]", value)  # noqa: A001 - the format's own word
        if "id" in data:
            raise Misfits([(("id",), KeyMisfit(misfits.UNKNOWN_KEY, _NO_ID))])
        made = hook({**data, "id": id}, hint)
        return _answered(made) if isinstance(made, Claim) else made

    return record


_NO_ID = "a record has no key `id`: its id is the path of its file; remove the line"


def _answered(claim: Claim) -> Claim:
    changed: dict[str, Version] = {}
    found: list[tuple[Keys, Exception]] = []
    for name, version in claim.versions.items():
        if version.value is None:
            continue
        try:
            value = _value(cast("str | tuple[object, ...]", version.value), claim.answer)
        except (Misfit, Misfits) as error:
            found.append((("versions", name, "value"), error))
        else:
            if value is not version.value:
                changed[name] = attrs.evolve(version, value=value)
    if found:
        raise Misfits(found)
    return attrs.evolve(claim, versions={**claim.versions, **changed}) if changed else claim


def _value(value: str | tuple[object, ...], answer: Answer) -> Value | None:
    if isinstance(value, str):
        return parse_value(value, answer)
    if answer == "speaker":
        speakers = cast("tuple[str, ...]", _SPEAKERS(list(value), None))
        return tuple(sorted(speakers)) or None
    message = f"a list of values fits `answer: speaker` only, and this claim has `answer: {answer}`"
    raise Misfit(misfits.WRONG_ANSWER, message)


#: The hook of the values that are lists.
_SPEAKERS = listed(scalar(parse_id), SpeakerId)


def _unshape(converter: Converter, cls: type) -> Callable[[object], object]:
    record = cls in RECORD_CLASSES.values()
    overrides = {
        member.name: override(
            rename=member.metadata.get("key"),
            omit=True if record and member.name == "id" else None,
        )
        for member in attrs.fields(cls)
    }
    plain: Callable[[object], dict[str, object]] = make_dict_unstructure_fn(
        cls,
        converter,
        _cattrs_omit_if_default=True,
        **overrides,  # type: ignore[arg-type]  # the overrides of attributes by name
    )
    if cls is not Relay:
        return plain

    def relay(value: object) -> object:
        data = plain(value)
        return data["speaker"] if len(data) == 1 else data

    return relay
