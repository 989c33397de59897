"""Nobody asserts a version: it is only denied, questioned or declined.

Often the assertion stands in the same source and was overlooked, perhaps in the source's own voice.
If it does not, invent none: a version that somebody only denies is sound, and a `note` of the
version that says so settles this. A retraction counts as well, for it withdraws an assertion.

Bad:

    # attack/ransom.yaml
    claim: Was a ransom paid?
    versions:
      paid:
        statement: A ransom was paid.
        attributions:
          - speaker: selm
            stance: denies
            source: hostage-story
            at: paragraph 5
            cue: denied that a ransom had been paid

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

          - speaker: selm
            stance: denies
            source: hostage-story
            at: paragraph 5
            cue: denied that a ransom had been paid
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.findings import Fault, Kind, Severity
from claimtrack.model.claims import Claim
from claimtrack.rules.base import Rule, versions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.records import Record
    from claimtrack.rules.base import View

KIND = Kind("CTV108", "only-denied", Severity.WARNING)
_HELD = frozenset({"asserts", "retracts"})


def check(record: Record, _: View) -> Iterator[Fault]:
    """Yield each version that has attributions, but none that asserts it, and no note."""
    for keys, version in versions(record) if isinstance(record, Claim) else ():
        stances = {attribution.stance for attribution in version.attributions}
        settled = version.note is not None or version.retired is not None
        if stances and not settled and stances.isdisjoint(_HELD):
            message = (
                f'nobody asserts version "{keys[-1]}"; add who does, '
                "or say in its `note` that the source names nobody"
            )
            yield Fault(kind=KIND, message=message, keys=(*keys, "attributions"), on_key=True)


RULE = Rule(kind=KIND, check=check, lacking=True, explanation=__doc__ or "")
