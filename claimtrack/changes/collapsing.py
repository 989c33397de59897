"""Many changes of one shape told in one line, with how many there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable
from typing import TYPE_CHECKING, TypeAlias

from attrs import evolve, frozen

from claimtrack.changes.change import Change, RecordChange
from claimtrack.changes.sentence import Sentence
from claimtrack.changes.telling import Telling
from claimtrack.corpus.index import Key
from claimtrack.model.attributions import Relay
from claimtrack.model.ids import AUTHOR
from claimtrack.model.reviews import Review

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from claimtrack.changes.change import Part
    from claimtrack.changes.names import Names

#: So many changes of one shape are told in one line.
LEAST = 4
_Shape: TypeAlias = tuple[Hashable, ...]
#: A change by the numbers of its record and of itself, with both.
_Found: TypeAlias = "tuple[tuple[int, int], RecordChange, Telling]"


@frozen
class Bulk:
    """Changes of one shape: the same of the same key, in many places."""

    #: Tells all of them, with how many there are.
    sentence: Sentence
    #: Each change, with the record that it is a change of.
    members: tuple[tuple[Key, Change], ...]


@frozen
class Collapsed:
    """Changes of records, those of one shape apart."""

    #: In the order of the first change of each.
    bulk: tuple[Bulk, ...]
    #: What is to be told of each record by itself.
    records: tuple[RecordChange, ...]


def collapsed(records: Iterable[RecordChange], names: Names, *, least: int = LEAST) -> Collapsed:
    """Put together the changes that are the same in many places.

    They do the same to the same key: one source, date or speaker for another, one tag more, a
    review by one person of one day. Nothing that is put together is among the rest.
    """
    every = tuple(records)
    groups: defaultdict[_Shape, list[_Found]] = defaultdict(list)
    for number, record in enumerate(every):
        for place, change in enumerate(record.changes):
            if change.op != "move" and not change.follows:
                telling = Telling.of(change, record, names)
                groups[_shape_of(telling, record.key)].append(((number, place), record, telling))
    large = [group for group in groups.values() if len(group) >= least]
    taken = {place for group in large for place, _, _ in group}
    rest = (_without(record, number, taken) for number, record in enumerate(every))
    return Collapsed(
        tuple(_bulk(group) for group in large),
        tuple(record for record in rest if record is not None),
    )


def _shape_of(telling: Telling, key: Key) -> _Shape:
    """Return what makes two changes one: what they do to which key, and what their line names."""
    change, place = telling.change, telling.place
    values = (change.old, change.new)
    return (
        (key[0], place.shape.name, place.item.key, change.op),
        tuple(map(_seen, values)),
        place.version if telling.names_version else None,
        place.source if any(map(_is_author, values)) else None,
    )


def _is_author(part: Part | None) -> bool:
    """Tell whether a part names the author of the source, by itself or as one of a chain."""
    return (part.speaker if isinstance(part, Relay) else part) == AUTHOR


def _seen(part: Part | None) -> Hashable:
    """Return what is told of a part: of a review, not which state of a record it names."""
    return (part.by, part.date) if isinstance(part, Review) else part


def _bulk(group: list[_Found]) -> Bulk:
    members = tuple((record.key, telling.change) for _, record, telling in group)
    telling = group[0][2]
    number = len({record.key for _, record, _ in group})
    shape, kind = telling.place.shape.name, group[0][1].key[0]
    what = f"{len(group)} {_plural(shape)}"
    what += f" of {number} {_plural(kind)}" if shape != kind and number > 1 else ""
    alike = evolve(telling, place=evolve(telling.place, wholes=()))
    return Bulk(Sentence.of(f"{what}: ", *alike.pieces()), members)


def _plural(name: str) -> str:
    return f"{name[:-1]}ies" if name.endswith("y") else f"{name}s"


def _without(
    record: RecordChange, number: int, taken: Collection[tuple[int, int]]
) -> RecordChange | None:
    """Return a record without the changes that are taken; None where nothing else is to be told."""
    left = tuple(
        change for place, change in enumerate(record.changes) if (number, place) not in taken
    )
    if len(left) == len(record.changes):
        return record
    return evolve(record, changes=left) if any(not change.follows for change in left) else None
