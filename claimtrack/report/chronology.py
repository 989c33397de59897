"""When something was said, as far as is known, and the order that gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.corpus.corpus import Corpus
    from claimtrack.corpus.index import Utterance
    from claimtrack.model.dates import Date


def dating(item: Utterance, corpus: Corpus) -> str:
    """Return when something was said; else for when it holds, or when its source was published."""
    attribution = item.attribution
    if attribution.said:
        return str(attribution.said)
    if attribution.as_of:
        return f"as of {attribution.as_of}"
    published = _published(item, corpus)
    return f"in a source published {published}" if published else "without a date"


def in_order_of_time(items: Iterable[Utterance], corpus: Corpus) -> tuple[Utterance, ...]:
    """Sort attributions by these dates, those of one date by how it is known and by claim.

    Those without a date come last.
    """

    def place(item: Utterance) -> tuple[object, ...]:
        attribution = item.attribution
        dates = (attribution.said, attribution.as_of, _published(item, corpus))
        for rank, date in enumerate(dates):
            if date:
                return (0, date.sort_key, rank, item.claim.id, item.version)
        return (1, item.claim.id, item.version)

    return tuple(sorted(items, key=place))


def _published(item: Utterance, corpus: Corpus) -> Date | None:
    source = corpus.sources.get(item.attribution.source)
    return source.published if source else None
