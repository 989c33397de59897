"""Which records a listing holds; a filter that names nothing there is a fault."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast, get_args

from attrs import asdict, frozen

from claimtrack.analysis.disputes import dispute_of, is_disputed, ranked
from claimtrack.cli.naming import UnknownName, require
from claimtrack.corpus.query import RECORDS_ASKED
from claimtrack.errors import ClaimtrackError
from claimtrack.model.attributions import Act, Certainty, Form, Stance
from claimtrack.model.claims import Answer, ClaimKind, Status
from claimtrack.model.ids import SPEAKER_TOKENS
from claimtrack.model.sources import SourceType
from claimtrack.model.speakers import SpeakerKind
from claimtrack.report.listings import (
    claim_entry,
    event_entry,
    source_entry,
    speaker_entry,
    with_dispute,
    with_review,
)
from claimtrack.text.misfits import suggestion

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.corpus.corpus import Corpus
    from claimtrack.corpus.query import Asked
    from claimtrack.report.listings import Entry

_KINDS: dict[str, tuple[str, ...]] = {
    "claims": get_args(ClaimKind),
    "sources": get_args(SourceType),
    "speakers": get_args(SpeakerKind),
    "events": (),
}


class UnknownKind(ClaimtrackError):  # noqa: N818 - reads as a sentence
    """A word that is no kind of what is listed."""

    def __init__(self, word: str, what: str) -> None:
        words = _KINDS[what]
        if not words:
            super().__init__(f"{what} have no kinds: leave `--kind` out")
            return
        near = suggestion(word, words) or (
            f"; the kinds are {', '.join(words)}" if len(words) < 10 else ""
        )
        super().__init__(f'no {what} are of the kind "{word}"{near}')


class NotAskedOfThese(ClaimtrackError):  # noqa: N818 - reads as a sentence
    """A filter of claims, where something else is listed."""

    def __init__(self, names: Sequence[str], what: str) -> None:
        options = ", ".join(f"`--{name.replace('_', '-')}`" for name in names)
        super().__init__(f"{options} can be asked of claims only: leave it out, or list no {what}")


@frozen(kw_only=True)
class Filters:
    """What is asked of what is listed; None is not asked."""

    kind: str | None = None
    event: str | None = None
    tag: str | None = None
    answer: Answer | None = None
    status: Status | None = None
    subject: str | None = None
    speaker: str | None = None
    by: str | None = None
    to: str | None = None
    cited: str | None = None
    source: str | None = None
    stance: Stance | None = None
    act: Act | None = None
    certainty: Certainty | None = None
    form: Form | None = None
    said: str | None = None
    possibly_said: str | None = None
    text: str | None = None
    disputed: bool | None = None
    unreviewed: bool | None = None


def entries(what: str, filters: Filters, *, corpus: Corpus) -> tuple[Entry, ...]:
    """Return the records that answer to the filters, by id; disputed claims by their rank.

    Raises `UnknownName`, `UnreadRecord`, `UnknownKind` and `NotAskedOfThese`.
    """
    if filters.kind is not None and filters.kind not in _KINDS[what]:
        raise UnknownKind(filters.kind, what)
    if what == "claims":
        return _reviewed(_claims(filters, corpus), filters.unreviewed)
    given = [name for name, value in asdict(filters).items() if value is not None]
    of_claims = [name for name in given if name not in _OF_ALL]
    if of_claims:
        raise NotAskedOfThese(of_claims, what)
    return _reviewed(_others(what, filters.kind, corpus), filters.unreviewed)


#: What is asked of claims after the corpus has found them.
_NOT_QUERIED = ("disputed", "unreviewed")
#: What may be asked of every kind of record.
_OF_ALL = ("kind", "unreviewed")


def _reviewed(found: tuple[Entry, ...], unreviewed: bool | None) -> tuple[Entry, ...]:  # noqa: FBT001 - yes, no, or not asked
    """Return those that are unreviewed, saying why, or those that are not."""
    if unreviewed is None:
        return found
    asked = [entry for entry in found if (entry.review != "fresh") == unreviewed]
    return tuple(map(with_review, asked)) if unreviewed else tuple(asked)


def _others(what: str, kind: str | None, corpus: Corpus) -> tuple[Entry, ...]:
    match what:
        case "sources":
            sources = corpus.sources.values()
            return tuple(source_entry(i, corpus) for i in sources if kind in (None, i.type))
        case "speakers":
            speakers = corpus.speakers.values()
            return tuple(speaker_entry(i, corpus) for i in speakers if kind in (None, i.kind))
        case _:
            return tuple(event_entry(item, corpus) for item in corpus.events.values())


def _claims(filters: Filters, corpus: Corpus) -> tuple[Entry, ...]:
    _require_named(filters, corpus)
    queried = {name: value for name, value in asdict(filters).items() if name not in _NOT_QUERIED}
    asked = corpus.find(**cast("Asked", queried))
    records = corpus.records
    if filters.disputed:
        found = ranked(filter(None, (dispute_of(claim, records) for claim in asked)))
        return tuple(with_dispute(claim_entry(it.claim, records), it) for it in found)
    return tuple(
        claim_entry(claim, records)
        for claim in asked
        if filters.disputed is None or not is_disputed(claim, records)
    )


def _require_named(filters: Filters, corpus: Corpus) -> None:
    """Raise where a filter names nothing that is there."""
    for asked, kind in RECORDS_ASKED.items():
        name = cast("str | None", getattr(filters, asked, None))
        if name is not None and not (kind == "speaker" and name in SPEAKER_TOKENS):
            require(kind, name, corpus=corpus)
    tags = {tag for claim in corpus.claims.values() for tag in claim.tags}
    if filters.tag is not None and filters.tag not in tags:
        near = suggestion(filters.tag, sorted(tags)) or "; no claim has it"
        raise UnknownName(filters.tag, near, corpus, kind="tag")
