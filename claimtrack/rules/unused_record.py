"""Nothing refers to a source, speaker or event.

Such a record is a leftover, or it was meant to be named somewhere and another id stands there. Name
it where it belongs, or remove its file: git keeps it.

Bad:

    # speakers/port-police.yaml
    speaker: Port police
    kind: organization

Good:

    # speakers/port-police.yaml
    speaker: Port police
    kind: organization

    # speakers/harbour-office.yaml
    speaker: Harbour office
    kind: organization
    part_of: [port-police, selm]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.corpus.index import key_of
from claimtrack.findings import Fault, Kind, Severity
from claimtrack.model.claims import Claim
from claimtrack.rules.base import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.records import Record
    from claimtrack.rules.base import View

KIND = Kind("CTI113", "unused-record", Severity.WARNING)


def check(record: Record, view: View) -> Iterator[Fault]:
    """Yield the record where no other refers to it; a claim needs nobody who does."""
    key = key_of(record)
    uses = view.records.index.uses.get(key, ())
    if not isinstance(record, Claim) and all(use.by == key for use in uses):
        kind, name = key
        message = f'nothing refers to {kind} "{name}"; name it where it belongs, or remove its file'
        yield Fault(kind=KIND, message=message, keys=(kind,), on_key=True)


RULE = Rule(kind=KIND, check=check, needs="whole corpus", explanation=__doc__ or "")
