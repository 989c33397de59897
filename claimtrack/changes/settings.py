"""What became of the settings of a corpus, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from claimtrack.changes.sentence import Piece, Sentence
from claimtrack.text.schema import shape_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimtrack.model.manifest import Manifest
    from claimtrack.text.schema import Field, Shape


def setting_sentences(before: Manifest, after: Manifest) -> tuple[Sentence, ...]:
    """Return a sentence for each setting that says something else, in the order of the format."""
    return tuple(_members(before, after, shape_of("manifest"), ""))


def _members(old: object, new: object, shape: Shape, name: str) -> Iterator[Sentence]:
    for item in shape.fields:
        was, now = getattr(old, item.attribute), getattr(new, item.attribute)
        if was != now:
            yield from _told(was, now, item, f"{name}{item.key}")


def _told(old: object, new: object, item: Field, name: str) -> Iterator[Sentence]:
    if item.arity == "map":
        yield from _entries(old, new, item, name)
    elif item.shape is not None:
        empty = item.shape.cls()
        yield from _members(old or empty, new or empty, item.shape, f"{name}.")
    elif item.arity in {"list", "set"}:
        yield from _listed(old, new, name)
    else:
        yield Sentence.of(_value(name), *_turned(old, new))


def _entries(old: object, new: object, item: Field, name: str) -> Iterator[Sentence]:
    were, are = cast("Mapping[str, object]", old), cast("Mapping[str, object]", new)
    nothing = None if item.one.arity == "one" else ()
    for key in sorted(were.keys() | are.keys()):
        was, now = were.get(key, nothing), are.get(key, nothing)
        if was != now:
            yield from _told(was, now, item.one, f"{name} of {key}")


def _listed(old: object, new: object, name: str) -> Iterator[Sentence]:
    were, are = cast("tuple[str, ...]", old), cast("tuple[str, ...]", new)
    for verb, some, others in (("gained", are, were), ("lost", were, are)):
        found = [value for value in some if value not in others]
        if found:
            yield Sentence.of(_value(name), f" {verb} ", *_joined(found))
    if set(were) == set(are):
        yield Sentence.of(_value(name), " has another order: ", *_joined(are))


def _turned(old: object, new: object) -> Iterator[Piece]:
    if old is None:
        yield from (Piece(" given: "), _value(new))
    elif new is None:
        yield from (Piece(" removed: "), _value(old))
    else:
        yield from (Piece(" went from "), _value(old), Piece(" to "), _value(new))


def _joined(values: list[str] | tuple[str, ...]) -> Iterator[Piece]:
    for number, value in enumerate(values):
        yield from (Piece(", " if number else ""), _value(value))


def _value(what: object) -> Piece:
    return Piece(str(what), "value")
