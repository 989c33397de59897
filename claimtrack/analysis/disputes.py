"""Which claims are in dispute: who answers otherwise than another, and how many on each side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeAlias

from attrs import evolve, frozen

from claimtrack.analysis.comparison import comparisons
from claimtrack.analysis.roots import Roots, independent_roots
from claimtrack.analysis.voices import KnowsVoices
from claimtrack.model.claims import Claim
from claimtrack.model.ids import AUTHOR, UNKNOWN, VersionId
from claimtrack.model.policies import TOLERANT, Policy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from claimtrack.analysis.speakervalues import KnowsSpeakers
    from claimtrack.model.attributions import Attribution, Stance
    from claimtrack.model.claims import Version

#: Who speaks: a speaker, the own voice of one source, or one whom a source does not name.
Voice: TypeAlias = tuple[str, ...]


class KnowsClaims(KnowsVoices, Protocol):
    """What knows claims, speakers and sources by their ids: a corpus, or its records."""

    @property
    def claims(self) -> Mapping[str, Claim]:
        """The claims, by id."""
        ...


@frozen(kw_only=True, repr=False)
class Conflict:
    """A version that is denied, or two of which at most one can be right, with who stands where."""

    version: VersionId
    #: The version that contradicts it; None where it is denied.
    other: VersionId | None
    #: On whose word the version rests, and on whose the other, or the denial.
    roots: tuple[Roots, Roots]
    reason: str

    @property
    def strength(self) -> tuple[int, int]:
        """How many independent roots the weaker side has for certain, and how many both have."""
        sides = [side.low for side in self.roots]
        return min(sides), sum(sides)

    def __str__(self) -> str:
        here, there = self.roots
        if self.other is None:
            return f'"{self.version}" (roots: {here}) is denied (roots: {there}): {self.reason}'
        return (
            f'"{self.version}" (roots: {here}) contradicts "{self.other}" (roots: {there}): '
            f"{self.reason}"
        )

    def __repr__(self) -> str:
        return f"<Conflict {self}>"


@frozen(kw_only=True, repr=False)
class Dispute:
    """A claim in dispute, with what is at odds in it, the best supported conflict first."""

    claim: Claim
    conflicts: tuple[Conflict, ...]

    @property
    def strength(self) -> tuple[int, int, int]:
        """What it is ranked by: the strength of its best supported conflict, then their number."""
        return (*self.conflicts[0].strength, len(self.conflicts))

    def __repr__(self) -> str:
        more = len(self.conflicts) - 1
        return f"<Dispute {self.claim.id}: {self.conflicts[0]}{f', and {more} more' * bool(more)}>"


def disputes(corpus: KnowsClaims, *, policy: Policy = TOLERANT) -> tuple[Dispute, ...]:
    """Return the claims in dispute, those first of which both sides are best supported.

    A conflict is as strong as its weaker side: by the number of independent roots that this side
    has for certain, then by that of both sides. A claim ranks by its strongest conflict, then by
    how many it has, then by its id. This counts people, and says nothing of who is right.
    """
    found = (dispute_of(claim, corpus, policy=policy) for claim in corpus.claims.values())
    return ranked(dispute for dispute in found if dispute)


def ranked(disputes: Iterable[Dispute]) -> tuple[Dispute, ...]:
    """Sort disputes as `disputes` does."""
    by_id = sorted(disputes, key=lambda dispute: dispute.claim.id)
    return tuple(sorted(by_id, key=lambda dispute: dispute.strength, reverse=True))


def dispute_of(claim: Claim, corpus: KnowsVoices, *, policy: Policy = TOLERANT) -> Dispute | None:
    """Return what is at odds in a claim, None where `is_disputed` finds nothing."""
    if not is_disputed(claim, corpus, policy=policy):
        return None
    found = (*_denials(claim, corpus), *_contradictions(claim, corpus, policy=policy))
    strongest_first = sorted(found, key=lambda conflict: conflict.strength, reverse=True)
    return Dispute(claim=claim, conflicts=tuple(strongest_first))


def is_disputed(claim: Claim, corpus: KnowsSpeakers, *, policy: Policy = TOLERANT) -> bool:
    """Tell whether somebody denies what another asserts, or two asserted versions contradict.

    Retired versions do not count, nor assertions that their speaker retracts. Two unknown speakers
    are never taken for one.
    """
    if any(is_denied(version) for version in living(claim).values()):
        return True
    found = comparisons(claim, corpus, versions=asserted(claim), policy=policy)
    return any(comparison.relation == "contradicts" for comparison in found)


def living(claim: Claim) -> Mapping[VersionId, Version]:
    """Return the versions that are not retired."""
    return {name: version for name, version in claim.versions.items() if version.retired is None}


def asserted(claim: Claim) -> tuple[VersionId, ...]:
    """Return the versions that are not retired and that somebody asserts."""
    return tuple(name for name, version in living(claim).items() if asserters(version))


def asserters(version: Version) -> frozenset[Voice]:
    """Return who asserts a version and does not retract it."""
    retracting = frozenset(_voices(version.attributions, "retracts"))
    return frozenset(_voices(version.attributions, "asserts")) - retracting


def is_denied(version: Version) -> bool:
    """Tell whether somebody denies what another asserts."""
    deniers = frozenset(_voices(version.attributions, "denies"))
    return any(denier != asserter for asserter in asserters(version) for denier in deniers)


def _denials(claim: Claim, corpus: KnowsVoices) -> Iterator[Conflict]:
    for name, version in living(claim).items():
        if is_denied(version):
            denials = [item for item in version.attributions if item.stance == "denies"]
            turned = evolve(
                version, attributions=tuple(evolve(item, stance="asserts") for item in denials)
            )
            yield Conflict(
                version=name,
                other=None,
                roots=(independent_roots(version, corpus), independent_roots(turned, corpus)),
                reason=f"by {', '.join(dict.fromkeys(item.speaker for item in denials))}",
            )


def _contradictions(claim: Claim, corpus: KnowsVoices, *, policy: Policy) -> Iterator[Conflict]:
    names = asserted(claim)
    roots = {name: independent_roots(claim.versions[name], corpus) for name in names}
    for found in comparisons(claim, corpus, versions=names, policy=policy):
        if found.relation == "contradicts":
            yield Conflict(
                version=found.a,
                other=found.b,
                roots=(roots[found.a], roots[found.b]),
                reason=found.reason,
            )


def _voices(attributions: Iterable[Attribution], stance: Stance) -> Iterator[Voice]:
    for attribution in attributions:
        if attribution.stance == stance:
            yield from ((speaker,) for speaker in attribution.jointly)
            yield _voice(attribution)


def _voice(attribution: Attribution) -> Voice:
    if attribution.speaker == AUTHOR:
        return (AUTHOR, attribution.source)
    if attribution.speaker == UNKNOWN:
        return (UNKNOWN, *attribution.identity)
    return (attribution.speaker,)
