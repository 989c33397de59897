"""A speaker: who it is, all that it said in order, its other parts, and what is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.ids import AUTHOR
from claimtrack.report.chronology import dating, in_order_of_time
from claimtrack.report.phrases import joined, title_of
from claimtrack.report.relations import titled
from claimtrack.report.reviews import review_lines
from claimtrack.report.rows import wrapped
from claimtrack.report.sections import headed, note_section, section
from claimtrack.report.utterances import answer_rows, by_heading, question_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from claimtrack.corpus.corpus import Corpus
    from claimtrack.corpus.index import Utterance
    from claimtrack.model.attributions import Attribution, Relay
    from claimtrack.model.speakers import Role, Speaker
    from claimtrack.report.rows import Row


def speaker_rows(speaker: Speaker, corpus: Corpus, *, width: int) -> tuple[Row, ...]:
    """Return a speaker: what is known of it, and every attribution in which it takes part."""
    rows = wrapped([(speaker.name, "bold")], width)
    rows += wrapped([" · ".join(_known(speaker, corpus))], width, hang=2)
    rows += section("Roles", (_role(role, corpus) for role in speaker.roles), width=width)
    rows += note_section(speaker.note, width=width)
    for heading, items in _parts(speaker, corpus):
        rows += headed(heading, _told(items, speaker, corpus, width=width)[1:])
    rows += section("Claims about this speaker", _about(speaker, corpus), width=width)
    rows += section("Sources by this speaker", _sources(speaker, corpus), width=width)
    return rows + section("Reviews", review_lines(speaker), width=width)


def said_by(speaker: str, corpus: Corpus) -> tuple[Utterance, ...]:
    """Return what a speaker said, alone or jointly, in order of time, with what it wrote itself."""
    own = [item for item in _utterances(corpus) if _says(item.attribution, speaker, corpus)]
    return in_order_of_time(own, corpus)


def _parts(speaker: Speaker, corpus: Corpus) -> Iterator[tuple[str, tuple[Utterance, ...]]]:
    """Yield each way in which a speaker takes part, and the attributions, in order of time."""
    yield "Says, in order of time", said_by(speaker.id, corpus)
    for heading, takes_part in _OTHERWISE:
        found = [item for item in _utterances(corpus) if takes_part(item.attribution, speaker.id)]
        yield heading, in_order_of_time(found, corpus)


def _says(attribution: Attribution, speaker: str, corpus: Corpus) -> bool:
    if attribution.speaker == AUTHOR:
        source = corpus.sources.get(attribution.source)
        if source and speaker in source.authors:
            return True
    return speaker in (attribution.speaker, *attribution.jointly)


def _holds(relays: Iterable[Relay], speaker: str) -> bool:
    return any(relay.speaker == speaker for relay in relays)


#: How else a speaker may take part, as told.
_OTHERWISE: tuple[tuple[str, Callable[[Attribution, str], bool]], ...] = (
    ("Relied on by others", lambda item, speaker: _holds(item.citing, speaker)),
    ("Carries what others say", lambda item, speaker: _holds(item.via, speaker)),
    ("Is addressed", lambda item, speaker: speaker in item.to),
    ("Counts others among its members", lambda item, speaker: item.among == speaker),
)


def _utterances(corpus: Corpus) -> Iterator[Utterance]:
    return (item for found in corpus.index.read_in.values() for item in found)


def _told(
    items: Iterable[Utterance], speaker: Speaker, corpus: Corpus, *, width: int
) -> tuple[Row, ...]:
    blocks = (
        (
            dating(item, corpus),
            question_rows(item, width=width - 2)
            + answer_rows(item, corpus, width=width - 2, who=_who(item, speaker, corpus)),
        )
        for item in items
    )
    return by_heading(blocks, width)


def _who(item: Utterance, speaker: Speaker, corpus: Corpus) -> str:
    """Name who speaks, unless it is the speaker alone."""
    alone = item.attribution.speaker == speaker.id and not item.attribution.jointly
    return "" if alone else corpus.who(item.attribution)


def _known(speaker: Speaker, corpus: Corpus) -> Iterator[str]:
    yield f"speaker:{speaker.id}"
    if speaker.kind:
        yield f"kind: {speaker.kind}"
    if speaker.aliases:
        yield f"also: {', '.join(speaker.aliases)}"
    if speaker.part_of:
        yield f"part of {joined([corpus.name_of(whole) for whole in speaker.part_of])}"
    parts = [part.name for part in corpus.speakers.values() if speaker.id in part.part_of]
    if parts:
        yield f"has as parts {joined(parts)}"
    if speaker.distinct_from:
        others = [corpus.name_of(other) for other in speaker.distinct_from]
        yield f"not to be confused with {joined(others)}"
    yield from (f"same as {iri}" for iri in speaker.same_as)


def _role(role: Role, corpus: Corpus) -> str:
    told = (
        role.role,
        role.organization and corpus.name_of(role.organization),
        role.held and str(role.held),
    )
    read = f" ({title_of(role.source, corpus)})" if role.source else ""
    return ", ".join(part for part in told if part) + read


def _about(speaker: Speaker, corpus: Corpus) -> Iterator[str]:
    for claim in corpus.claims.values():
        answers = [
            f'"{name}"'
            for name, version in claim.versions.items()
            if isinstance(version.value, tuple) and speaker.id in version.value
        ]
        if speaker.id in claim.subjects or answers:
            named = f" (named by {joined(answers)})" if answers else ""
            yield titled(claim.id, corpus) + named


def _sources(speaker: Speaker, corpus: Corpus) -> Iterator[str]:
    for source in corpus.sources.values():
        if speaker.id in (*source.authors, source.publisher):
            part = "author" if speaker.id in source.authors else "publisher"
            yield f"{source.id}: {source.title} ({part})"
