"""An accepted version is gone instead of being retired.

Who cites an accepted claim may cite any of its versions, and must find it, with what became of it.
A version that no longer holds is kept and bears `retired`, with the date and the reason; a claim
that is no longer kept up gets `status: retired`, and stays. Nothing else answers a deletion; a
version that was renamed is none. Nor may a claim go that could not be read, which may have been
accepted. It is asked of a change only, with `--since`.

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

      refused:
        statement: The shipping line refused to pay.
        attributions:
          - speaker: author
            stance: asserts
            source: hostage-story
            at: paragraph 5
            cue: the shipping line

Bad:

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

Good:

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

      refused:
        statement: The shipping line refused to pay.
        retired:
          date: 2024-09-01
          reason: The story does not say so.
        attributions:
          - speaker: author
            stance: asserts
            source: hostage-story
            at: paragraph 5
            cue: the shipping line
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.findings import Fault, Kind
from claimtrack.model.claims import Claim
from claimtrack.rules.base import Rule
from claimtrack.rules.past import was_kept

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.changes.change import RecordChange
    from claimtrack.model.records import Record
    from claimtrack.rules.base import View

KIND = Kind("CTH101", "deleted-version")


def check(record: Record, view: View) -> Iterator[Fault]:
    """Yield each accepted version that is gone from a claim."""
    item = view.past.of_record(record) if view.past else None
    for change in item.changes if item is not None and was_kept(item) else ():
        match change.op, change.was:
            case "remove", ("versions", name):
                message = (
                    f'the accepted version "{name}" is gone: put it back, and retire it '
                    "(`retired:` with `date` and `reason`) if it no longer holds"
                )
                yield Fault(kind=KIND, message=message, keys=("versions",), on_key=True)


def gone(item: RecordChange) -> Iterator[Fault]:
    """Yield a fault for a claim that is gone with its versions, if it was accepted or may be."""
    if item.before is None and item.key[0] == "claim":
        message = (
            f'the claim "{item.key[1]}" is gone, and could not be read whole, so nobody knows '
            "whether it was accepted: put its file back, and mend it first"
        )
        yield Fault(kind=KIND, message=message)
    if was_kept(item):
        status = item.before.status if isinstance(item.before, Claim) else ""
        message = (
            f'the {status} claim "{item.key[1]}" is gone: put its file back, '
            "with `status: retired` if it is no longer kept up"
        )
        yield Fault(kind=KIND, message=message)


RULE = Rule(kind=KIND, check=check, gone=gone, needs="change", explanation=__doc__ or "")
