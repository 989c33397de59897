"""What happened."""

from __future__ import annotations

from attrs import field, frozen

from claimtrack.model.dates import Date
from claimtrack.model.ids import EventId, Iri, VersionRef
from claimtrack.model.ordering import in_order, no_text, references_in_order
from claimtrack.model.reviews import Review


@frozen(kw_only=True, repr=False)
class Event:
    """Something that happened, so far as nobody disputes that it did."""

    id: EventId
    #: The name of the event, in neutral words.
    name: str = field(metadata={"key": "event"})
    #: When it happened.
    date: Date | None = None
    #: Versions that date it together where no one text does.
    dated_by: tuple[VersionRef, ...] = field(default=(), converter=references_in_order)
    #: Where it happened.
    place: str | None = None
    #: The events that it is part of.
    part_of: tuple[EventId, ...] = field(default=(), converter=in_order)
    #: Other names of it.
    aliases: tuple[str, ...] = field(default=(), converter=in_order)
    #: IRIs of the same thing elsewhere.
    same_as: tuple[Iri, ...] = field(default=(), converter=in_order)
    #: Who has read the record, and in which state.
    reviews: tuple[Review, ...] = field(default=(), validator=no_text)
    #: What the other keys leave unsaid.
    note: str | None = None

    def __repr__(self) -> str:
        return f"<Event {self.id}: {self.name}>"
