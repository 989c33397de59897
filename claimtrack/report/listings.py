"""The records of a corpus in a line each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from attrs import evolve, frozen

from claimtrack.analysis.disputes import is_disputed
from claimtrack.analysis.reviews import ReviewState, review_state
from claimtrack.report.measure import columns, cut
from claimtrack.report.phrases import counted

if TYPE_CHECKING:
    from claimtrack.analysis.disputes import Dispute
    from claimtrack.corpus.corpus import Corpus
    from claimtrack.corpus.records import Records
    from claimtrack.model.claims import Claim
    from claimtrack.model.events import Event
    from claimtrack.model.sources import Source
    from claimtrack.model.speakers import Speaker
    from claimtrack.report.rows import Row

#: A value as JSON has it.
Json: TypeAlias = "str | int | float | Mapping[str, Json] | Sequence[Json] | None"

_MARK = "disputed"
#: A headline keeps at least so many columns; for so many, the counts are made brief.
_LEAST, _READABLE = 20, 45


@frozen(kw_only=True)
class Entry:
    """A record in a line."""

    id: str
    headline: str
    #: What there is of it, in words.
    counts: str
    #: The same where there is little room; of a claim, its versions and its attributions.
    brief: str = ""
    disputed: bool = False
    #: Whether somebody reviewed it as it is, as it was before, or never.
    review: ReviewState
    #: The same and more, for programs.
    facts: Mapping[str, Json]


def claim_entry(claim: Claim, records: Records) -> Entry:
    """Return a claim in a line: its question, how much was said, whether that is in dispute."""
    attributions = sum(len(version.attributions) for version in claim.versions.values())
    disputed = is_disputed(claim, records)
    return Entry(
        id=claim.id,
        headline=claim.question,
        counts=f"{counted(len(claim.versions), 'version')}, {counted(attributions, 'attribution')}",
        brief=f"{len(claim.versions)}/{attributions}",
        disputed=disputed,
        review=review_state(claim),
        facts={
            "id": claim.id,
            "question": claim.question,
            "kind": claim.kind,
            "event": claim.event,
            "subjects": claim.subjects,
            "tags": claim.tags,
            "status": claim.status,
            "exclusive": claim.exclusive,
            "disputed": disputed,
            "versions": tuple(claim.versions),
            "attributions": attributions,
            "review": review_state(claim),
        },
    )


def source_entry(source: Source, corpus: Corpus) -> Entry:
    """Return a source in a line."""
    attributions = len(corpus.index.read_in.get(source.id, ()))
    dated = f"{source.published}, " if source.published else ""
    return Entry(
        id=source.id,
        headline=source.title,
        counts=f"{dated}{counted(attributions, 'attribution')}",
        review=review_state(source),
        facts={
            "id": source.id,
            "title": source.title,
            "type": source.type,
            "authors": source.authors,
            "publisher": source.publisher,
            "published": str(source.published) if source.published else None,
            "text": source.text.file if source.text else None,
            "attributions": attributions,
            "review": review_state(source),
        },
    )


def speaker_entry(speaker: Speaker, corpus: Corpus) -> Entry:
    """Return a speaker in a line."""
    attributions = len(corpus.index.utterances.get(speaker.id, ()))
    kind = f"{speaker.kind}, " if speaker.kind else ""
    return Entry(
        id=speaker.id,
        headline=speaker.name,
        counts=f"{kind}{counted(attributions, 'attribution')}",
        review=review_state(speaker),
        facts={
            "id": speaker.id,
            "name": speaker.name,
            "kind": speaker.kind,
            "aliases": speaker.aliases,
            "part_of": speaker.part_of,
            "attributions": attributions,
            "review": review_state(speaker),
        },
    )


def event_entry(event: Event, corpus: Corpus) -> Entry:
    """Return an event in a line."""
    claims = sum(claim.event == event.id for claim in corpus.claims.values())
    dated = f"{event.date}, " if event.date else ""
    return Entry(
        id=event.id,
        headline=event.name,
        counts=f"{dated}{counted(claims, 'claim')}",
        review=review_state(event),
        facts={
            "id": event.id,
            "name": event.name,
            "date": str(event.date) if event.date else None,
            "place": event.place,
            "part_of": event.part_of,
            "claims": claims,
            "review": review_state(event),
        },
    )


def with_review(entry: Entry) -> Entry:
    """Return a record in a line that says also whether it was reviewed."""
    told = _REVIEWS[entry.review]
    brief = f"{entry.brief}, {told}" if entry.brief else ""
    return evolve(entry, counts=f"{entry.counts}, {told}", brief=brief)


def with_dispute(entry: Entry, dispute: Dispute) -> Entry:
    """Return a claim in a line that says also how many roots stand on both sides of its dispute."""
    here, there = dispute.conflicts[0].roots
    told = f"roots: {here} against {there}"
    conflicts = [
        {
            "version": conflict.version,
            "contradicts": conflict.other,
            "roots": [[side.low, side.high] for side in conflict.roots],
            "reason": conflict.reason,
        }
        for conflict in dispute.conflicts
    ]
    return evolve(
        entry,
        counts=f"{entry.counts}, {told}",
        brief=f"{entry.brief}, {told}",
        facts={**entry.facts, "conflicts": conflicts},
    )


_REVIEWS: Mapping[ReviewState, str] = {
    "fresh": "reviewed",
    "stale": "changed since its review",
    "never": "never reviewed",
}


def listing_rows(entries: Sequence[Entry], *, width: int | None = None) -> tuple[Row, ...]:
    """Return a row for each record: id, mark of a dispute, headline and counts.

    With a width, counts are made brief and headlines cut where there is no room; without, a row
    is as long as it needs to be.
    """
    ids = max((len(entry.id) for entry in entries), default=0)
    mark = len(_MARK) if any(entry.disputed for entry in entries) else 0
    if width:
        room = width - ids - mark - 2 * (2 if mark else 1) - 3
        entries = [_cut(entry, room) for entry in entries]
    return tuple(_row(entry, ids, mark) for entry in entries)


def _cut(entry: Entry, room: int) -> Entry:
    if room - len(entry.counts) < min(_READABLE, columns(entry.headline)) and entry.brief:
        entry = evolve(entry, counts=entry.brief)
    left = max(room - len(entry.counts), _LEAST)
    return evolve(entry, headline=cut(entry.headline, left))


def _row(entry: Entry, ids: int, mark: int) -> Row:
    marked = ((f"{_MARK if entry.disputed else '':{mark}}  ", "bold red"),) if mark else ()
    return (
        (f"{entry.id:{ids}}  ", "bold"),
        *marked,
        (entry.headline, ""),
        (f" ({entry.counts})", "dim"),
    )
