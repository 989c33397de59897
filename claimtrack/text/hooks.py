"""The structure hooks of the converter: a value to what it stands for, or why it does not fit."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TypeAlias, get_args

from claimtrack.model.ids import Refers
from claimtrack.text import misfits
from claimtrack.text.scalarforms import PARSERS, Misfit, parse_word

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


def marked(hint: object) -> Hook:
    """Return the hook of a text field of a narrower form."""
    return scalar(parser_of(hint))


def parser_of(hint: object) -> Callable[[str], object]:
    """Return what reads a text field of a narrower form."""
    mark = hint.__metadata__[0]  # type: ignore[attr-defined]  # typing gives Annotated no type of its own
    return PARSERS["id" if isinstance(mark, Refers) else mark.form]


def scalar(parse: Callable[[str], object]) -> Hook:
    """Return the hook of a scalar that is parsed."""

    def hook(value: object, _: object) -> object:
        if type(value) is str and value:
            return parse(value)
        raise not_a("text", value)

    return hook


def word(hint: object) -> Hook:
    """Return the hook of a vocabulary."""
    words = {word: word for word in get_args(hint)}

    def hook(value: object, _: object) -> object:
        if type(value) is not str or not value:
            raise not_a("text", value)
        return words.get(value) or parse_word(value, tuple(words))

    return hook


def raw(value: object, _: object) -> object:
    """Return a text or list as it is: the claim's `answer` says what it stands for."""
    if isinstance(value, str) and value:
        return value
    if isinstance(value, list) and value:
        return tuple(value)
    raise not_a("value", value)


def listed(structure_item: Hook, hint: object) -> Hook:
    """Return the hook of a list, which tells the misfits of all its items at once."""

    def hook(value: object, _: object) -> object:
        if not isinstance(value, list):
            raise not_a("list", value)
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


def mapped(structure_item: Hook, hint: object, parse_key: Callable[[str], object]) -> Hook:
    """Return the hook of a mapping, which tells the misfits of all its items at once."""

    def hook(value: object, _: object) -> object:
        if not isinstance(value, dict) or not value:
            raise not_a("mapping", value)
        items: dict[str, object] = {}
        found: list[tuple[Keys, Exception]] = []
        for key, item in value.items():
            try:
                parse_key(key)
            except Misfit as error:
                found.append(((key,), KeyMisfit(error.kind, error.message)))
            try:
                items[sys.intern(key)] = structure_item(item, hint)
            except Exception as error:  # noqa: BLE001 - told as a fault at this item by salvage
                found.append(((key,), error))
        if found:
            raise Misfits(found)
        return items

    return hook


def not_a(wanted: str, value: object) -> Misfit:
    """Return what is wrong with a value of another type than is wanted."""
    names: dict[type, str] = {str: "text", list: "a list", dict: "a mapping"}
    what = names.get(type(value), repr(value))
    if value in ("", [], {}):
        return Misfit(misfits.MISSING_KEY, f"the {wanted} is empty; fill it in")
    return Misfit(misfits.WRONG_TYPE, f"{what} stands where {_WANTED[wanted]}")


_WANTED = {
    "text": "one text belongs; write it on its own, without a list or mapping",
    "list": "a list belongs; write `[…]` or items that begin with `- `",
    "mapping": "a mapping belongs; write `key: value` lines",
    "value": "a value belongs; write one text, or a list of speaker ids",
}
