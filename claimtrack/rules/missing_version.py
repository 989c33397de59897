"""A reference names a version that its claim does not have.

`broader`, `relative_to`, `dated_by` and the `version` of an assessment each rest on one version. If
that one was renamed or never written, a share has nothing that it is a share of, and a verdict
judges nothing. Name a version that the claim has, or add the one that is meant.

Bad:

    # events/ferry-attack.yaml
    event: Attack on the ferry Aurelia
    date: 2019-03
    dated_by:
      - attack/toll#ten
    place: off Port Selm

Good:

    # events/ferry-attack.yaml
    event: Attack on the ferry Aurelia
    date: 2019-03
    dated_by:
      - attack/toll#nine
    place: off Port Selm
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.corpus.references import references
from claimtrack.findings import Fault, Kind
from claimtrack.model.claims import Claim
from claimtrack.rules.base import Rule, versions
from claimtrack.rules.fixes import instead, only_near
from claimtrack.text.misfits import INVALID_SLUG, MISSING_KEY, WRONG_TYPE, suggestion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.findings import KeyPath
    from claimtrack.model.records import Record
    from claimtrack.rules.base import View
    from claimtrack.rules.drafts import Draft

KIND = Kind("CTI111", "missing-version")


def check(record: Record, view: View) -> Iterator[Fault]:
    """Yield each reference to a version that is not there."""
    if isinstance(record, Claim):
        for keys, name in _own(record):
            if name not in record.versions:
                yield _fault(record, name, keys)
    for reference in references(record):
        claim = view.records.claims.get(reference.id) if reference.version else None
        if ("claim", reference.id) in view.partial:
            continue
        if claim and reference.version and reference.version not in claim.versions:
            yield _fault(claim, reference.version, reference.keys)


def _own(claim: Claim) -> Iterator[tuple[KeyPath, str]]:
    for keys, version in versions(claim):
        if version.broader is not None:
            yield (*keys, "broader"), version.broader
    for index, assessment in enumerate(claim.assessments):
        if assessment.version is not None:
            yield ("assessments", index, "version"), assessment.version


def _fault(claim: Claim, name: str, keys: KeyPath) -> Fault:
    near = suggestion(name, claim.versions)
    remedy = near or f"; it has {', '.join(claim.versions)}: name one of them, or add the version"
    return Fault(
        kind=KIND, message=f'claim "{claim.id}" has no version "{name}"{remedy}', keys=keys
    )


def _meant(draft: Draft, _: KeyPath, text: str) -> str | None:
    """Return the only version that is near to the one that is missing, of the same claim."""
    claim, mark, version = text.rpartition("#")
    record = draft.view.records.claims.get(claim if mark else draft.id)
    near = only_near(version, record.versions) if record else None
    return f"{claim}{mark}{near}" if near else None


RULE = Rule(
    kind=KIND,
    check=check,
    needs="corpus",
    after=(INVALID_SLUG, MISSING_KEY, WRONG_TYPE),
    explanation=__doc__ or "",
    fix=instead(_meant),
)
