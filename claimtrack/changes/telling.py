"""Changes of a record as sentences for a reviewer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from attrs import frozen

from claimtrack.changes.change import Change
from claimtrack.changes.names import Names
from claimtrack.changes.parts import meant
from claimtrack.changes.paths import Item
from claimtrack.changes.places import Place, place_of
from claimtrack.changes.rewording import reworded
from claimtrack.changes.sentence import Piece, Sentence, named
from claimtrack.changes.values import exactness, shown
from claimtrack.changes.wholes import followers, of_whole
from claimtrack.changes.wordings import OTHER, WORDINGS, Wording
from claimtrack.model.claims import Claim
from claimtrack.model.quantities import Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.changes.change import Part, RecordChange
    from claimtrack.model.records import Record

_SLOT = re.compile(r"\{(\w+)\}")


@frozen
class Told:
    """A sentence, and the changes that it tells; none where it tells of the record as a whole."""

    sentence: Sentence
    changes: tuple[Change, ...] = ()


def tell(record: RecordChange, names: Names) -> tuple[Told, ...]:
    """Return a sentence for each change of a record, in their order.

    A record that was added or removed has one for all of it, and one for each version. What only
    follows a renaming is not told by itself: the renaming says how many records follow.
    """
    if not record.changes:
        return tuple(Told(sentence) for sentence in of_whole(record, names))
    return tuple(
        Told(Sentence.of(*_pieces(change, record, names), behind), (change,))
        for change, behind in _with_followers(record)
    )


def _with_followers(record: RecordChange) -> Iterator[tuple[Change, str]]:
    """Yield each change that is told, and what is said behind the first renaming."""
    behind = followers(record)
    for change in record.changes:
        renamed = change.op == "move" and not (change.path and isinstance(change.path[-1], Item))
        if not change.follows:
            yield change, behind if renamed else ""
            behind = "" if renamed else behind


def _pieces(change: Change, record: RecordChange, names: Names) -> Iterator[Piece | str]:
    if not change.path:
        yield from ("renamed from ", named(str(change.old)), " to ", named(str(change.new)))
        return
    telling = Telling.of(change, record, names)
    version = telling.place.version
    if version is not None and telling.place.item.arity != "map" and not telling.names_version:
        yield from (named(version), ": ")
    yield from telling.pieces()


@frozen
class Telling:
    """A change of a key with all that its sentence may name."""

    change: Change
    place: Place
    names: Names
    #: What the figures of the claim count.
    unit: str = ""

    @classmethod
    def of(cls, change: Change, record: RecordChange, names: Names) -> Telling:
        """Look up where a change is, on the side that has what it changed."""
        gone = change.op == "remove"
        side = cast("Record", record.before if gone else record.after)
        place = place_of(side, change.was if gone else change.path)
        unit = side.unit if isinstance(side, Claim) else None
        return cls(change, place, names, unit or "")

    @property
    def names_version(self) -> bool:
        """Whether the sentence names the version that the key is in."""
        return "{version}" in self.template

    def pieces(self) -> Iterator[Piece | str]:
        """Yield the sentence, without the version that stands before it."""
        for number, part in enumerate(_SLOT.split(self.template)):
            yield from self._filled(part) if number % 2 else (part,)

    @property
    def template(self) -> str:
        """The words of the sentence, with slots for what it names."""
        wordings = WORDINGS.get(self.place.shape.name, {})
        wording: Wording = wordings.get(self.place.item.key, OTHER)
        if self.change.op != "replace":
            return {"add": wording.add, "remove": wording.remove, "move": wording.move}[
                self.change.op
            ]
        texts = isinstance(self.change.old, str) and isinstance(self.change.new, str)
        if self.place.item.form == "value" and texts:
            return "value reworded: {diff}"
        return wording.replace

    def _filled(self, slot: str) -> Iterator[Piece | str]:
        change, place = self.change, self.place
        match slot:
            case "old":
                yield from self._shown(cast("Part", change.old), last="{new}" not in self.template)
            case "new":
                yield from self._shown(cast("Part", change.new), last=True)
            case "diff":
                yield from reworded(str(change.old), str(change.new))
            case "exact":
                yield exactness(change.old, change.new)
            case "version":
                yield named(place.version or "")
            case "in" | "outer":
                yield from place.within(self.names, but=int(slot == "outer"))
            case _ if place.wholes:
                nameless = slot == "said"
                yield from meant(
                    place.wholes[-1], self.names, nameless=nameless, source=place.source
                )
            case _:
                yield "each"

    def _shown(self, part: Part, *, last: bool) -> Iterator[Piece | str]:
        place = self.place
        if place.item.arity == "map" and self.change.op == "move":
            yield named(str(part))
            return
        yield from shown(part, place.item, self.names, source=place.source)
        if last and self.unit and isinstance(part, Quantity) and not part.order:
            yield f" {self.unit}"
