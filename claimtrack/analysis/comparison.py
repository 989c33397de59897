"""What the versions of a claim are to each other, and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from claimtrack.analysis.counts import are_counted
from claimtrack.analysis.datevalues import relate_dates
from claimtrack.analysis.links import reachable
from claimtrack.analysis.speakervalues import relate_speakers
from claimtrack.model.claims import Claim
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
    from claimtrack.model.claims import Version

#: The fields that say what an answer is about: versions that differ in one answer unlike questions.
_GROUNDS = ("scope", "as_of", "horizon", "condition", "relative_to")


@frozen(kw_only=True)
class Comparison:
    """What one version of a claim is to another."""

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


@frozen(kw_only=True)
class _Pair:
    claim: Claim
    a: VersionId
    b: VersionId
    #: Whether `broader` leads from `a` to `b`, and from `b` to `a`.
    up: bool
    down: bool
    counted: bool
    speakers: Mapping[str, Speaker]
    policy: Policy

    @property
    def versions(self) -> tuple[Version, Version]:
        return self.claim.versions[self.a], self.claim.versions[self.b]

    def compared(self) -> Comparison:
        related = self._related()
        return Comparison(
            a=self.a,
            b=self.b,
            relation=related.relation,
            reason=related.reason,
            policy=self.policy.name,
            marked=self.up or self.down,
        )

    def _related(self) -> Related:
        by_grounds = self._by_broader() or self._by_grounds()
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
                reason = f"`{name}` is {_told(ours)} in one and {_told(theirs)} in the other"
                return Related("incomparable", reason)
        return None

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

    The first ground that holds gives the relation:

    - `broader`, also by way of others: one `refines` or `generalises` the other.
    - `incomparable`: their `scope`, `as_of`, `horizon`, `condition` or `relative_to` is unlike.
    - Their values: quantities by `relate`, as counts where `are_counted` says so, dates by
      `relate_dates`, speakers by `relate_speakers`; yes and no contradict. Where a claim is
      `exclusive: false`, no values do: they are compatible.
    - Without values, or with unlike texts: `contradicts` under `exclusive: true`, `compatible`
      under `exclusive: false`, else `incomparable`. The same holds for speakers of whom none is
      part of another.

    The corpus says which speaker is part of which; its `Records` do as well.
    """
    return tuple(comparisons(claim, corpus, versions=tuple(claim.versions), policy=policy))


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
    counted, speakers = are_counted(claim), corpus.speakers
    broader, narrower = _broader(claim), _narrower(claim)
    for index, a in enumerate(versions, 1):
        above, below = _reached(a, broader), _reached(a, narrower)
        for b in versions[index:]:
            yield _Pair(
                claim=claim,
                a=a,
                b=b,
                up=b in above,
                down=b in below,
                counted=counted,
                speakers=speakers,
                policy=policy,
            ).compared()


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


def _told(value: object) -> str:
    return "not given" if value is None else quoted(str(value))
