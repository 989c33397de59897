"""What the versions of a claim are to each other, and why."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from claimtrack.analysis.datevalues import relate_dates
from claimtrack.analysis.links import reachable
from claimtrack.analysis.speakervalues import relate_speakers
from claimtrack.corpus.records import Records
from claimtrack.model.claims import Claim
from claimtrack.model.dates import Date
from claimtrack.model.ids import VersionId
from claimtrack.model.policies import TOLERANT, Policy
from claimtrack.model.quantities import Quantity
from claimtrack.model.quantity_relations import relate
from claimtrack.model.relations import Related, Relation
from claimtrack.model.wording import quoted

if TYPE_CHECKING:
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


@frozen(kw_only=True)
class _Pair:
    claim: Claim
    a: VersionId
    b: VersionId
    records: Records
    policy: Policy

    @property
    def versions(self) -> tuple[Version, Version]:
        return self.claim.versions[self.a], self.claim.versions[self.b]

    def related(self) -> Related:
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
        up = is_broader(self.claim, self.b, than=self.a)
        down = is_broader(self.claim, self.a, than=self.b)
        if up == down:
            return None
        exact, broad = (self.a, self.b) if up else (self.b, self.a)
        reason = f'"{broad}" is a `broader` form of "{exact}"'
        return Related("refines" if up else "generalises", reason)

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
                return relate(ours, theirs, policy=self.policy)
            case [Date() as ours, Date() as theirs]:
                return relate_dates(ours, theirs)
            case [bool() as ours, bool() as theirs]:
                return _relate_booleans(ours, theirs)
            case [tuple() as ours, tuple() as theirs]:
                return relate_speakers(ours, theirs, self.records.speakers)
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


def compare(claim: Claim, records: Records, *, policy: Policy = TOLERANT) -> tuple[Comparison, ...]:
    """Compare every two versions of a claim, retired ones too, in the order of their ids.

    The first ground that holds gives the relation:

    - `broader`, also by way of others: one `refines` or `generalises` the other.
    - `incomparable`: their `scope`, `as_of`, `horizon`, `condition` or `relative_to` is unlike.
    - Their values: quantities by `relate`, dates by `relate_dates`, speakers by `relate_speakers`;
      yes and no contradict. Where a claim is `exclusive: false`, no values do: they are compatible.
    - Without values, or with unlike texts: `contradicts` under `exclusive: true`, `compatible`
      under `exclusive: false`, else `incomparable`. The same holds for speakers of whom none is
      part of another.
    """
    return tuple(
        compare_pair(claim, pair, records=records, policy=policy)
        for pair in combinations(claim.versions, 2)
    )


def compare_pair(
    claim: Claim,
    pair: tuple[VersionId, VersionId],
    *,
    records: Records,
    policy: Policy = TOLERANT,
) -> Comparison:
    """Compare two versions of a claim, as `compare` does all of them.

    Raises `KeyError` for a version that the claim does not have.
    """
    a, b = pair
    related = _Pair(claim=claim, a=a, b=b, records=records, policy=policy).related()
    return Comparison(
        a=a, b=b, relation=related.relation, reason=related.reason, policy=policy.name
    )


def is_broader(claim: Claim, version: VersionId, *, than: VersionId) -> bool:
    """Tell whether a version is marked as a broader form of another, be it by way of others."""
    return version in reachable(than, lambda name: _broader(claim, name))


def _broader(claim: Claim, version: VersionId) -> tuple[VersionId, ...]:
    found = claim.versions.get(version)
    return (found.broader,) if found and found.broader else ()


def _relate_booleans(ours: bool, theirs: bool) -> Related:  # noqa: FBT001 - the values themselves
    if ours == theirs:
        return Related("equal", f"both say `{str(ours).lower()}`")
    return Related("contradicts", f"`{str(ours).lower()}` and `{str(theirs).lower()}`")


def _told(value: object) -> str:
    return "not given" if value is None else quoted(str(value))
