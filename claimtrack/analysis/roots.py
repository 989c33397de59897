"""How many independent roots a version has: on whose word it rests, each counted once.

Independent means resting on other people's word, not free of a common interest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from claimtrack.analysis.echoes import Echoes, Witness, echoes_of, reasons_of
from claimtrack.analysis.voices import Voice, chain_of, told
from claimtrack.model.attributions import Attribution

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimtrack.analysis.voices import KnowsVoices
    from claimtrack.model.claims import Version

#: Why an unknown speaker does not count, where there is a root besides and where there is none.
_UNKNOWN = {
    True: "an unknown speaker is never counted as another",
    False: "no source says who said it: at most one root",
}


@frozen
class Root:
    """Somebody on whose word a version rests, or several who spoke jointly."""

    voices: tuple[Voice, ...]
    #: What rests on it, in the order of the version.
    attributions: tuple[Attribution, ...]


@frozen(kw_only=True)
class Roots:
    """How many independent roots a version has, at least and at most, with the evidence."""

    low: int
    high: int
    roots: tuple[Root, ...]
    #: The assertions whose source does not say on whose word they rest.
    unknown: tuple[Attribution, ...]
    #: One line for each thing that keeps a voice from counting, or from counting for certain.
    reasons: tuple[str, ...]

    @property
    def attributions(self) -> tuple[Attribution, ...]:
        """All assertions that stand: those that rest on a root, and those of unknown origin."""
        rooted = (item for root in self.roots for item in root.attributions)
        return tuple(dict.fromkeys((*rooted, *self.unknown)))

    def __str__(self) -> str:
        return str(self.low) if self.low == self.high else f"{self.low} to {self.high}"


def independent_roots(version: Version, corpus: KnowsVoices) -> Roots:
    """Count on how many people's word the assertions of a version rest.

    `high` takes each root for another: everyone who gave the answer alone, and a joint statement
    where none of those who made it is counted yet. `low` takes for one whatever may be one:

    - a root that relies on another for this answer, also by way of others, as in circular reports;
    - those who made a joint statement here;
    - a part and its whole, as `mossad` and `israel`, but not two parts of one whole;
    - the author of a source and the publication that printed it;
    - an anonymous speaker and anyone else, unless `distinct_from` tells them apart.

    `author` stands for the authors of the source, else its publisher; a reprint or translation has
    the voice of its original. An `unknown` speaker never counts as another: alone, it is at most
    one. Only what is asserted counts, and only while nobody in its chain has retracted it.
    """
    retracting = _retracting(version, corpus)
    witnesses: list[Witness] = []
    unknown: list[Attribution] = []
    for item in version.attributions:
        chain = chain_of(item, corpus)
        if item.stance != "asserts" or any(link <= retracting for link in chain.links):
            continue
        if chain.root:
            witnesses.append(Witness(item, chain, chain.root - retracting))
        else:
            unknown.append(item)
    roots, echoes = tuple(_roots(witnesses)), echoes_of(witnesses, corpus)
    return Roots(
        low=len(_fewest(roots, echoes)),
        high=len(roots) or min(len(unknown), 1),
        roots=roots,
        unknown=tuple(unknown),
        reasons=(
            *(f"{told(voice)} retracted it" for voice in sorted(retracting)),
            *dict.fromkeys(reason for item in witnesses for reason in reasons_of(item)),
            *(reason for voice in echoes.voices for reason in echoes.reasons(voice)),
            *((_UNKNOWN[bool(roots)],) if unknown else ()),
        ),
    )


def _retracting(version: Version, corpus: KnowsVoices) -> frozenset[Voice]:
    items = (item for item in version.attributions if item.stance == "retracts")
    return frozenset(voice for item in items for voice in chain_of(item, corpus).speakers)


def _roots(witnesses: Sequence[Witness]) -> Iterator[Root]:
    """Yield the roots that may all be others, those who gave the answer alone first."""
    taken: set[Voice] = set()
    standing = {item.standing for item in witnesses}
    for voices in sorted(standing, key=lambda some: (len(some), sorted(some))):
        if taken.isdisjoint(voices):
            taken |= voices
            resting = [item.attribution for item in witnesses if item.standing & voices]
            yield Root(tuple(sorted(voices)), tuple(resting))


def _fewest(roots: Sequence[Root], echoes: Echoes) -> set[frozenset[int]]:
    """Return the groups of roots within which all may be one, but nobody repeats anyone outside."""
    reached = [_reached(root, roots, echoes) for root in roots]
    return {
        there
        for here, there in enumerate(reached)
        if all(here in reached[other] for other in there)
    }


def _reached(root: Root, roots: Sequence[Root], echoes: Echoes) -> frozenset[int]:
    """Return the roots that a root may be no other than, itself among them."""
    if len(roots) == 1:
        return frozenset([0])
    found = frozenset(root.voices).union(*(echoes.of(voice) for voice in root.voices))
    return frozenset(i for i, other in enumerate(roots) if found.intersection(other.voices))
