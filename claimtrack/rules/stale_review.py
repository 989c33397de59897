"""A record changed in meaning after it was reviewed.

A review names the digest of what was read. None of this record's reviews names the digest that
the record has now, so what it says has been read by nobody but its author. Review it again, with
`claimtrack review ID --by NAME`: it adds the new review, and the old ones stay as its history.
Layout, comments, tags, status and assessments are no part of the digest.

Bad:

    # speakers/mira-dolan.yaml
    speaker: Mira Dolan
    kind: person
    reviews:
      - by: a second reader
        date: 2024-09-01
        digest: sha256:0000000000000000000000000000000000000000000000000000000000000000

Good:

    # speakers/mira-dolan.yaml
    speaker: Mira Dolan
    kind: person
    reviews:
      - by: a second reader
        date: 2024-09-01
        digest: sha256:713796a6726d49a56424876f35bee3eb82bf1b2089ff18b10b5ffb3547a8097b
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.analysis.reviews import review_state
from claimtrack.findings import Fault, Kind
from claimtrack.rules.base import Rule
from claimtrack.text import faults, misfits
from claimtrack.text.digest import digest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.records import Record
    from claimtrack.rules.base import View

KIND = Kind("CTR101", "stale-review")

#: What leaves parts of a record out, so that its digest cannot be told.
_LOSSES = (
    faults.ANCHOR_OR_ALIAS,
    faults.DUPLICATE_KEY,
    faults.MERGE_KEY,
    faults.NOT_A_SCALAR_KEY,
    misfits.INVALID_BOOLEAN,
    misfits.INVALID_DATE,
    misfits.INVALID_DIGEST,
    misfits.INVALID_FILE,
    misfits.INVALID_IRI,
    misfits.INVALID_LANGUAGE,
    misfits.INVALID_LOCATOR,
    misfits.INVALID_SLUG,
    misfits.MISSING_KEY,
    misfits.UNKNOWN_KEY,
    misfits.UNKNOWN_WORD,
    misfits.WRONG_ANSWER,
    misfits.WRONG_TYPE,
)


def check(record: Record, _: View) -> Iterator[Fault]:
    """Yield the last review of a record that no review names as it is now."""
    if review_state(record) == "stale":
        message = (
            "the record changed in meaning since it was reviewed: have it reviewed again "
            f"(`claimtrack review`), with `digest: {digest(record)}`"
        )
        yield Fault(kind=KIND, message=message, keys=("reviews", len(record.reviews) - 1, "digest"))


RULE = Rule(kind=KIND, check=check, after=_LOSSES, explanation=__doc__ or "")
