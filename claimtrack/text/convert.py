"""Plain data to records and back: the one cattrs converter."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias, cast, get_args, get_origin

import attrs
from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from claimtrack.model.attributions import Relay
from claimtrack.model.claims import Claim, Value
from claimtrack.model.dates import Date
from claimtrack.model.frozenmap import FrozenMap
from claimtrack.model.ids import Refers, VersionRef
from claimtrack.model.locators import Locator
from claimtrack.model.manifest import Manifest
from claimtrack.model.quantities import Quantity
from claimtrack.model.records import RECORD_CLASSES, Record
from claimtrack.text import misfits
from claimtrack.text.scalarforms import PARSERS, Misfit, parse_slug, parse_value, parse_word
from claimtrack.text.schema import FILE_CLASSES

if TYPE_CHECKING:
    from claimtrack.text.nodes import Data
    from claimtrack.text.schema import FileKind, Form

#: A value in, and its type; what it stands for out.
Hook: TypeAlias = Callable[[object, object], object]
#: The keys that lead to a part of a value.
Keys: TypeAlias = tuple[str | int, ...]


class KeyMisfit(Misfit):
    """A key that does not fit."""


class Misfits(ValueError):  # noqa: N818 - caught within this package, where it becomes faults
    """Several parts of one value that do not fit, each with the keys that lead to it."""

    def __init__(self, found: list[tuple[Keys, Exception]]) -> None:
        self.found = found
        super().__init__(str(found))


#: Stands for an item of a list that was left out, so that the others keep their places.
DROPPED = object()


def structure(data: Mapping[str, Data], kind: FileKind, id: str) -> Record | Manifest:  # noqa: A002 - the format's own word
    """Make a record, or the manifest, of plain data.

    Raises `Misfit`, `Misfits` or a group of cattrs that holds them; `claimtrack.text.salvage`
    makes faults of all three.
    """
    # A record is asked for by its class: cattrs would look for one union of all four.
    hook = _converter().get_structure_hook(FILE_CLASSES[kind])
    return cast("Record | Manifest", hook((id, data), FILE_CLASSES[kind]))


def structure_part(data: Data, cls: type) -> object:
    """Make a part of a record, such as an attribution, of plain data; raises as `structure`."""
    return _converter().structure(data, cls)


def to_data(record: Record | Manifest) -> dict[str, Data]:
    """Return a record as plain data under the format's keys: texts, lists, dicts; no defaults.

    The id is not in it: it is the path of the file.
    """
    return cast("dict[str, Data]", _converter().unstructure(record))


@functools.cache
def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True, detailed_validation=True)
    _register_scalars(converter)
    _register_collections(converter)
    converter.register_structure_hook_factory(attrs.has, lambda cls: _shape(converter, cls))
    converter.register_unstructure_hook_factory(attrs.has, lambda cls: _unshape(converter, cls))
    for cls in (Date, Locator, VersionRef, Quantity):
        converter.register_unstructure_hook(cls, str)
    for scalar, form in _SCALARS:
        converter.register_structure_hook(scalar, _scalar(PARSERS[form]))
    return converter


_SCALARS: tuple[tuple[type, Form], ...] = (
    (str, "text"),
    (bool, "boolean"),
    (Date, "date"),
    (Locator, "locator"),
    (VersionRef, "reference"),
)


def _register_scalars(converter: Converter) -> None:
    converter.register_unstructure_hook(bool, lambda value: "true" if value else "false")
    converter.register_structure_hook_factory(_origin(Annotated), _marked)
    converter.register_structure_hook_factory(_origin(Literal), _word)
    converter.register_structure_hook_func(lambda hint: hint in (Value, Value | None), _raw)


def _register_collections(converter: Converter) -> None:
    def listed(hint: object) -> Hook:
        item = get_args(hint)[0]
        return _list(converter.get_structure_hook(item), item)

    def mapped(hint: object) -> Hook:
        item = get_args(hint)[1]
        return _map(converter.get_structure_hook(item), item)

    converter.register_structure_hook_factory(_origin(tuple), listed)
    converter.register_structure_hook_factory(_origin(Mapping), mapped)
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


def _marked(hint: object) -> Hook:
    mark = hint.__metadata__[0]  # type: ignore[attr-defined]  # typing gives Annotated no type of its own
    return _scalar(PARSERS["id" if isinstance(mark, Refers) else mark.form])


def _scalar(parse: Callable[[str], object]) -> Hook:
    def hook(value: object, _: object) -> object:
        if type(value) is str and value:
            return parse(value)
        raise _not_a("text", value)

    return hook


def _word(hint: object) -> Hook:
    words = {word: word for word in get_args(hint)}

    def hook(value: object, _: object) -> object:
        if type(value) is not str or not value:
            raise _not_a("text", value)
        return words.get(value) or parse_word(value, tuple(words))

    return hook


def _raw(value: object, _: object) -> object:
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    raise _not_a("value", value)


def _list(structure_item: Hook, hint: object) -> Hook:
    def hook(value: object, _: object) -> object:
        if not isinstance(value, list):
            raise _not_a("list", value)
        items: list[object] = []
        found: list[tuple[Keys, Exception]] = []
        for index, item in enumerate(value):
            if item is DROPPED:
                continue
            try:
                items.append(structure_item(item, hint))
            except Exception as error:  # noqa: BLE001 - told as a fault at this item by salvage
                found.append(((index,), error))
        if found:
            raise Misfits(found)
        return tuple(items)

    return hook


def _map(structure_item: Hook, hint: object) -> Hook:
    def hook(value: object, _: object) -> object:
        if not isinstance(value, dict):
            raise _not_a("mapping", value)
        items: dict[str, object] = {}
        found: list[tuple[Keys, Exception]] = []
        for key, item in value.items():
            try:
                items[parse_slug(key)] = structure_item(item, hint)
            except Misfit as error:
                found.append(((key,), KeyMisfit(error.kind, error.message)))
            except Exception as error:  # noqa: BLE001 - told as a fault at this item by salvage
                found.append(((key,), error))
        if found:
            raise Misfits(found)
        return items

    return hook


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
        raise _not_a("mapping", value)

    def relay(value: object, hint: object) -> object:
        return hook({"speaker": value} if isinstance(value, str) else value, hint)

    def record(value: object, hint: object) -> object:
        id, data = cast("tuple[str, dict[str, object]]", value)  # noqa: A001 - the format's own word
        if "id" in data:
            raise Misfits([(("id",), KeyMisfit(misfits.UNKNOWN_KEY, _NO_ID))])
        made = hook({**data, "id": id}, hint)
        return _answered(made) if isinstance(made, Claim) else made

    if cls in RECORD_CLASSES.values():
        return record
    if cls is Manifest:
        return lambda value, hint: hook(cast("tuple[str, object]", value)[1], hint)
    return relay if cls is Relay else hook


_NO_ID = "a record has no key `id`: its id is the path of its file; remove the line"


def _answered(claim: Claim) -> Claim:
    versions = dict(claim.versions)
    found: list[tuple[Keys, Exception]] = []
    for name, version in claim.versions.items():
        if version.value is None:
            continue
        try:
            value = parse_value(cast("str | tuple[str, ...]", version.value), claim.answer)
            versions[name] = attrs.evolve(version, value=value)
        except Misfit as error:
            found.append((("versions", name, "value"), error))
    if found:
        raise Misfits(found)
    return attrs.evolve(claim, versions=versions)


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


def _not_a(wanted: str, value: object) -> Misfit:
    names: dict[type, str] = {str: "text", list: "a list", dict: "a mapping"}
    what = names.get(type(value), repr(value))
    if value == "":
        return Misfit(misfits.WRONG_TYPE, f"the {wanted} is empty; fill it in or leave it out")
    return Misfit(misfits.WRONG_TYPE, f"{what} stands where {_WANTED[wanted]}")


_WANTED = {
    "text": "one text belongs; write it on its own, without a list or mapping",
    "list": "a list belongs; write `[…]` or items that begin with `- `",
    "mapping": "a mapping belongs; write `key: value` lines",
    "value": "a value belongs; write one text, or a list of speaker ids",
}
