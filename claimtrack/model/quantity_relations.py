"""What one quantity is to another, and why."""

from __future__ import annotations

from typing import Self

import attrs

from claimtrack.model.bounds import Bounds
from claimtrack.model.policies import LITERAL, TOLERANT, Policy
from claimtrack.model.quantities import Quantity
from claimtrack.model.relations import Related, Relation


def relate(
    first: Quantity, second: Quantity, *, policy: Policy = TOLERANT, counted: bool = False
) -> Related:
    """Tell what the first quantity is to the second, as answers to one question at one time.

    The first rule that holds gives the relation:

    - `incomparable`: one is a share and the other is not.
    - `equal`: both say the same. `contradicts`: they are different places in an order.
    - `contradicts`: no value is allowed by both under the policy.
    - `tension`: some value is, but only thanks to `about`, `nearly` or a vague word: none is when
      both are read under the policy `LITERAL`. So nothing is in tension under `LITERAL` itself.
    - `compatible`: one is an order. The 7th is one of at least 7, but an order is no count, so it
      never equals, refines or generalises one.
    - `equal`, `refines`, `generalises`: the first allows what the second allows, only some of it,
      or more. Where the policy makes no difference between them, `LITERAL` decides.
    - `compatible`: they overlap.

    `counted` is that of `Quantity.bounds`. An order is a lower bound at its own time; a caller who
    knows that two quantities hold for different times, units or scopes takes them for incomparable
    and does not ask here.

    >>> print(relate(Quantity.parse("94"), Quantity.parse("at least 84")))
    refines: `94` lies within `at least 84`
    >>> print(relate(Quantity.parse("half a dozen"), Quantity.parse("7th")).relation)
    tension
    """
    if first.share != second.share:
        share, other = (first, second) if first.share else (second, first)
        return Related("incomparable", f"`{share}` is a share and `{other}` is not")
    if first == second:
        return Related("equal", f"both say `{first}`")
    if first.order and second.order:
        return Related("contradicts", f"`{first}` and `{second}` are different places in an order")
    as_allowed = _Pair.read(first, second, policy=policy, counted=counted)
    literally = _Pair.read(first, second, policy=LITERAL, counted=counted)
    return as_allowed.related(literally)


@attrs.frozen(kw_only=True)
class _Pair:
    """Two unlike quantities as one policy reads them."""

    first: Quantity
    second: Quantity
    policy: Policy
    ours: Bounds
    theirs: Bounds

    @classmethod
    def read(cls, first: Quantity, second: Quantity, *, policy: Policy, counted: bool) -> Self:
        return cls(
            first=first,
            second=second,
            policy=policy,
            ours=first.bounds(policy, counted=counted),
            theirs=second.bounds(policy, counted=counted),
        )

    def related(self, literally: _Pair) -> Related:
        if self.ours.excludes(self.theirs):
            return self._told("contradicts", "{} and {} exclude each other")
        if literally.ours.excludes(literally.theirs):
            return self._told("tension", "{} and {} overlap, but exclude each other literally")
        if self.first.order or self.second.order:
            return self._told("compatible", "{} and {} agree, though an order is no count")
        return (literally if self.ours == self.theirs else self).by_extent()

    def by_extent(self) -> Related:
        if self.ours == self.theirs:
            return self._told("equal", "{} and {} allow the same")
        if self.ours.within(self.theirs):
            return self._told("refines", "{} lies within {}")
        if self.theirs.within(self.ours):
            return self._told("generalises", "{} takes in {}")
        return self._told("compatible", "{} and {} overlap, and neither lies within the other")

    def _told(self, relation: Relation, words: str) -> Related:
        told = words.format(_shown(self.first, self.ours), _shown(self.second, self.theirs))
        if self.first.inexact or self.second.inexact:
            told = f"{told} (policy `{self.policy.name}`)"
        return Related(relation, told)


def _shown(quantity: Quantity, bounds: Bounds) -> str:
    allowed = f"{bounds} %" if quantity.share else str(bounds)
    return f"`{quantity}`" if allowed == str(quantity) else f"`{quantity}` ({allowed})"
