"""Two attributions of a version cannot be told apart.

Within a version, speaker, source, place and stance tell one attribution from another. Where these
are the same and still two are meant (one relied on A and on B, two unknown speakers, two
occasions), each needs an `id` of its own; else one of them is a slip and goes.

Bad:

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

          - speaker: unknown
            stance: asserts
            source: hostage-story
            at: paragraph 5
            cue: the shipping line paid it

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
            id: first-rumour

          - speaker: unknown
            stance: asserts
            source: hostage-story
            at: paragraph 5
            cue: the shipping line paid it
            id: second-rumour
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from claimtrack.findings import Fault, Kind
from claimtrack.model.claims import Claim
from claimtrack.rules.base import Rule, versions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.claims import Version
    from claimtrack.model.records import Record
    from claimtrack.rules.base import View

KIND = Kind("CTA101", "duplicate-attribution")


def check(record: Record, _: View) -> Iterator[Fault]:
    """Yield each attribution that cannot be told from another of its version."""
    for keys, version in versions(record) if isinstance(record, Claim) else ():
        for index in _without_id(version):
            message = (
                "another attribution has the same speaker, source, place and stance; "
                "give each an `id`, or remove one"
            )
            yield Fault(kind=KIND, message=message, keys=(*keys, "attributions", index))
        for index in _with_used_id(version):
            message = "another attribution of this version has that `id`; choose another"
            yield Fault(kind=KIND, message=message, keys=(*keys, "attributions", index, "id"))


def _without_id(version: Version) -> Iterator[int]:
    """Yield those that need an id: all but the first, or the first where only it has none."""
    groups: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for index, item in enumerate(version.attributions):
        groups[item.speaker, item.source, item.at, item.stance].append(index)
    for group in groups.values():
        bare = [index for index in group if version.attributions[index].id is None]
        if len(group) > 1:
            yield from bare[1:] or bare


def _with_used_id(version: Version) -> Iterator[int]:
    ids = [attribution.id for attribution in version.attributions]
    for index, name in enumerate(ids):
        if name is not None and name in ids[:index]:
            yield index


RULE = Rule(kind=KIND, check=check, explanation=__doc__ or "")
