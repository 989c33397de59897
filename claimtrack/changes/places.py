"""Where in a record a change is: the key, what has it, and the version it is in."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from attrs import frozen

from claimtrack.changes.parts import Whole, meant
from claimtrack.changes.paths import Item
from claimtrack.model.attributions import Relay
from claimtrack.model.records import Record, kind_of
from claimtrack.text.schema import Field, Shape, shape_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.changes.names import Names
    from claimtrack.changes.paths import Path
    from claimtrack.changes.sentence import Piece


@frozen(kw_only=True)
class Place:
    """A key of a record or of a part of one, and what leads to it."""

    #: The shape that has the key.
    shape: Shape
    item: Field
    #: The version in which it is, or that it is.
    version: str | None
    #: The parts of lists in which it is, from the outermost.
    wholes: tuple[Whole, ...]
    #: The source whose author is meant by `author` here, if there is one.
    source: str = ""

    def within(self, names: Names, *, but: int = 0) -> Iterator[Piece | str]:
        """Yield the parts in which it is but for some innermost, as a sentence names a place."""
        for whole in self.wholes[::-1][but:]:
            told = tuple(meant(whole, names, source=self.source))
            if told:
                yield from (" for " if isinstance(whole, Relay) else " in ", *told)


def place_of(record: Record, path: Path) -> Place:
    """Follow a path, of at least one key, in the record in which it leads to something."""
    part: object = record
    shape = shape_of(kind_of(record))
    version: str | None = None
    wholes: list[Whole] = []
    steps = list(path)
    while True:
        item = shape.by_key[str(steps.pop(0))]
        part = getattr(part, item.attribute)
        if steps and item.arity == "map":
            version = str(steps[0])
            part = cast("dict[str, object]", part).get(str(steps.pop(0)))
        elif steps and isinstance(steps[0], Item):
            part = cast("tuple[object, ...]", part)[cast("Item", steps.pop(0)).index]
        if not steps or item.shape is None:
            said = wholes[0] if wholes else None
            return Place(
                shape=shape,
                item=item,
                version=version,
                wholes=tuple(wholes),
                source=str(getattr(said, "source", None) or ""),
            )
        if item.arity != "map":
            wholes.append(cast("Whole", part))
        shape = item.shape
