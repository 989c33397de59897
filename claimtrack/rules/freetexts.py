"""The free texts of a record, as opposed to its ids, dates and vocabulary."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from claimtrack.model.records import kind_of
from claimtrack.text.schema import shape_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimtrack.findings import KeyPath
    from claimtrack.model.records import Record
    from claimtrack.text.schema import Field, Shape


def free_texts(record: Record) -> Iterator[tuple[KeyPath, str]]:
    """Yield each text of a record that anybody wrote or printed, with the keys that lead to it."""
    yield from _texts(record, shape_of(kind_of(record)), ())


def _texts(value: object, shape: Shape, keys: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    for item in shape.fields:
        held = getattr(value, item.attribute)
        if item.shape is not None:
            for step, part in _parts(held, item):
                yield from _texts(part, item.shape, (*keys, item.key, *step))
        elif item.form == "text":
            for step, part in _parts(held, item):
                yield (*keys, item.key, *step), str(part)
        elif item.form == "value" and isinstance(held, str):
            yield (*keys, item.key), held


def _parts(value: object, item: Field) -> Iterator[tuple[KeyPath, object]]:
    """Yield what a key holds, part by part, with the step that leads to each."""
    if item.arity == "map":
        for name, part in cast("Mapping[str, object]", value).items():
            yield (name,), part
    elif isinstance(value, tuple):
        for index, part in enumerate(value):
            yield (index,), part
    elif value is not None:
        yield (), value
