"""How a claim stands: what its versions are to each other, who stands behind them, and where."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

from claimtrack.analysis.comparison import Comparison, comparisons
from claimtrack.analysis.disputes import is_disputed
from claimtrack.analysis.roots import Roots, independent_roots
from claimtrack.analysis.voices import originals
from claimtrack.model.claims import Claim
from claimtrack.model.ids import VersionId
from claimtrack.model.relations import Relation, inverse

if TYPE_CHECKING:
    from collections.abc import Collection

    from claimtrack.corpus.records import Records

#: Two versions, in the order in which they are told.
Pair: TypeAlias = tuple[VersionId, VersionId]


@frozen(kw_only=True)
class Standing:
    """What can be said of a claim as a whole, from its own record and those it refers to."""

    claim: Claim
    disputed: bool
    #: The sources in which its living versions are asserted, reprints taken for their originals.
    sources: frozenset[str]
    #: On how many people's word each living version rests, of those that were asked for.
    roots: Mapping[VersionId, Roots]
    #: How each two living versions compare, in the order of their ids.
    comparisons: Mapping[Pair, Comparison]

    def relation(self, pair: Pair) -> Relation | None:
        """Return what the first version is to the second, None where one of them is not there."""
        a, b = pair
        if pair in self.comparisons:
            return self.comparisons[pair].relation
        turned = self.comparisons.get((b, a))
        return inverse(turned.relation) if turned else None


def standing_of(
    claim: Claim, records: Records, *, rooted: Collection[VersionId] | None = None
) -> Standing:
    """Work out how a claim stands; `rooted` are the versions whose roots are counted, else all."""
    living = {name: item for name, item in claim.versions.items() if item.retired is None}
    return Standing(
        claim=claim,
        disputed=is_disputed(claim, records),
        sources=frozenset(
            origin
            for version in living.values()
            for item in version.attributions
            if item.stance == "asserts"
            for origin in originals(item.source, records)
        ),
        roots={
            name: independent_roots(version, records)
            for name, version in living.items()
            if rooted is None or name in rooted
        },
        comparisons={
            (item.a, item.b): item for item in comparisons(claim, records, versions=tuple(living))
        },
    )
