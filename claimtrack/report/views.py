"""The view of any record, whatever its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.claims import Claim
from claimtrack.model.sources import Source
from claimtrack.model.speakers import Speaker
from claimtrack.report.claims import claim_rows
from claimtrack.report.events import event_rows
from claimtrack.report.sources import source_rows
from claimtrack.report.speakers import speaker_rows

if TYPE_CHECKING:
    from claimtrack.corpus.corpus import Corpus
    from claimtrack.model.records import Record
    from claimtrack.report.rows import Row

#: How wide a view is where nobody says.
WIDTH = 88


def record_rows(
    record: Record, corpus: Corpus, *, width: int = WIDTH, version: str | None = None
) -> tuple[Row, ...]:
    """Return the rows of a record's view; of a claim, those of one version where it is named."""
    match record:
        case Claim():
            return claim_rows(record, corpus, width=width, version=version)
        case Source():
            return source_rows(record, corpus, width=width)
        case Speaker():
            return speaker_rows(record, corpus, width=width)
    return event_rows(record, corpus, width=width)
