"""Where a speaker goes against what it said itself, and whether it does so at one time."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from attrs import evolve, frozen

from claimtrack.analysis.comparison import Comparison, comparisons
from claimtrack.analysis.dating import said_when
from claimtrack.analysis.voices import KnowsVoices, chain_of
from claimtrack.corpus.index import Utterance
from claimtrack.model.claims import Claim
from claimtrack.model.daterelations import Answer
from claimtrack.model.ids import SpeakerId
from claimtrack.model.policies import TOLERANT, Policy
from claimtrack.model.quantities import Quantity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from claimtrack.model.dates import Date
    from claimtrack.model.ids import VersionId

    _Timed: TypeAlias = tuple[VersionId, Date | None]

#: What a turn is: an answer withdrawn, one that came after another, two of which the order is not
#: known, or two that only differ by an inexact figure, date or hedge.
TurnKind: TypeAlias = Literal["retraction", "reversal", "contradiction", "tension"]

#: What opposite stances to one version are, and what relations of two asserted ones are.
_OPPOSED: Final[Mapping[frozenset[str], TurnKind]] = {
    frozenset(["asserts", "retracts"]): "retraction",
    frozenset(["asserts", "denies"]): "contradiction",
}
_KINDS: Final[Mapping[str, TurnKind]] = {"contradicts": "contradiction", "tension": "tension"}
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
    #: Whether both are told of one time: yes, no, or not known; yes also where that makes no
    #: difference, as of a count of the dead that falls.
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

    Versions are compared for the times that both are told of: the `as_of` of the attribution, else
    of the version, else, of a figure, when it was `said`. Where that alone keeps them apart, they
    are compared without it, and `same_time` says so. Retired versions do not count.
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
class _Against:
    """In what way two go against each other, why, and whether at one time."""

    kind: TurnKind
    why: str
    same_time: Answer


@frozen
class _Claim:
    """One claim, of which some speakers said several things."""

    claim: Claim
    members: frozenset[SpeakerId]
    corpus: KnowsVoices
    policy: Policy

    def turns(self, items: Sequence[Utterance]) -> Iterator[Turn]:
        for one, other in combinations(items, 2):
            found = self._against(one, other) if _alike(one, other) else None
            if found is not None:
                yield self._turn(found, (one, other))

    def _against(self, one: Utterance, other: Utterance) -> _Against | None:
        """Return in what way two go against each other and why, None where they do not."""
        stances = {one.attribution.stance, other.attribution.stance}
        if stances == {"asserts"}:
            return self._by_answers(one, other) if one.version != other.version else None
        same_time = _same_time(_given_time(one), _given_time(other))
        if one.version == other.version:
            kind = _OPPOSED.get(frozenset(stances))
            return _Against(kind, "", same_time) if kind else None
        if stances == {"asserts", "denies"}:
            asserted, denied = sorted([one, other], key=lambda item: item.attribution.stance)
            related = self._related((asserted.version, None), (denied.version, None))
            if related.relation in {"equal", "refines"}:
                return _Against("contradiction", related.reason, same_time)
        return None

    def _by_answers(self, one: Utterance, other: Utterance) -> _Against | None:
        """Tell whether two answers go against each other at their times, or but for these."""
        times = _time(one), _time(other)
        related = self._related((one.version, times[0]), (other.version, times[1]))
        same_time: Answer = True
        if related.relation == "incomparable" and times[0] != times[1]:
            related = self._related((one.version, None), (other.version, None))
            same_time = _same_time(*times)
        kind = _KINDS.get(related.relation)
        return _Against(kind, related.reason, same_time) if kind else None

    def _related(self, one: _Timed, other: _Timed) -> Comparison:
        """Compare two versions as if each held for a time."""
        versions = self.claim.versions
        timed = {name: evolve(versions[name], as_of=time) for name, time in (one, other)}
        claim = evolve(self.claim, versions={**versions, **timed})
        pair = (one[0], other[0])
        return next(comparisons(claim, self.corpus, versions=pair, policy=self.policy))

    def _turn(self, found: _Against, pair: tuple[Utterance, Utterance]) -> Turn:
        first, second = pair
        when, then = (said_when(item, self.corpus) for item in pair)
        in_order = _before(when, then)
        if in_order is None and _before(then, when):
            first, second, in_order = second, first, True
        told = " and ".join(_told(item) for item in (first, second))
        return Turn(
            kind=_kind(found.kind, first, second, in_order=in_order),
            first=first,
            second=second,
            speakers=(self._who(first), self._who(second)),
            in_order=in_order,
            same_time=found.same_time,
            reason=f"{told}{f': {found.why}' if found.why else ''}",
        )

    def _who(self, item: Utterance) -> tuple[SpeakerId, ...]:
        voices = chain_of(item.attribution, self.corpus).speakers
        return tuple(sorted({voice[0] for voice in voices} & self.members))


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


def _given_time(item: Utterance) -> Date | None:
    return item.attribution.as_of or item.claim.versions[item.version].as_of


def _time(item: Utterance) -> Date | None:
    """Return the time for which an answer holds, as `occasions` has it."""
    is_figure = isinstance(item.claim.versions[item.version].value, Quantity)
    by_said = is_figure and item.claim.kind != "prediction"
    return _given_time(item) or (item.attribution.said if by_said else None)


def _same_time(one: Date | None, other: Date | None) -> Answer:
    if one == other:
        return True
    return False if one and other and one.overlaps(other) is False else None


def _told(item: Utterance) -> str:
    said = item.attribution
    hedge = f" as {said.certainty}" if said.certainty in _HEDGED else ""
    when = f" ({said.said})" if said.said else ""
    holds = _given_time(item)
    of = f" as of {holds}" if holds else ""
    return f'{said.stance} "{item.version}"{hedge}{of}{when}'
