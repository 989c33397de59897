"""What the versions of a claim are to each other, and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from claimtrack.analysis.counts import accumulates, are_counted
from claimtrack.analysis.countsovertime import relate_over_time
from claimtrack.analysis.datevalues import relate_dates
from claimtrack.analysis.links import reachable
from claimtrack.analysis.occasions import occasions
from claimtrack.analysis.speakervalues import relate_speakers
from claimtrack.model.attributions import Attribution
from claimtrack.model.claims import Claim, Version
from claimtrack.model.dates import Date
from claimtrack.model.ids import VersionId
from claimtrack.model.policies import TOLERANT, Policy
from claimtrack.model.quantities import Quantity
from claimtrack.model.quantity_relations import relate
from claimtrack.model.relations import Related, Relation
from claimtrack.model.speakers import Speaker
from claimtrack.quoting import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimtrack.analysis.speakervalues import KnowsSpeakers

#: The fields that say what an answer is about: versions that differ in one answer unlike questions.
_GROUNDS = ("scope", "horizon", "condition", "relative_to")


@frozen(kw_only=True, repr=False)
class Comparison:
    """What one version of a claim is to another, as such or as two people gave them."""

    a: VersionId
    b: VersionId
    #: What `a` is to `b`: `refines` says that `a` is the more exact one.
    relation: Relation
    #: One line that names the values, that of `a` first.
    reason: str
    #: The name of the policy by which `about` and vague words were read.
    policy: str
    #: Whether `broader` leads from one to the other, also by way of others, or in a circle.
    marked: bool
    #: The assertions of `a` and of `b` whose own times were compared; None of versions as such.
    said: tuple[Attribution, Attribution] | None = None

    def __str__(self) -> str:
        ours, theirs = (f" of {item.speaker}" for item in self.said) if self.said else ("", "")
        return f'"{self.a}"{ours} {_VERBS[self.relation]} "{self.b}"{theirs}: {self.reason}'

    def __repr__(self) -> str:
        return f"<Comparison {self}>"


_VERBS: Mapping[Relation, str] = {
    "equal": "says the same as",
    "refines": "refines",
    "generalises": "generalises",
    "compatible": "can stand beside",
    "tension": "is in tension with",
    "contradicts": "contradicts",
    "incomparable": "cannot be compared with",
}


@frozen(kw_only=True)
class _Pair:
    claim: Claim
    a: VersionId
    b: VersionId
    versions: tuple[Version, Version]
    said: tuple[Attribution, Attribution] | None = None
    #: Whether `broader` leads from `a` to `b`, and from `b` to `a`.
    up: bool
    down: bool
    counted: bool
    speakers: Mapping[str, Speaker]
    policy: Policy

    def compared(self) -> Comparison:
        related = self._related()
        return Comparison(
            a=self.a,
            b=self.b,
            relation=related.relation,
            reason=related.reason,
            policy=self.policy.name,
            marked=self.up or self.down,
            said=self.said,
        )

    def at_their_times(self) -> Iterator[_Pair]:
        """Yield the two versions as each two assertions have them at times of their own."""
        a, b = self.versions
        theirs = tuple(occasions(self.claim, b))
        for first, one in occasions(self.claim, a):
            for second, other in theirs:
                if (one, other) != (a.as_of, b.as_of):
                    timed = (evolve(a, as_of=one), evolve(b, as_of=other))
                    yield evolve(self, versions=timed, said=(first, second))

    def _related(self) -> Related:
        by_grounds = self._by_broader() or self._by_grounds() or self._by_time()
        if by_grounds is not None:
            return by_grounds
        related = self._by_values() or self._by_exclusion()
        if related.relation in {"contradicts", "tension"} and self.claim.exclusive is False:
            reason = f"{related.reason}, but the claim is `exclusive: false`"
            return evolve(related, relation="compatible", reason=reason)
        return related

    def _by_broader(self) -> Related | None:
        """Tell what `broader` says, which is nothing where it leads in a circle."""
        if self.up == self.down:
            return None
        exact, broad = (self.a, self.b) if self.up else (self.b, self.a)
        reason = f'"{broad}" is a `broader` form of "{exact}"'
        return Related("refines" if self.up else "generalises", reason)

    def _by_grounds(self) -> Related | None:
        first, second = self.versions
        for name in _GROUNDS:
            ours, theirs = getattr(first, name), getattr(second, name)
            if ours != theirs:
                return _apart(name, ours, theirs)
        return None

    def _by_time(self) -> Related | None:
        """Tell what unlike times say: a count of what has happened may rise and never falls."""
        first, second = self.versions
        ours, theirs = first.as_of, second.as_of
        if ours == theirs:
            return None
        if ours is None or theirs is None:
            return _apart("as_of", ours, theirs)
        if relate_dates(ours, theirs).relation == "equal":
            return None
        match first.value, second.value:
            case Quantity() as one, Quantity() as other if self._accumulate(one, other):
                return relate_over_time((one, ours), (other, theirs), policy=self.policy)
        return _apart("as_of", ours, theirs)

    def _accumulate(self, one: Quantity, other: Quantity) -> bool:
        """Tell whether two figures count what has happened; so does the one beside an order."""
        if one.share or other.share or self.versions[0].relative_to:
            return False
        return one.order != other.order or (not one.order and accumulates(self.claim))

    def _by_values(self) -> Related | None:
        match [version.value for version in self.versions]:
            case [Quantity() as ours, Quantity() as theirs]:
                counted = self.counted and self.versions[0].relative_to is None
                return relate(ours, theirs, policy=self.policy, counted=counted)
            case [Date() as ours, Date() as theirs]:
                return relate_dates(ours, theirs)
            case [bool() as ours, bool() as theirs]:
                return _relate_booleans(ours, theirs)
            case [tuple() as ours, tuple() as theirs]:
                return relate_speakers(ours, theirs, self.speakers)
            case [str() as ours, str() as theirs] if ours == theirs:
                return Related("equal", f"both say {quoted(ours)}")
        return None

    def _by_exclusion(self) -> Related:
        if self.claim.exclusive is None:
            reason = "the claim does not say whether both can be right, and no values tell"
            return Related("incomparable", reason)
        if self.claim.exclusive:
            return Related("contradicts", "the claim is `exclusive: true`")
        return Related("compatible", "the claim is `exclusive: false`")


def compare(
    claim: Claim, corpus: KnowsSpeakers, *, policy: Policy = TOLERANT
) -> tuple[Comparison, ...]:
    """Compare every two versions of a claim, retired ones too, in the order of their ids.

    Behind two versions come those of their assertions whose own times (`as_of`, of a figure also
    `said`) make another relation, or another reason: what one body counted in May and another in
    June. A retracted assertion is none.

    The first ground that holds gives the relation:

    - `broader`, also by way of others: one `refines` or `generalises` the other.
    - `incomparable`: their `scope`, `horizon`, `condition`, `relative_to` or `as_of` is unlike.
      Counts of what has happened are compared over time by `relate_over_time`.
    - Their values: quantities by `relate`, as counts where `are_counted` says so, dates by
      `relate_dates`, speakers by `relate_speakers`; yes and no contradict. Where a claim is
      `exclusive: false`, no values do: they are compatible.
    - Without values, or with unlike texts: `contradicts` under `exclusive: true`, `compatible`
      under `exclusive: false`, else `incomparable`. The same holds for speakers of whom none is
      part of another.

    The corpus says which speaker is part of which; its `Records` do as well.
    """
    return tuple(
        found
        for pair in _pairs(claim, corpus, versions=tuple(claim.versions), policy=policy)
        for found in _compared(pair)
    )


def comparisons(
    claim: Claim,
    corpus: KnowsSpeakers,
    *,
    versions: Sequence[VersionId],
    policy: Policy = TOLERANT,
) -> Iterator[Comparison]:
    """Yield how each two of some versions compare, as `compare` does all of them, in this order.

    Raises `KeyError` for a version that the claim does not have.
    """
    for pair in _pairs(claim, corpus, versions=versions, policy=policy):
        yield pair.compared()


def _compared(pair: _Pair) -> Iterator[Comparison]:
    as_such = pair.compared()
    yield as_such
    for timed in pair.at_their_times():
        found = timed.compared()
        if (found.relation, found.reason) != (as_such.relation, as_such.reason):
            yield found


def _pairs(
    claim: Claim, corpus: KnowsSpeakers, *, versions: Sequence[VersionId], policy: Policy
) -> Iterator[_Pair]:
    counted, speakers = are_counted(claim), corpus.speakers
    broader, narrower = _broader(claim), _narrower(claim)
    for index, a in enumerate(versions, 1):
        above, below = _reached(a, broader), _reached(a, narrower)
        for b in versions[index:]:
            yield _Pair(
                claim=claim,
                a=a,
                b=b,
                versions=(claim.versions[a], claim.versions[b]),
                up=b in above,
                down=b in below,
                counted=counted,
                speakers=speakers,
                policy=policy,
            )


def _reached(version: VersionId, links: Mapping[str, Sequence[str]]) -> frozenset[str]:
    return reachable(version, lambda name: links.get(name, ()))


def _broader(claim: Claim) -> dict[str, list[str]]:
    return {name: [it.broader] for name, it in claim.versions.items() if it.broader}


def _narrower(claim: Claim) -> dict[str, list[str]]:
    links: dict[str, list[str]] = defaultdict(list)
    for name, version in claim.versions.items():
        if version.broader:
            links[version.broader].append(name)
    return links


def _relate_booleans(ours: bool, theirs: bool) -> Related:  # noqa: FBT001 - the values themselves
    if ours == theirs:
        return Related("equal", f"both say `{str(ours).lower()}`")
    return Related("contradicts", f"`{str(ours).lower()}` and `{str(theirs).lower()}`")


def _apart(name: str, ours: object, theirs: object) -> Related:
    reason = f"`{name}` is {_told(ours)} in one and {_told(theirs)} in the other"
    return Related("incomparable", reason)


def _told(value: object) -> str:
    return "not given" if value is None else quoted(str(value))
