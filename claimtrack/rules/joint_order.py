"""Of several who spoke jointly, another than the alphabetically first is the `speaker`.

A joint statement is one statement, and must be recorded in one way only: else two people who record
it make two of it. So the first by the alphabet of the ids is the `speaker`, all others are in
`jointly`, and nobody is named twice.

Bad:

    # attack/ransom.yaml
    claim: Was a ransom paid?
    versions:
      not-paid:
        statement: No ransom was paid.
        attributions:
          - speaker: selm
            jointly: [harbour-office]
            stance: asserts
            source: hostage-story
            at: paragraph 5
            cue: denied that a ransom had been paid

Good:

    # attack/ransom.yaml
    claim: Was a ransom paid?
    versions:
      not-paid:
        statement: No ransom was paid.
        attributions:
          - speaker: harbour-office
            jointly: [selm]
            stance: asserts
            source: hostage-story
            at: paragraph 5
            cue: denied that a ransom had been paid
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.findings import Fault, Kind
from claimtrack.model.claims import Claim
from claimtrack.model.ids import SPEAKER_TOKENS
from claimtrack.rules.base import Rule, attributions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.records import Record
    from claimtrack.rules.base import View

KIND = Kind("CTA105", "joint-order")


def check(record: Record, _: View) -> Iterator[Fault]:
    """Yield each joint statement whose speakers are out of order, or named twice."""
    for keys, attribution in attributions(record) if isinstance(record, Claim) else ():
        speaker, jointly = attribution.speaker, attribution.jointly
        for index, name in enumerate(jointly):
            if name in (speaker, *jointly[:index]):
                message = f'"{name}" is named twice among those who spoke; leave this one out'
                yield Fault(kind=KIND, message=message, keys=(*keys, "jointly", index))
        if speaker not in SPEAKER_TOKENS and min((speaker, *jointly)) != speaker:
            message = (
                f'of joint speakers the first by the alphabet is the `speaker`; put "{jointly[0]}" '
                f'there, and "{speaker}" into `jointly`'
            )
            yield Fault(kind=KIND, message=message, keys=(*keys, "speaker"))


RULE = Rule(kind=KIND, check=check, explanation=__doc__ or "")
