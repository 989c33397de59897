"""A chain names somebody twice.

The chain runs source ← `via` … ← speaker ← `citing` …, and each link is another speaker: whoever
relies on himself has no root, and a rumour that comes back to its carrier looks like two voices.
Leave the second mention out; if somebody tells again what others had from him, that is an
attribution of its own.

Bad:

    # attack/gunmen.yaml
    claim: How many gunmen boarded the ferry?
    versions:
      a-dozen-at-most:
        statement: There were twelve at most.
        attributions:
          - speaker: harbour-office
            stance: asserts
            citing: [harbour-pilot, harbour-office]
            source: hostage-story
            at: paragraph 4
            cue: never more than a dozen

Good:

    # attack/gunmen.yaml
    claim: How many gunmen boarded the ferry?
    versions:
      a-dozen-at-most:
        statement: There were twelve at most.
        attributions:
          - speaker: harbour-office
            stance: asserts
            citing: [harbour-pilot]
            source: hostage-story
            at: paragraph 4
            cue: never more than a dozen
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.findings import Fault, Kind
from claimtrack.model.claims import Claim
from claimtrack.rules.base import Rule, attributions
from claimtrack.rules.relays import relays_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.records import Record
    from claimtrack.rules.base import View

KIND = Kind("CTA103", "repeated-link")


def check(record: Record, _: View) -> Iterator[Fault]:
    """Yield each link of a chain that is in it already."""
    for keys, attribution in attributions(record) if isinstance(record, Claim) else ():
        seen = {attribution.speaker, *attribution.jointly}
        for place, relay in relays_of(attribution, keys):
            if relay.speaker in seen:
                message = f'the chain names "{relay.speaker}" already; leave this one out'
                yield Fault(kind=KIND, message=message, keys=(*place, "speaker"))
            seen.add(relay.speaker)


RULE = Rule(kind=KIND, check=check, explanation=__doc__ or "")
