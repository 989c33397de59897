"""Who judged a record and who read it, in a line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.text.digest import digest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.claims import Claim
    from claimtrack.model.records import Record
    from claimtrack.model.reviews import Assessment


def assessment_lines(claim: Claim, version: str | None = None) -> Iterator[str]:
    """Yield each assessment: when, by whom, of what, the judgement, and its reason."""
    for item in claim.assessments:
        if version is None or item.version in (None, version):
            yield f"{item.date}, {item.by}: {_judged(item)}: {item.reason}"


def review_lines(record: Record) -> Iterator[str]:
    """Yield each review, and whether the record still says what was reviewed."""
    now = digest(record) if record.reviews else ""
    for review in record.reviews:
        state = "fresh" if review.digest == now else "stale: the record has changed since"
        yield f"{review.date}, {review.by}: {state}"


def _judged(item: Assessment) -> str:
    about = f'"{item.version}"' if item.version else "the question as a whole"
    parts = (
        item.verdict,
        item.likelihood and item.likelihood.replace("-", " "),
        item.confidence and f"{item.confidence} confidence",
    )
    return " ".join([about, ", ".join(part for part in parts if part)]).rstrip()
