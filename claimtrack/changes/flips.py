"""The comparisons of a claim's versions that a change turns over."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

from claimtrack.analysis.comparison import comparisons
from claimtrack.changes.sentence import Piece, Sentence, explained, named
from claimtrack.model.ids import VersionId
from claimtrack.model.relations import Relation

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from claimtrack.changes.standings import Pair, Standing
    from claimtrack.corpus.records import Records

#: How each relation is told: of one version to others, and of many pairs.
_NOW: Mapping[Relation, tuple[str, str]] = {
    "contradicts": ("now contradicts", "now contradict each other"),
    "tension": ("is now in tension with", "are now in tension"),
    "equal": ("now says the same as", "now say the same"),
    "refines": ("is now a more exact form of", "are now more or less exact forms of each other"),
    "generalises": ("is now less exact than", "are now more or less exact forms of each other"),
    "compatible": ("can now stand beside", "can now stand beside each other"),
    "incomparable": ("can no longer be compared with", "can no longer be compared"),
}
_BEFORE: Mapping[Relation, str] = {
    "contradicts": "before, they contradicted each other",
    "tension": "before, they were in tension",
    "equal": "before, they said the same",
    "refines": "before, one was a more exact form of the other",
    "generalises": "before, one was a more exact form of the other",
    "compatible": "before, they could stand beside each other",
    "incomparable": "before, they could not be compared",
}
#: What is worth telling of a version that was not there before.
_NEWS: frozenset[Relation] = frozenset(["contradicts", "tension", "equal"])

#: What flips are told together by: the relation before and now, and why.
_Kind: TypeAlias = tuple[Relation | None, Relation, str]


@frozen
class _Flip:
    subject: VersionId
    other: VersionId
    kind: _Kind


def flips(
    before: Standing, after: Standing, *, old_ids: Mapping[VersionId, VersionId], records: Records
) -> Iterator[Sentence]:
    """Yield what versions are to each other now and were not before.

    `old_ids` gives the ids that versions had before, where they are others. A version that was not
    there is told where it contradicts another, is in tension with it, or says the same.
    """
    changed = {
        name
        for name, version in after.claim.versions.items()
        if before.claim.versions.get(old_ids.get(name, name)) != version
    }
    groups: dict[_Kind, list[_Flip]] = defaultdict(list)
    for pair in after.comparisons:
        was = before.relation(_before(pair, old_ids))
        now = after.comparisons[pair].relation
        if now != was and (was is not None or now in _NEWS):
            flip = _flip(pair, was, after=after, records=records, changed=changed)
            groups[flip.kind].append(flip)
    for kind, group in groups.items():
        yield from _told(kind, group)


def _before(pair: Pair, old_ids: Mapping[VersionId, VersionId]) -> Pair:
    a, b = pair
    return old_ids.get(a, a), old_ids.get(b, b)


def _flip(
    pair: Pair,
    was: Relation | None,
    *,
    after: Standing,
    records: Records,
    changed: Collection[VersionId],
) -> _Flip:
    """Tell a flip of the version that changed, where only one did."""
    a, b = pair
    found, subject, other = after.comparisons[pair], a, b
    if b in changed and a not in changed:
        (found,) = comparisons(after.claim, records, versions=(b, a))
        subject, other = b, a
    return _Flip(subject, other, (was, found.relation, found.reason))


def _told(kind: _Kind, group: Sequence[_Flip]) -> Iterator[Sentence]:
    was, now, reason = kind
    why = explained(f": {reason}" + (f"; {_BEFORE[was]}" if was else ""))
    one, many = _NOW[now]
    subjects = {flip.subject for flip in group}
    if len(subjects) == 1:
        others = _listed([flip.other for flip in group])
        yield Sentence.of(named(subjects.pop()), f" {one} ", *others, *why)
    else:
        first = group[0]
        such = (", such as ", named(first.subject), " and ", named(first.other))
        yield Sentence.of(f"{len(group)} pairs of versions {many}", *such, *why)


def _listed(names: Sequence[str]) -> Iterator[Piece]:
    for number, name in enumerate(names):
        if number:
            yield Piece(" and " if number == len(names) - 1 else ", ")
        yield named(name)
