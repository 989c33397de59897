"""An accepted attribution is gone.

That somebody said it is what the claim rests on; without it, an answer may stand there that nobody
gave, or one root fewer. Where it was a mistake, have the claim reviewed as it is now, with a review
that names its new digest, or put it back to `status: draft` until somebody has. Both are
answers; a corrected speaker, source, place or stance is no deletion. It is asked of a
change only, with `--since`.

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

          - speaker: jonas-brandt
            stance: denies
            source: hostage-story
            at: paragraph 5
            cue: the shipping line paid it

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
    versions:
      paid:
        statement: A ransom was paid.
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
from claimtrack.model.attributions import Attribution
from claimtrack.rules.base import Rule
from claimtrack.rules.past import ANSWER, unanswered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.records import Record
    from claimtrack.rules.base import View

KIND = Kind("CTH102", "deleted-attribution")


def check(record: Record, view: View) -> Iterator[Fault]:
    """Yield each accepted attribution that is gone from a version that is there."""
    for change in unanswered(record, view.past):
        match change.op, change.path, change.old:
            case "remove", ("versions", version, "attributions", _), Attribution() as said:
                place = f", {said.at}" if said.at else ""
                message = (
                    f'the accepted attribution "{said.speaker} {said.stance}" ({said.source}'
                    f"{place}) is gone: {ANSWER}"
                )
                keys = ("versions", str(version), "attributions")
                yield Fault(kind=KIND, message=message, keys=keys, on_key=True)


RULE = Rule(kind=KIND, check=check, needs="change", explanation=__doc__ or "")
