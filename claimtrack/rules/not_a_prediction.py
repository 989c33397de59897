"""A version has a `horizon` or a `condition`, and its claim is no prediction.

Both belong to what is foretold: by when it is to come, and if what. On a claim of another kind
nobody looks for them. Write `kind: prediction`; if the answer is about a time that has come, write
`as_of`.

Bad:

    # attack/next-attack.yaml
    claim: Will the gunmen attack again?
    kind: event
    answer: boolean
    versions:
      again:
        statement: Yes, within the year.
        value: true
        horizon: 2019
        attributions:
          - speaker: jonas-brandt
            stance: asserts
            source: hostage-story
            at: paragraph 4
            quote: They knew the ship better than we did

Good:

    # attack/next-attack.yaml
    claim: Will the gunmen attack again?
    kind: prediction
    answer: boolean
    versions:
      again:
        statement: Yes, within the year.
        value: true
        horizon: 2019
        attributions:
          - speaker: jonas-brandt
            stance: asserts
            source: hostage-story
            at: paragraph 4
            quote: They knew the ship better than we did
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

KIND = Kind("CTV104", "not-a-prediction", Severity.WARNING)


def check(record: Record, _: View) -> Iterator[Fault]:
    """Yield each horizon and each condition on a claim that is no prediction."""
    if not isinstance(record, Claim) or record.kind == "prediction":
        return
    for keys, version in versions(record):
        found = {"horizon": version.horizon, "condition": version.condition}
        for key, value in found.items():
            if value is not None:
                message = f"`{key}` is for predictions; write `kind: prediction`, or remove it"
                yield Fault(kind=KIND, message=message, keys=(*keys, key), on_key=True)


RULE = Rule(kind=KIND, check=check, explanation=__doc__ or "")
