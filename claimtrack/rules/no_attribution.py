"""A version has no attribution.

A claim tells who gives which answer, and an answer that nobody gave is ours. Add an attribution
with its source, or remove the version; one that was in the record for a while is retired
(`retired:` with a date and a reason), which keeps its history.

Bad:

    # attack/ransom.yaml
    claim: Was a ransom paid?
    versions:
      paid:
        statement: A ransom was paid.

Good:

    # attack/ransom.yaml
    claim: Was a ransom paid?
    versions:
      paid:
        statement: A ransom was paid.
        attributions:
          - speaker: unknown
            stance: asserts
            source: hostage-story
            at: paragraph 5
            cue: Reportedly
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.findings import Fault, Kind
from claimtrack.model.claims import Claim
from claimtrack.rules.base import Rule, versions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.records import Record
    from claimtrack.rules.base import View

KIND = Kind("CTV107", "no-attribution")


def check(record: Record, _: View) -> Iterator[Fault]:
    """Yield each version that nobody is told to give and that is not retired."""
    for keys, version in versions(record) if isinstance(record, Claim) else ():
        if not version.attributions and version.retired is None:
            message = (
                f'nobody gives version "{keys[-1]}"; add an attribution, or remove the version'
            )
            yield Fault(kind=KIND, message=message, keys=(*keys, "attributions"), on_key=True)


RULE = Rule(kind=KIND, check=check, lacking=True, explanation=__doc__ or "")
