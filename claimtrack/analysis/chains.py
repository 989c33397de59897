"""Who relies on whom for an answer: from the source that prints it to the root, link by link."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, TypeAlias

from attrs import frozen

from claimtrack.analysis.roots import Roots, independent_roots
from claimtrack.analysis.voices import Voice, chain_of, originals, told
from claimtrack.corpus.index import Utterance
from claimtrack.model.claims import Claim
from claimtrack.model.ids import UNKNOWN, SourceId

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimtrack.analysis.voices import KnowsVoices

#: A voice, `source` and the id of a source, or `unknown` and the place of one who is not named: two
#: of these are never one.
Node: TypeAlias = Voice
#: A source prints what somebody says or carries, or is derived from another; who carries, carries
#: from the one before; who cites, relies on the one cited.
Kind: TypeAlias = Literal["prints", "derived-from", "carries", "cites"]
SOURCE = "source"


@frozen(kw_only=True, repr=False)
class Link:
    """One step from who tells something to the one it was had from, with where that was read."""

    kind: Kind
    teller: Node
    origin: Node
    #: The attributions that show it; none for what the record of a source says.
    evidence: tuple[Utterance, ...]

    def __str__(self) -> str:
        return f"{named(self.teller)} {_VERBS[self.kind]} {named(self.origin)}"

    def __repr__(self) -> str:
        return f"<Link {self}>"


_VERBS: dict[Kind, str] = {
    "prints": "prints",
    "derived-from": "is derived from",
    "carries": "has it from",
    "cites": "cites",
}


@frozen(kw_only=True, repr=False)
class Chains:
    """The ways of one answer from its roots to its sources."""

    claim: Claim
    version: str
    links: tuple[Link, ...]
    #: On whose word it rests, each counted once.
    roots: Roots
    #: The sources that print it, reprints and translations taken for their originals.
    sources: tuple[SourceId, ...]

    @property
    def nodes(self) -> tuple[Node, ...]:
        """Everyone and every source on the way, sorted."""
        return tuple(sorted({node for it in self.links for node in (it.teller, it.origin)}))

    @property
    def confirmations(self) -> str:
        """How many sources print it on how many people's word, in a line.

        So three sources that "confirm" each other on one man's word are told as such.
        """
        number = len(self.sources)
        if not number:
            return "nobody asserts it"
        printed = f"in {number} source{'s' * (number != 1)}, independent roots: {self.roots}"
        if number > 1 and self.roots.high == 1 and self.roots.roots:
            (root,) = self.roots.roots
            return f"{printed}; all of them rest on {' and '.join(map(told, root.voices))}"
        return printed

    def __repr__(self) -> str:
        return f"<Chains of {self.claim.id}#{self.version}: {self.confirmations}>"


def chains(claim: Claim, version: str, corpus: KnowsVoices) -> Chains:
    """Return who relies on whom for what is asserted of a version and not taken back.

    Raises `KeyError` for a version that the claim does not have.
    """
    said = claim.versions[version]
    roots = independent_roots(said, corpus)
    utterances = [Utterance(claim, version, item) for item in roots.attributions]
    printed = {origin for item in roots.attributions for origin in originals(item.source, corpus)}
    return Chains(
        claim=claim,
        version=version,
        links=tuple(links_of(utterances, corpus)),
        roots=roots,
        sources=tuple(sorted(printed)),
    )


def links_of(utterances: Iterable[Utterance], corpus: KnowsVoices) -> Iterator[Link]:
    """Yield the links that some attributions show, each once with all that show it, sorted."""
    found: dict[tuple[Node, Node, Kind], dict[Utterance, None]] = defaultdict(dict)
    sources: set[str] = set()
    for utterance in utterances:
        sources.add(utterance.attribution.source)
        for step in steps(utterance, corpus):
            found[step][utterance] = None
    for source in _and_originals(sources, corpus):
        record = corpus.sources.get(source)
        for original in record.derived_from if record else ():
            found.setdefault(((SOURCE, source), (SOURCE, original), "derived-from"), {})
    for (teller, origin, kind), evidence in sorted(found.items(), key=lambda item: item[0]):
        yield Link(kind=kind, teller=teller, origin=origin, evidence=tuple(evidence))


def steps(utterance: Utterance, corpus: KnowsVoices) -> Iterator[tuple[Node, Node, Kind]]:
    """Yield the steps of one attribution, from the source that prints it to its root."""
    attribution = utterance.attribution
    carried: list[list[Node]] = [[(SOURCE, attribution.source)]]
    carried += [[_placed((it.speaker,), utterance, it.speaker)] for it in attribution.via[::-1]]
    links = [
        sorted(_placed(voice, utterance, str(number)) for voice in link)
        for number, link in enumerate(chain_of(attribution, corpus).links)
    ]
    for number, (tellers, origins) in enumerate(pairwise([*carried, links[0]])):
        yield from _between(tellers, origins, "carries" if number else "prints")
    for tellers, origins in pairwise(links):
        yield from _between(tellers, origins, "cites")


def named(node: Node) -> str:
    """Return a node as a message names it.

    >>> named(("hamas",)), named(("source", "story")), named(("unknown", "q#a story, 0"))
    ('"hamas"', 'source "story"', 'somebody who is not named')
    """
    if node[0] == SOURCE and len(node) > 1:
        return f'source "{node[1]}"'
    if node[0] == UNKNOWN:
        return "somebody who is not named"
    return told(node)


def _between(
    tellers: Iterable[Node], origins: Iterable[Node], kind: Kind
) -> Iterator[tuple[Node, Node, Kind]]:
    for teller in tellers:
        for origin in origins:
            if teller != origin:
                yield teller, origin, kind


def _placed(voice: Voice, utterance: Utterance, link: str) -> Node:
    """Return a voice, where it has no name with the place that tells it from any other."""
    if voice != (UNKNOWN,):
        return voice
    where = " ".join(utterance.attribution.identity)
    return (UNKNOWN, f"{utterance.claim.id}#{utterance.version} {where}, {link}")


def _and_originals(sources: Iterable[str], corpus: KnowsVoices) -> tuple[str, ...]:
    """Return sources with all that they are derived from, in the end or on the way."""
    waiting, seen = list(sources), set(sources)
    while waiting:
        record = corpus.sources.get(waiting.pop())
        new = set(record.derived_from if record else ()) - seen
        seen |= new
        waiting += new
    return tuple(sorted(seen))
