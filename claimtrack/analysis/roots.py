"""How many independent roots a version has: on whose word it rests, each counted once.

Independent means resting on other people's word, not free of a common interest.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from attrs import frozen

from claimtrack.analysis.echoes import Witness, echoes_of, reasons_of
from claimtrack.analysis.fewest import fewest
from claimtrack.analysis.packing import packing
from claimtrack.analysis.voices import Voice, chain_of, told
from claimtrack.model.attributions import Attribution

if TYPE_CHECKING:
    from collections.abc import Sequence

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
    where none of those who made it is counted yet, chosen so that there are as many as there can
    be; where more than 24 joint statements hang together, it may be too high, never too low. `low`
    takes for one whatever may be one:

    - a root that relies on another for this answer, also by way of others, as in circular reports;
    - those who made a joint statement here;
    - a part and its whole, as `mossad` and `israel`, but not two parts of one whole,
      whether or not that speaks as well;
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
    (roots, most), echoes = _roots(witnesses), echoes_of(witnesses, corpus)
    return Roots(
        low=fewest([root.voices for root in roots], echoes),
        high=most or min(len(unknown), 1),
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


def _roots(witnesses: Sequence[Witness]) -> tuple[tuple[Root, ...], int]:
    """Return the roots that may all be others, those who gave the answer alone first.

    With them how many there may be at most, which are more where that is only estimated.
    """
    standing = {item.standing for item in witnesses}
    some = sorted(standing, key=lambda voices: (len(voices), sorted(voices)))
    packed = packing(some)
    resting: defaultdict[Voice, list[int]] = defaultdict(list)
    for number, item in enumerate(witnesses):
        for voice in item.standing:
            resting[voice].append(number)
    roots = []
    for voices in (some[number] for number in packed.chosen):
        numbers = sorted({number for voice in voices for number in resting[voice]})
        attributions = tuple(witnesses[number].attribution for number in numbers)
        roots.append(Root(tuple(sorted(voices)), attributions))
    return tuple(roots), packed.most
