"""An event: when and where it was, and the claims about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.report.phrases import joined
from claimtrack.report.relations import titled
from claimtrack.report.reviews import review_lines
from claimtrack.report.rows import wrapped
from claimtrack.report.sections import note_section, section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.corpus.corpus import Corpus
    from claimtrack.model.events import Event
    from claimtrack.model.ids import VersionRef
    from claimtrack.report.rows import Row


def event_rows(event: Event, corpus: Corpus, *, width: int) -> tuple[Row, ...]:
    """Return an event: what is known of it, what dates it, its parts, and the claims about it."""
    claims = [claim.id for claim in corpus.claims.values() if claim.event == event.id]
    parts = [part for part in corpus.events.values() if event.id in part.part_of]
    rows = wrapped([(event.name, "bold")], width)
    rows += wrapped([" · ".join(_known(event, corpus))], width, hang=2)
    rows += section("Dated by", (_dated(item, corpus) for item in event.dated_by), width=width)
    rows += note_section(event.note, width=width)
    rows += section(
        "Parts of this event", (f"{part.id}: {part.name}" for part in parts), width=width
    )
    rows += section(
        "Claims about this event", (titled(claim, corpus) for claim in claims), width=width
    )
    return rows + section("Reviews", review_lines(event), width=width)


def _known(event: Event, corpus: Corpus) -> Iterator[str]:
    yield f"event:{event.id}"
    yield f"date: {event.date or 'not known'}"
    if event.place:
        yield f"place: {event.place}"
    if event.aliases:
        yield f"also: {', '.join(event.aliases)}"
    if event.part_of:
        wholes = [corpus.events.get(whole) for whole in event.part_of]
        names = [
            whole.name if whole else name for whole, name in zip(wholes, event.part_of, strict=True)
        ]
        yield f"part of {joined(names)}"
    yield from (f"same as {iri}" for iri in event.same_as)


def _dated(reference: VersionRef, corpus: Corpus) -> str:
    claim = corpus.claims.get(reference.claim)
    version = claim.versions.get(reference.version) if claim else None
    return f"{reference}: {version.statement}" if version else str(reference)
