"""Two versions of an exclusive claim give the same answer.

Competing answers that do not differ split those who agree into two camps. Put the attributions
under one version, or say in `scope`, `as_of` or `value` what sets the two apart.

Bad:

    # attack/gunmen.yaml
    claim: How many gunmen boarded the ferry?
    answer: quantity
    unit: gunmen
    exclusive: true
    versions:
      a-dozen-at-most:
        statement: There were twelve at most.
        value: at most 12
        attributions:
          - speaker: author
            stance: asserts
            source: hostage-story
            at: paragraph 4
            cue: never more than a dozen

      no-more-than-twelve:
        statement: There were no more than twelve.
        value: at most 12
        attributions:
          - speaker: harbour-office
            stance: asserts
            source: hostage-story
            at: paragraph 4
            cue: never more than a dozen

Good:

    # attack/gunmen.yaml
    claim: How many gunmen boarded the ferry?
    answer: quantity
    unit: gunmen
    exclusive: true
    versions:
      a-dozen-at-most:
        statement: There were twelve at most.
        value: at most 12
        attributions:
          - speaker: author
            stance: asserts
            source: hostage-story
            at: paragraph 4
            cue: never more than a dozen

          - speaker: harbour-office
            stance: asserts
            source: hostage-story
            at: paragraph 4
            cue: never more than a dozen
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.findings import Fault, Kind
from claimtrack.rules.base import Rule
from claimtrack.rules.rivals import rivals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.records import Record
    from claimtrack.rules.base import View

KIND = Kind("CTV105", "equal-versions")


def check(record: Record, view: View) -> Iterator[Fault]:
    """Yield each version that gives the same answer as one before it."""
    told: set[str] = set()
    for found in rivals(record, view.records):
        if found.relation == "equal" and found.b not in told:
            told.add(found.b)
            message = (
                f'the answer equals that of version "{found.a}" ({found.reason}); '
                "join the two, or say what sets them apart"
            )
            yield Fault(kind=KIND, message=message, keys=("versions", found.b, "value"))


RULE = Rule(kind=KIND, check=check, needs="corpus", explanation=__doc__ or "")
