"""How a claim stands: disputed, in tension, agreed, resting on one root, or none of these."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from attrs import frozen

from claimtrack.analysis.comparison import comparisons
from claimtrack.analysis.disputes import asserted, dispute_of, living
from claimtrack.analysis.roots import Roots, independent_roots
from claimtrack.model.claims import Claim, Version
from claimtrack.model.policies import TOLERANT, Policy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimtrack.analysis.voices import KnowsVoices

#: How a claim may stand, from what parts people most; see `state_of`.
Word: TypeAlias = Literal[
    "disputed", "in-tension", "agreed", "single-sourced", "side-by-side", "unasserted"
]
#: What makes two answers one, more or less exactly put.
_ONE = frozenset(["equal", "refines", "generalises"])


@frozen(kw_only=True, repr=False)
class State:
    """How a claim stands, with what shows it; no word on who is right."""

    claim: Claim
    word: Word
    #: One line each.
    reasons: tuple[str, ...]
    #: On whose word all that is asserted rests, whatever the answer.
    roots: Roots
    #: The name of the policy by which `about` and vague words were read.
    policy: str

    def __repr__(self) -> str:
        return f"<State of {self.claim.id}: {self.word}: {'; '.join(self.reasons)}>"


def state_of(claim: Claim, corpus: KnowsVoices, *, policy: Policy = TOLERANT) -> State:
    """Tell how a claim stands.

    The first word that fits is given:

    - `unasserted`: nobody asserts any version, or everyone who did took it back.
    - `disputed`: an asserted version is denied by another, or contradicts another asserted one.
    - `in-tension`: two asserted versions exclude each other but for `about` or a vague word.
    - `single-sourced`: no more than one independent root is certain, whoever prints it.
    - `agreed`: one answer, with its more and less exact forms, has two independent roots for
      certain, and no asserted version is apart from it.
    - `side-by-side`: several answers that can all be right, or that nobody can compare.

    Retired versions do not count.
    """
    names = asserted(claim)
    roots = independent_roots(_together(claim, names, corpus), corpus)
    word, reasons = _judged(claim, corpus, roots=roots, policy=policy)
    return State(claim=claim, word=word, reasons=reasons, roots=roots, policy=policy.name)


def _judged(
    claim: Claim, corpus: KnowsVoices, *, roots: Roots, policy: Policy
) -> tuple[Word, tuple[str, ...]]:
    names = asserted(claim)
    if not names:
        return "unasserted", tuple(_unasserted(claim))
    dispute = dispute_of(claim, corpus, policy=policy)
    if dispute is not None:
        return "disputed", tuple(map(str, dispute.conflicts))
    found = tuple(comparisons(claim, corpus, versions=names, policy=policy))
    tense = tuple(str(item) for item in found if item.relation == "tension")
    if tense:
        return "in-tension", tense
    if roots.low <= 1:
        return "single-sourced", (f"independent roots: {roots}", *roots.reasons)
    if all(item.relation in _ONE for item in found):
        return "agreed", (f"independent roots: {roots}", *map(str, found))
    return "side-by-side", tuple(str(item) for item in found if item.relation not in _ONE)


def _unasserted(claim: Claim) -> Iterator[str]:
    yield "nobody asserts any of its versions" if living(claim) else "every version is retired"


def _together(claim: Claim, names: Sequence[str], corpus: KnowsVoices) -> Version:
    """Return all that is asserted and not taken back as if it were one answer."""
    counted = (independent_roots(claim.versions[name], corpus) for name in names)
    kept = dict.fromkeys(item for roots in counted for item in roots.attributions)
    return Version(statement=claim.question, attributions=tuple(kept))
