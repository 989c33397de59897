"""One speaker asserts two answers of which only one can be right, in the same source.

People do contradict themselves, but more often one of the two is somebody else's answer, a denial,
or an earlier one. Mend the speaker or the stance, or give each its date (`said`, `as_of`); a more
exact form of the same answer is marked with `broader`. What is only held possible may stand beside
its rival, and two unknown speakers are never taken for one.

Bad:

    # attack/ransom.yaml
    claim: Was a ransom paid?
    answer: boolean
    exclusive: true
    versions:
      not-paid:
        statement: No ransom was paid.
        value: false
        attributions:
          - speaker: selm
            stance: asserts
            source: hostage-story
            at: paragraph 5
            cue: denied that a ransom had been paid

      paid:
        statement: A ransom was paid.
        value: true
        attributions:
          - speaker: selm
            stance: asserts
            source: hostage-story
            at: paragraph 5
            cue: Reportedly

Good:

    # attack/ransom.yaml
    claim: Was a ransom paid?
    answer: boolean
    exclusive: true
    versions:
      not-paid:
        statement: No ransom was paid.
        value: false
        attributions:
          - speaker: selm
            stance: asserts
            source: hostage-story
            at: paragraph 5
            cue: denied that a ransom had been paid

      paid:
        statement: A ransom was paid.
        value: true
        attributions:
          - speaker: unknown
            stance: asserts
            source: hostage-story
            at: paragraph 5
            cue: Reportedly
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.findings import Fault, Kind, Severity
from claimtrack.model.claims import Claim
from claimtrack.model.ids import UNKNOWN
from claimtrack.rules.base import Rule
from claimtrack.rules.rivals import rivals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.attributions import Attribution
    from claimtrack.model.claims import Version
    from claimtrack.model.records import Record
    from claimtrack.rules.base import View

KIND = Kind("CTA102", "two-answers", Severity.WARNING)
_FIRM = frozenset({"certain", "probable"})


def check(record: Record, view: View) -> Iterator[Fault]:
    """Yield each assertion of a version whose speaker asserts its rival at the same time."""
    if not isinstance(record, Claim):
        return
    for found in rivals(record, view.records):
        if found.relation not in {"contradicts", "tension"}:
            continue
        ours, theirs = record.versions[found.a], record.versions[found.b]
        for index, other in _firm(theirs):
            keys = ("versions", found.b, "attributions", index)
            both = {name for _, one in _firm(ours) for name in _in_both(one, other)}
            for speaker in sorted(both):
                message = (
                    f'"{speaker}" asserts version "{found.a}" too, in the same source; mend the '
                    "speaker or the stance, or give each its date"
                )
                yield Fault(kind=KIND, message=message, keys=keys)


def _firm(version: Version) -> list[tuple[int, Attribution]]:
    return [
        (index, attribution)
        for index, attribution in enumerate(version.attributions)
        if attribution.stance == "asserts" and attribution.certainty in _FIRM
    ]


def _in_both(one: Attribution, other: Attribution) -> set[str]:
    """Return who makes both statements in one source, as far as is known at the same time."""
    if one.source != other.source or (one.said, one.as_of) != (other.said, other.as_of):
        return set()
    both = {one.speaker, *one.jointly} & {other.speaker, *other.jointly}
    return both - {UNKNOWN}


RULE = Rule(kind=KIND, check=check, needs="corpus", explanation=__doc__ or "")
