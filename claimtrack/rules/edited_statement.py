"""An accepted claim asks or answers something else than what was accepted.

The question, or the statement, value or time of an accepted version was edited: all who are on
record for that answer now seem to have given another. Where the edit is right, have the claim
reviewed as it is now, with a review that names its new digest, or put it back to `status: draft`
until somebody has. A value or time that was missing may be added. It is asked of a change only,
with `--since`.

Before:

    # attack/ransom.yaml
    claim: Was a ransom paid?
    status: accepted
    versions:
      paid:
        statement: A ransom was paid.
        attributions:
          - speaker: unknown
            stance: asserts
            source: hostage-story
            at: paragraph 5
            cue: Reportedly

Bad:

    # attack/ransom.yaml
    claim: Was a ransom paid?
    status: accepted
    versions:
      paid:
        statement: The shipping line paid a ransom of two million.
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
        statement: The shipping line paid a ransom of two million.
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
from claimtrack.quoting import printable
from claimtrack.rules.base import Rule
from claimtrack.rules.past import ANSWER, unanswered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.findings import KeyPath
    from claimtrack.model.records import Record
    from claimtrack.rules.base import View

KIND = Kind("CTH104", "edited-statement")

_KEPT = {"statement": "statement", "value": "value", "as_of": "time"}


def check(record: Record, view: View) -> Iterator[Fault]:
    """Yield each accepted answer that was edited, and a question that was."""
    for change in unanswered(record, view.past):
        if change.op == "add" or change.follows:
            continue
        keys: KeyPath
        match change.path:
            case ("claim",):
                what, keys = "question of an accepted claim", ("claim",)
            case ("versions", version, str(key), *_) if key in _KEPT:
                what = f'{_KEPT[key]} of the accepted version "{version}"'
                way = ("versions", str(version))
                keys = way if change.op == "remove" else (*way, key)
            case _:
                continue
        was = printable(str(change.old))
        yield Fault(
            kind=KIND, message=f'the {what} was edited, it was "{was}": {ANSWER}', keys=keys
        )


RULE = Rule(kind=KIND, check=check, needs="change", explanation=__doc__ or "")
