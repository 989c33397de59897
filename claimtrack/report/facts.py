"""Attributions and dates for programs, as JSON has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimtrack.corpus.corpus import Corpus
    from claimtrack.corpus.index import Utterance
    from claimtrack.model.calendars import YearMonthDay
    from claimtrack.model.dates import Date
    from claimtrack.report.listings import Json


def utterance_facts(item: Utterance, corpus: Corpus) -> Mapping[str, Json]:
    """Return an attribution, with its claim and version, and when its source was published."""
    said = item.attribution
    source = corpus.sources.get(said.source)
    return {
        "claim": item.claim.id,
        "version": item.version,
        "statement": item.claim.versions[item.version].statement,
        "speaker": said.speaker,
        "jointly": said.jointly,
        "stance": said.stance,
        "act": said.act,
        "certainty": said.certainty,
        "said": date_facts(said.said),
        "as_of": date_facts(said.as_of or item.claim.versions[item.version].as_of),
        "source": said.source,
        "published": date_facts(source.published if source else None),
        "at": str(said.at) if said.at else None,
        "citing": [relay.speaker for relay in said.citing],
        "via": [relay.speaker for relay in said.via],
        "quote": said.quote,
        "cue": said.cue,
    }


def date_facts(date: Date | None) -> Mapping[str, Json] | None:
    """Return a date as it is written, with its first and last day and its qualifiers."""
    if date is None:
        return None
    return {
        "text": str(date),
        "earliest": day_text(date.earliest),
        "latest": day_text(date.latest),
        "uncertain": date.is_uncertain,
        "approximate": date.is_approximate,
    }


def day_text(day: YearMonthDay | None) -> str | None:
    """Return a day as ISO 8601 writes it; years beyond four digits bear a sign.

    >>> day_text((2024, 7, 31)), day_text((-44, 3, 15)), day_text((12024, 1, 1))
    ('2024-07-31', '-0044-03-15', '+12024-01-01')
    """
    if day is None:
        return None
    year, month, rest = day
    sign = "-" if year < 0 else "+" if year > 9999 else ""
    return f"{sign}{abs(year):04}-{month:02}-{rest:02}"
