"""Persons and bodies that say something, or that something is said of."""

from __future__ import annotations

from typing import Literal, TypeAlias

from attrs import field, frozen

from claimtrack.model.dates import Date
from claimtrack.model.ids import Iri, SourceId, SpeakerId
from claimtrack.model.ordering import in_order, no_text
from claimtrack.model.reviews import Review

SpeakerKind: TypeAlias = Literal[
    "person", "organization", "publication", "government", "group", "anonymous"
]


@frozen(kw_only=True)
class Role:
    """A role as printed, and when it was held."""

    #: The role, as printed.
    role: str
    #: Where it was held.
    organization: SpeakerId | None = None
    #: When it was held.
    held: Date | None = None
    #: The source that prints it.
    source: SourceId | None = None


@frozen(kw_only=True, repr=False)
class Speaker:
    """A person, organization, publication, government, group or anonymous source."""

    id: SpeakerId
    #: The name as it is commonly printed.
    name: str = field(metadata={"key": "speaker"})
    #: What sort of speaker it is.
    kind: SpeakerKind | None = None
    #: Other spellings, transliterations and titles.
    aliases: tuple[str, ...] = field(default=(), converter=in_order)
    #: What it is part of, as `mossad` of `israel`.
    part_of: tuple[SpeakerId, ...] = field(default=(), converter=in_order)
    #: The roles that it held, as sources print them.
    roles: tuple[Role, ...] = field(default=(), validator=no_text)
    #: IRIs of the same thing elsewhere, such as a Wikidata entity.
    same_as: tuple[Iri, ...] = field(default=(), converter=in_order)
    #: Speakers easily confused with this one.
    distinct_from: tuple[SpeakerId, ...] = field(default=(), converter=in_order)
    #: Who has read the record, and in which state.
    reviews: tuple[Review, ...] = field(default=(), validator=no_text)
    #: What the other keys leave unsaid; of an anonymous speaker, how the source describes it.
    note: str | None = None

    def __repr__(self) -> str:
        return f"<Speaker {self.id}: {self.name}>"
