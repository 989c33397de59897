"""A claim as a person wants to read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.analysis.disputes import is_disputed
from claimtrack.report.chains import chain_lines
from claimtrack.report.phrases import joined
from claimtrack.report.relations import comparison_lines, related_lines
from claimtrack.report.reviews import assessment_lines, review_lines
from claimtrack.report.rows import wrapped
from claimtrack.report.sections import note_section, section
from claimtrack.report.versions import version_rows, versions_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.corpus.corpus import Corpus
    from claimtrack.corpus.records import Records
    from claimtrack.model.claims import Claim
    from claimtrack.report.rows import Row
    from claimtrack.report.words import Piece

_EXCLUSIVE = {
    True: "at most one version can be right",
    False: "several versions can be right",
    None: "whether several versions can be right is not said",
}


def claim_rows(
    claim: Claim, corpus: Corpus, *, width: int, version: str | None = None
) -> tuple[Row, ...]:
    """Return a claim: question, versions, what they are to each other, and what was said of it.

    With a version, only that one is shown, with what it is to the others.
    """
    records = corpus.records
    rows = wrapped([(claim.question, "bold")], width)
    rows += wrapped(_known(claim, corpus, records), width, hang=2)
    rows += ((),)
    rows += (
        versions_rows(claim, corpus, width=width)
        if version is None
        else version_rows(claim, version, corpus=corpus, width=width)
    )
    rows += section(
        "Between the versions", comparison_lines(claim, records, version=version), width=width
    )
    rows += section("On whose word", chain_lines(claim, records, version=version), width=width)
    rows += section("Assessments", assessment_lines(claim, version), width=width)
    rows += section("Related claims", related_lines(claim, corpus), width=width)
    rows += section("Reviews", review_lines(claim), width=width)
    rows += note_section(claim.note, width=width)
    return rows + section("Sources", _sources(claim, corpus, version), width=width)


def _known(claim: Claim, corpus: Corpus, records: Records) -> Iterator[Piece | str]:
    """Yield what is known of a claim as a whole, in one line."""
    yield claim.id
    for part in _facts(claim, corpus):
        yield from ((" · ", "dim"), part)
    if is_disputed(claim, records):
        yield from ((" · ", "dim"), ("disputed", "bold red"))


def _facts(claim: Claim, corpus: Corpus) -> Iterator[str]:
    if claim.kind:
        yield f"kind: {claim.kind}"
    if claim.event:
        yield f"event: {_event(claim.event, corpus)}"
    if claim.subjects:
        yield f"about: {joined([corpus.name_of(speaker) for speaker in claim.subjects])}"
    yield _EXCLUSIVE[claim.exclusive]
    yield f"status: {claim.status}"
    if claim.tags:
        yield f"tags: {', '.join(claim.tags)}"


def _event(event: str, corpus: Corpus) -> str:
    record = corpus.events.get(event)
    if record is None:
        return event
    return f"{record.name} ({record.date})" if record.date else record.name


def _sources(claim: Claim, corpus: Corpus, version: str | None) -> Iterator[str]:
    read = {
        attribution.source
        for name, item in claim.versions.items()
        for attribution in item.attributions
        if version in (None, name)
    }
    for source in sorted(read):
        record = corpus.sources.get(source)
        dated = f", {record.published}" if record and record.published else ""
        yield f"{source}: {record.title}{dated}" if record else f"{source}: not in the corpus"
