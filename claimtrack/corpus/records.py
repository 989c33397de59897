"""All records of a corpus at one moment, by kind and id, with their look-ups."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Self, TypeVar

from attrs import frozen

from claimtrack.corpus.index import Index, build_index
from claimtrack.model.claims import Claim
from claimtrack.model.events import Event
from claimtrack.model.frozenmap import FrozenMap
from claimtrack.model.sources import Source
from claimtrack.model.speakers import Speaker

if TYPE_CHECKING:
    from claimtrack.model.ids import RecordKind
    from claimtrack.model.records import Record

R = TypeVar("R", Claim, Source, Speaker, Event)


class ById(FrozenMap[R]):
    """Records by id, sorted and read-only; shown as their ids."""

    __slots__ = ()

    def __repr__(self) -> str:
        ids = list(self)
        shown = ", ".join(ids[:5]) + (f", … and {len(ids) - 5} more" if len(ids) > 5 else "")
        return f"<{len(ids)} by id: {shown}>" if ids else "<none>"


@frozen(kw_only=True, repr=False)
class Records:
    """The records of a corpus; the mappings are read-only, by id, and sorted."""

    claims: Mapping[str, Claim]
    sources: Mapping[str, Source]
    speakers: Mapping[str, Speaker]
    events: Mapping[str, Event]

    @cached_property
    def index(self) -> Index:
        """The look-ups over all records, made when they are first asked for."""
        everything: list[Record] = [*self.claims.values(), *self.sources.values()]
        everything += [*self.speakers.values(), *self.events.values()]
        return build_index(sorted(everything, key=_id_of))

    @classmethod
    def of(cls, records: Iterable[Record]) -> Self:
        """Arrange some records by kind and id."""
        everything = sorted(records, key=_id_of)
        return cls(
            claims=_by_id(everything, Claim),
            sources=_by_id(everything, Source),
            speakers=_by_id(everything, Speaker),
            events=_by_id(everything, Event),
        )

    def of_kind(self, kind: RecordKind) -> Mapping[str, Record]:
        """Return the records of a kind, by id."""
        match kind:
            case "claim":
                return self.claims
            case "source":
                return self.sources
            case "speaker":
                return self.speakers
            case "event":
                return self.events


def _id_of(record: Record) -> str:
    return record.id


def _by_id(records: Iterable[Record], cls: type[R]) -> Mapping[str, R]:
    return ById({record.id: record for record in records if isinstance(record, cls)})
