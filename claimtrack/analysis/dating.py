"""When something was said and published: the dates that are given, and what follows from them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.model.dates import Date, InvalidDate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimtrack.analysis.voices import KnowsVoices
    from claimtrack.corpus.index import Utterance
    from claimtrack.model.sources import Source

_NEVER: Final = (9999, 12, 31)


def said_when(item: Utterance, corpus: KnowsVoices) -> Date | None:
    """Return when something was said: as given, else at some time up to when it was passed on.

    That is the earliest of the dates that carriers and the source bear; None where none does.
    """
    said = item.attribution
    if said.said is not None:
        return said.said
    published = published_when(said.source, corpus.sources)
    passed_on = [*(relay.date for relay in said.via), published]
    bounds = [bound for date in passed_on if date and (bound := until(date))]
    return min(bounds, key=lambda bound: bound.latest or _NEVER, default=None)


def published_when(source: str, sources: Mapping[str, Source]) -> Date | None:
    """Return when a source was published: as given, else at some time up to when it was fetched."""
    record = sources.get(source)
    if record is None:
        return None
    if record.published is not None:
        return record.published
    return until(record.retrieved) if record.retrieved else None


def until(date: Date) -> Date | None:
    """Return the date of something that was at some time up to another, None if it has no end.

    >>> print(until(Date.parse("2024-08~")), until(Date.parse("2024-08-01/2024-08-03")))
    [..2024-08~] [..2024-08-03]
    >>> print(until(Date.parse("persian:1397")), until(Date.parse("2024/..")))
    persian:[..1397] None
    """
    prefix = "" if date.calendar == "gregorian" else f"{date.calendar}:"
    try:
        return Date.parse(f"{prefix}[..{date.text.removeprefix(prefix)}]")
    except InvalidDate:
        return _until_day(date)


def _until_day(date: Date) -> Date | None:
    """Return the same by the last day alone, which is not known of what is qualified."""
    if date.latest is None or date.is_uncertain or date.is_approximate:
        return None
    year, month, day = date.latest
    return Date.parse(f"[..{year:04}-{month:02}-{day:02}]") if 0 <= year <= 9999 else None
