"""An accepted attribution says something else than what was accepted.

Its quote, its speakers, its stance, its source or its dates were edited, and the claim is still
called accepted, though nobody has accepted it as it is. Where the edit is right, have the claim
reviewed as it is now, with a review that names its new digest, or put it back to `status: draft`
until somebody has. What is only added, such as a date that was missing, is no edit. It is asked of
a change only, with `--since`.

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
        statement: A ransom was paid.
        attributions:
          - speaker: author
            stance: asserts
            source: hostage-story
            at: paragraph 5
            cue: the shipping line paid it

          - speaker: unknown
            stance: denies
            source: hostage-story
            at: paragraph 5
            cue: Reportedly

Good:

    # attack/ransom.yaml
    claim: Was a ransom paid?
    status: accepted
    versions:
      paid:
        statement: A ransom was paid.
        attributions:
          - speaker: author
            stance: asserts
            source: hostage-story
            at: paragraph 5
            cue: the shipping line paid it

          - speaker: unknown
            stance: asserts
            source: hostage-story
            at: paragraph 5
            cue: Reportedly
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.changes.paths import Item
from claimtrack.findings import Fault, Kind
from claimtrack.rules.base import Rule
from claimtrack.rules.past import ANSWER, unanswered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.changes.change import Change
    from claimtrack.model.records import Record
    from claimtrack.rules.base import View

KIND = Kind("CTH103", "edited-attribution")

#: What an attribution must not say otherwise, and what it is called.
_KEPT = {
    "speaker": "speaker",
    "jointly": "joint speakers",
    "stance": "stance",
    "quote": "quote",
    "said": "date",
    "as_of": "date",
    "source": "source",
}


def check(record: Record, view: View) -> Iterator[Fault]:
    """Yield each part of an accepted attribution that was edited."""
    for change in unanswered(record, view.past):
        match change.path:
            case ("versions", version, "attributions", Item(index=index), str(key), *_):
                if key in _KEPT and not _is_addition(change, key) and not change.follows:
                    told = f"the {_KEPT[key]} of an accepted attribution"
                    message = f"{told} was edited{_from(change)}: {ANSWER}"
                    way = ("versions", str(version), "attributions", index)
                    keys = way if change.op == "remove" else (*way, key)
                    yield Fault(kind=KIND, message=message, keys=keys)


def _is_addition(change: Change, key: str) -> bool:
    return change.op == "add" and key != "jointly"


def _from(change: Change) -> str:
    return "" if change.old is None or change.op == "add" else f', it was "{change.old}"'


RULE = Rule(kind=KIND, check=check, needs="change", explanation=__doc__ or "")
