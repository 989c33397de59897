"""Which claims are in dispute: who answers otherwise than another."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from claimtrack.analysis.comparison import comparisons
from claimtrack.model.ids import AUTHOR, UNKNOWN
from claimtrack.model.policies import TOLERANT, Policy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimtrack.analysis.speakervalues import KnowsSpeakers
    from claimtrack.model.attributions import Attribution, Stance
    from claimtrack.model.claims import Claim, Version

#: Who speaks: a speaker, the own voice of one source, or one whom a source does not name.
Voice: TypeAlias = tuple[str, ...]


def is_disputed(claim: Claim, corpus: KnowsSpeakers, *, policy: Policy = TOLERANT) -> bool:
    """Tell whether somebody denies what another asserts, or two asserted versions contradict.

    Retired versions do not count, nor assertions that their speaker retracts. Two unknown speakers
    are never taken for one.
    """
    alive = {name: version for name, version in claim.versions.items() if version.retired is None}
    asserted = [name for name, version in alive.items() if asserters(version)]
    if any(_is_denied(version) for version in alive.values()):
        return True
    found = comparisons(claim, corpus, versions=asserted, policy=policy)
    return any(comparison.relation == "contradicts" for comparison in found)


def asserters(version: Version) -> frozenset[Voice]:
    """Return who asserts a version and does not retract it."""
    retracting = frozenset(_voices(version.attributions, "retracts"))
    return frozenset(_voices(version.attributions, "asserts")) - retracting


def _is_denied(version: Version) -> bool:
    deniers = frozenset(_voices(version.attributions, "denies"))
    return any(denier != asserter for asserter in asserters(version) for denier in deniers)


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
