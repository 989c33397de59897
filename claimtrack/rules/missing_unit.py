"""A figure is given without what is counted, or a unit without a figure.

Seven what? Versions can only be compared where all count the same, and the claim's `unit` is where
that is said: `people killed`. A `unit` on a claim whose answers are no quantities says nothing.

Bad:

    # attack/gunmen.yaml
    claim: How many gunmen boarded the ferry?
    answer: quantity
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

Good:

    # attack/gunmen.yaml
    claim: How many gunmen boarded the ferry?
    answer: quantity
    unit: gunmen
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
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.findings import Fault, Kind
from claimtrack.model.claims import Claim
from claimtrack.rules.base import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.records import Record
    from claimtrack.rules.base import View

KIND = Kind("CTV103", "missing-unit")


def check(record: Record, _: View) -> Iterator[Fault]:
    """Yield `answer: quantity` without a unit, and a unit without `answer: quantity`."""
    if not isinstance(record, Claim):
        return
    if record.answer == "quantity" and record.unit is None:
        message = "`answer: quantity` does not say of what; add `unit`, such as `people killed`"
        yield Fault(kind=KIND, message=message, keys=("answer",))
    elif record.answer != "quantity" and record.unit is not None:
        message = f"`unit` counts nothing with `answer: {record.answer}`; write `answer: quantity`"
        yield Fault(kind=KIND, message=f"{message}, or remove it", keys=("unit",), on_key=True)


RULE = Rule(kind=KIND, check=check, lacking=True, explanation=__doc__ or "")
