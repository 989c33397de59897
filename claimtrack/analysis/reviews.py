"""Whether a record was reviewed, and says today what was reviewed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from claimtrack.text.digest import digest

if TYPE_CHECKING:
    from claimtrack.model.records import Record

#: `fresh`: a review names what the record says now; `stale`: none of its reviews does.
ReviewState: TypeAlias = Literal["fresh", "stale", "never"]


def review_state(record: Record) -> ReviewState:
    """Tell whether somebody reviewed a record as it is now, as it was before, or never."""
    if not record.reviews:
        return "never"
    now = digest(record)
    return "fresh" if any(review.digest == now for review in record.reviews) else "stale"
