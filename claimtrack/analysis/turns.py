"""Where a speaker goes against what it said itself, and whether it does so at one time."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, Literal, TypeAlias

from attrs import evolve, frozen

from claimtrack.analysis.comparison import comparisons
from claimtrack.analysis.dating import said_when
from claimtrack.analysis.voices import KnowsVoices, chain_of
from claimtrack.corpus.index import Utterance
from claimtrack.model.claims import Claim
from claimtrack.model.daterelations import Answer
from claimtrack.model.ids import SpeakerId
from claimtrack.model.policies import TOLERANT, Policy
from claimtrack.model.relations import inverse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from claimtrack.model.dates import Date
    from claimtrack.model.ids import VersionId
    from claimtrack.model.relations import Relation

#: What a turn is: an answer withdrawn, one that came after another, two of which the order is not
#: known, or two that only differ by an inexact figure, date or hedge.
TurnKind: TypeAlias = Literal["retraction", "reversal", "contradiction", "tension"]

_HEDGED = frozenset(["probable", "possible"])
#: Acts that put something forward as the case; what is wished or demanded may be otherwise.
_STATING = frozenset(["states", "asks"])


@frozen(kw_only=True, repr=False)
class Turn:
    """Two things that a speaker, or members of one body, said of one claim against each other."""

    kind: TurnKind
    #: What was said first where that is known, else in the order of a listing.
    first: Utterance
    second: Utterance
    #: Those of the body who said the first, and the second: the same unless parts disagree.
    speakers: tuple[tuple[SpeakerId, ...], tuple[SpeakerId, ...]]
    #: Whether the first was said before the second: yes, or not known.
    in_order: Answer
    #: Whether both are told of one time (`as_of`): yes, no, or not known.
    same_time: Answer
    #: One line that names the stances and versions, and what sets them against each other.
    reason: str

    def __repr__(self) -> str:
        return f"<Turn, {self.kind} in {self.first.claim.id}: {self.reason}>"

    @property
    def of_oneself(self) -> bool:
        """Whether one and the same speaker said both, and not one part of a body and another."""
        return not set(self.speakers[0]).isdisjoint(self.speakers[1])


def turns_of(
    said: Sequence[Utterance],
    *,
    members: Iterable[SpeakerId],
    corpus: KnowsVoices,
    policy: Policy = TOLERANT,
) -> tuple[Turn, ...]:
    """Return what of some speakers' words goes against other words of theirs, claim by claim.

    Two go against each other that

    - assert and deny, or assert and retract, one version;
    - assert versions that contradict each other, or are in tension, by `compare`;
    - assert a version and deny one that is equal to it, or of which it is a more exact form.

    Versions are compared as if their `as_of` were one, and the `as_of` that the attributions or
    versions give then tells whether both hold for the same time. Retired versions do not count.
    What is hedged (`probable`, `possible`) is in tension at most; what is demanded or wished goes
    only against its like.
    """
    by_claim: dict[str, list[Utterance]] = defaultdict(list)
    alive = (item for item in said if item.claim.versions[item.version].retired is None)
    for item in alive:
        by_claim[item.claim.id].append(item)
    everyone = frozenset(members)
    return tuple(
        turn
        for _, items in sorted(by_claim.items())
        for turn in _Claim(items[0].claim, everyone, corpus, policy).turns(items)
    )


@frozen
class _Claim:
    """One claim, of which some speakers said several things."""

    claim: Claim
    members: frozenset[SpeakerId]
    corpus: KnowsVoices
    policy: Policy

    def turns(self, items: Sequence[Utterance]) -> Iterator[Turn]:
        related = self._related(sorted({item.version for item in items}))
        for one, other in combinations(items, 2):
            found = _against(one, other, related)
            if found is not None and _alike(one, other):
                yield self._turn(*found, pair=(one, other))

    def _related(self, versions: Sequence[VersionId]) -> Mapping[tuple[str, str], _Related]:
        """Compare versions without regard to the time for which each holds."""
        timeless = {name: evolve(it, as_of=None) for name, it in self.claim.versions.items()}
        claim = evolve(self.claim, versions=timeless)
        related = {}
        for it in comparisons(claim, self.corpus, versions=versions, policy=self.policy):
            related[it.a, it.b] = it.relation, it.reason
            related[it.b, it.a] = inverse(it.relation), it.reason
        return related

    def _turn(self, kind: TurnKind, why: str, *, pair: tuple[Utterance, Utterance]) -> Turn:
        first, second = pair
        when, then = (said_when(item, self.corpus) for item in pair)
        in_order = _before(when, then)
        if in_order is None and _before(then, when):
            first, second, in_order = second, first, True
        kind = _kind(kind, first, second, in_order=in_order)
        told = " and ".join(_told(item) for item in (first, second))
        return Turn(
            kind=kind,
            first=first,
            second=second,
            speakers=(self._who(first), self._who(second)),
            in_order=in_order,
            same_time=_same_time(_holds(first), _holds(second)),
            reason=f"{told}{f': {why}' if why else ''}",
        )

    def _who(self, item: Utterance) -> tuple[SpeakerId, ...]:
        voices = chain_of(item.attribution, self.corpus).speakers
        return tuple(sorted({voice[0] for voice in voices} & self.members))


_Related: TypeAlias = "tuple[Relation, str]"


def _against(
    one: Utterance, other: Utterance, related: Mapping[tuple[str, str], _Related]
) -> tuple[TurnKind, str] | None:
    """Return in what way two go against each other and why, None where they do not."""
    stances = {one.attribution.stance, other.attribution.stance}
    if one.version == other.version:
        if stances == {"asserts", "retracts"}:
            return "retraction", ""
        return ("contradiction", "") if stances == {"asserts", "denies"} else None
    if one.attribution.stance != "asserts":
        one, other = other, one
    relation, why = related[one.version, other.version]
    if stances == {"asserts"} and relation in {"contradicts", "tension"}:
        return "contradiction" if relation == "contradicts" else "tension", why
    if stances == {"asserts", "denies"} and relation in {"equal", "refines"}:
        return "contradiction", why
    return None


def _kind(kind: TurnKind, first: Utterance, second: Utterance, *, in_order: Answer) -> TurnKind:
    """Return what a turn is, given what is known of the order of its parts."""
    stances = first.attribution.stance, second.attribution.stance
    if kind == "retraction":
        # Who asserts again what was withdrawn before turns once more.
        return "reversal" if in_order and stances[0] == "retracts" else kind
    if _HEDGED & {first.attribution.certainty, second.attribution.certainty}:
        return "tension"
    return "reversal" if in_order and kind == "contradiction" else kind


def _alike(one: Utterance, other: Utterance) -> bool:
    acts = {one.attribution.act, other.attribution.act}
    return len(acts) == 1 or acts <= _STATING


def _before(when: Date | None, then: Date | None) -> Answer:
    """Answer yes or not known: what is not certainly before may still be."""
    return True if when and then and when.before(then) else None


def _holds(item: Utterance) -> Date | None:
    return item.attribution.as_of or item.claim.versions[item.version].as_of


def _same_time(one: Date | None, other: Date | None) -> Answer:
    if one == other:
        return True
    return False if one and other and one.overlaps(other) is False else None


def _told(item: Utterance) -> str:
    said = item.attribution
    hedge = f" as {said.certainty}" if said.certainty in _HEDGED else ""
    when = f" ({said.said})" if said.said else ""
    holds = _holds(item)
    of = f" as of {holds}" if holds else ""
    return f'{said.stance} "{item.version}"{hedge}{of}{when}'
