"""Versions are each a more exact form of the other.

`broader` leads from the more exact answer to the less exact one, and so never back. A cycle is told
once, at the alphabetically first of its versions. Remove the link that is wrong.

Bad:

    # attack/ransom.yaml
    claim: Was a ransom paid?
    versions:
      paid:
        statement: A ransom was paid.
        broader: paid
        attributions:
          - speaker: unknown
            stance: asserts
            source: hostage-story
            at: paragraph 5
            cue: Reportedly

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

      paid-by-the-line:
        statement: The shipping line paid a ransom.
        broader: paid
        attributions:
          - speaker: unknown
            stance: asserts
            source: hostage-story
            at: paragraph 5
            cue: the shipping line paid it
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.analysis.links import cycle_from
from claimtrack.findings import Fault, Kind
from claimtrack.model.claims import Claim
from claimtrack.rules.base import Rule, versions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.records import Record
    from claimtrack.rules.base import View

KIND = Kind("CTV109", "cyclic-broader")


def check(record: Record, _: View) -> Iterator[Fault]:
    """Yield the cycles of `broader`, each at its alphabetically first version."""
    if not isinstance(record, Claim):
        return
    links = {name: _broader(record, name) for name in record.versions}
    for keys, _version in versions(record):
        cycle = cycle_from(str(keys[-1]), lambda name: links.get(name, ()))
        if cycle:
            message = f"`broader` leads in a circle: {' → '.join(cycle)}; remove a link of it"
            yield Fault(kind=KIND, message=message, keys=(*keys, "broader"))


def _broader(claim: Claim, name: str) -> tuple[str, ...]:
    broader = claim.versions[name].broader
    return () if broader is None else (broader,)


RULE = Rule(kind=KIND, check=check, explanation=__doc__ or "")
