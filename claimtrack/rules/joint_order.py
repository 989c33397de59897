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
from claimtrack.rules.fixes import Fix
from claimtrack.text.nodes import Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.findings import Finding
    from claimtrack.model.records import Record
    from claimtrack.rules.base import View
    from claimtrack.rules.drafts import Draft
    from claimtrack.rules.edits import Edit

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


#: What is said of the speaker alone, and would go with another one.
_OF_THE_SPEAKER = ("printed_as", "capacity", "among")


def _in_order(draft: Draft, finding: Finding) -> Iterator[Edit]:
    """Yield the edits that name the first of joint speakers first, and each of them once."""
    keys = finding.keys[: finding.keys.index("attributions") + 2]
    node = draft.node((*keys, "jointly"))
    speaker = draft.value((*keys, "speaker"))
    if speaker is None or not isinstance(node, Sequence):
        return
    others = [item.value for item in node.items if isinstance(item, Scalar)]
    first, *rest = sorted({speaker, *others})
    if first != speaker and any(draft.value((*keys, key)) for key in _OF_THE_SPEAKER):
        return
    edits = (draft.replaced((*keys, "speaker"), first), draft.listed((*keys, "jointly"), (*rest,)))
    if None not in edits:
        yield from (edit for edit in edits if edit)


RULE = Rule(
    kind=KIND,
    check=check,
    explanation=__doc__ or "",
    fix=Fix(applicability="unsafe", edits=_in_order, above=2),
)
