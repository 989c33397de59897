"""Two versions of an exclusive claim can both be right.

`exclusive: true` says that at most one version can be. Nine and at least seven are no
contradiction, though: nine is a more exact form of it. Say so with `broader`, set the two apart by
`scope` or `as_of`, or write `exclusive: false`.

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
          - speaker: harbour-office
            stance: asserts
            source: hostage-story
            at: paragraph 4
            cue: never more than a dozen

      nine:
        statement: There were nine.
        value: 9
        attributions:
          - speaker: jonas-brandt
            stance: asserts
            source: hostage-story
            at: paragraph 3
            quote: nine

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
          - speaker: harbour-office
            stance: asserts
            source: hostage-story
            at: paragraph 4
            cue: never more than a dozen

      nine:
        statement: There were nine.
        value: 9
        broader: a-dozen-at-most
        attributions:
          - speaker: jonas-brandt
            stance: asserts
            source: hostage-story
            at: paragraph 3
            quote: nine
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

KIND = Kind("CTV106", "overlapping-versions")
_APART = "set them apart by `scope` or `as_of`, or write `exclusive: false`"


def check(record: Record, view: View) -> Iterator[Fault]:
    """Yield the more exact of each two versions whose values leave room for both, or the second."""
    for found in rivals(record, view.records):
        if found.relation in {"refines", "generalises", "compatible"} and not found.marked:
            here, other = (found.a, found.b) if found.relation == "refines" else (found.b, found.a)
            remedy = _APART if found.relation == "compatible" else f"write `broader: {other}` here"
            message = f'the value leaves room for version "{other}" ({found.reason}); {remedy}'
            yield Fault(kind=KIND, message=message, keys=("versions", here, "value"))


RULE = Rule(kind=KIND, check=check, needs="corpus", explanation=__doc__ or "")
