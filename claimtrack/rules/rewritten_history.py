"""An assessment or a review that was on record is gone, or says something else.

Who judged a version, and who read a record in which state, is history: it grows and is never
rewritten, or nobody could rely on it. Put the entry back as it was; whoever thinks otherwise
today adds an entry of today. It is asked of a change only, with `--since`, and of every kind of
record, accepted or not.

Before:

    # speakers/mira-dolan.yaml
    speaker: Mira Dolan
    kind: person
    reviews:
      - by: a second reader
        date: 2024-09-01
        digest: sha256:713796a6726d49a56424876f35bee3eb82bf1b2089ff18b10b5ffb3547a8097b

Bad:

    # speakers/mira-dolan.yaml
    speaker: Mira Dolan
    kind: person
    reviews:
      - by: a third reader
        date: 2024-09-01
        digest: sha256:713796a6726d49a56424876f35bee3eb82bf1b2089ff18b10b5ffb3547a8097b

Good:

    # speakers/mira-dolan.yaml
    speaker: Mira Dolan
    kind: person
    reviews:
      - by: a second reader
        date: 2024-09-01
        digest: sha256:713796a6726d49a56424876f35bee3eb82bf1b2089ff18b10b5ffb3547a8097b
      - by: a third reader
        date: 2024-10-01
        digest: sha256:713796a6726d49a56424876f35bee3eb82bf1b2089ff18b10b5ffb3547a8097b
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import attrs

from claimtrack.findings import Fault, Kind
from claimtrack.model.claims import Claim
from claimtrack.model.ids import VersionRef
from claimtrack.quoting import quoted
from claimtrack.rules.base import Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimtrack.model.records import Record
    from claimtrack.model.reviews import Assessment, Review
    from claimtrack.rules.base import View
    from claimtrack.rules.past import Past

KIND = Kind("CTH105", "rewritten-history")

_MARK = '"'


def check(record: Record, view: View) -> Iterator[Fault]:
    """Yield each assessment and review that was there before and is there no more."""
    item = view.past.of_record(record) if view.past else None
    before = item.before if item is not None else None
    if before is None:
        return
    yield from _lost("reviews", before.reviews, record.reviews)
    if isinstance(record, Claim) and isinstance(before, Claim):
        then = (_followed(entry, before.id, view.past) for entry in before.assessments)
        yield from _lost("assessments", then, record.assessments)


def _followed(entry: Assessment, claim: str, past: Past | None) -> Assessment:
    """Return an assessment with the name that its version has now."""
    if past is None or entry.version is None:
        return entry
    new = past.versions.get(VersionRef(claim, entry.version))
    return entry if new is None else attrs.evolve(entry, version=new.version)


def _lost(
    key: str, before: Iterable[Review | Assessment], after: Iterable[Review | Assessment]
) -> Iterator[Fault]:
    left = Counter(after)
    for entry in Counter(before) - left:
        message = (
            f"the {key[:-1]} by {quoted(entry.by, mark=_MARK)} of {entry.date} was removed or "
            "edited: put it back as it was, and add what is new as an entry of its own"
        )
        yield Fault(kind=KIND, message=message, keys=(key,) if left else (), on_key=True)


RULE = Rule(kind=KIND, check=check, needs="change", explanation=__doc__ or "")
