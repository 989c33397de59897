"""The four kinds of record, told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from claimtrack.errors import ClaimtrackError
from claimtrack.model.claims import Claim
from claimtrack.model.events import Event
from claimtrack.model.sources import Source
from claimtrack.model.speakers import Speaker

if TYPE_CHECKING:
    from claimtrack.model.ids import RecordKind

#: One record: what one file holds.
Record: TypeAlias = Claim | Source | Speaker | Event

#: The class of each kind of record.
RECORD_CLASSES: dict[RecordKind, type[Record]] = {
    "claim": Claim,
    "source": Source,
    "speaker": Speaker,
    "event": Event,
}


class NotARecord(ClaimtrackError, TypeError):  # noqa: N818 - reads as a sentence
    """Something that is no claim, source, speaker or event."""

    def __init__(self, value: object) -> None:
        super().__init__(
            f"a `{type(value).__name__}` is no record; give a Claim, Source, Speaker or Event"
        )


def kind_of(record: Record) -> RecordKind:
    """Return what kind of record it is.

    Raises `NotARecord`.
    """
    for kind, cls in RECORD_CLASSES.items():
        if isinstance(record, cls):
            return kind
    raise NotARecord(record)


def headline(record: Record) -> str:
    """Return a record's headline: a claim's question, a source's title, a name."""
    match record:
        case Claim():
            return record.question
        case Source():
            return record.title
        case Speaker() | Event():
            return record.name
