"""Circular reports: people who have something from each other, so that nobody vouches for it."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

from claimtrack.analysis.chains import SOURCE, Node, named, steps
from claimtrack.analysis.links import cycle_from, reachable
from claimtrack.analysis.voices import own_voices
from claimtrack.corpus.index import Utterance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimtrack.analysis.disputes import KnowsClaims
    from claimtrack.analysis.voices import KnowsVoices
    from claimtrack.model.claims import Claim

#: Who relies on whom, and the attributions that show it.
_Edges: TypeAlias = dict[Node, dict[Node, list[Utterance]]]
#: A version, by the id of its claim and its own.
_Answer: TypeAlias = tuple[str, str]


@frozen(kw_only=True, repr=False)
class Circle:
    """Voices of which each relies on the next, and the last on the first."""

    voices: tuple[Node, ...]
    #: What shows that each relies on the next, in the order of the voices.
    evidence: tuple[tuple[Utterance, ...], ...]

    def __str__(self) -> str:
        first, *rest = map(named, (*self.voices, self.voices[0]))
        return f"{first} relies on {', who relies on '.join(rest)}"

    def __repr__(self) -> str:
        return f"<Circle: {self}>"


def circles(corpus: KnowsClaims) -> tuple[Circle, ...]:
    """Find the shortest circles in which an answer goes round, by the first of their voices.

    A voice relies on whom it cites, on whom it carries from, and, as the author or publisher of a
    source, on those whose assertions that source prints. One answer is a version with those that
    `broader` joins to it, and with all versions of the claims that are `related` to its claim, save
    as `contradicts`: the way may lead through several claims.
    """
    found = (circle for matter in _matters(corpus) for circle in circles_among(matter, corpus))
    return tuple(dict.fromkeys(found))


def circles_among(utterances: Iterable[Utterance], corpus: KnowsVoices) -> Iterator[Circle]:
    """Yield the circles that some attributions make together; only what is asserted counts."""
    edges: _Edges = defaultdict(lambda: defaultdict(list))
    for utterance in utterances:
        if utterance.attribution.stance == "asserts":
            for teller, origin in _relied(utterance, corpus):
                edges[teller][origin].append(utterance)
    core = _core(edges)
    texts = {" ".join(node): node for node in core}

    def after(text: str) -> list[str]:
        return [" ".join(node) for node in edges[texts[text]] if node in core]

    for text in sorted(texts):
        way = [texts[step] for step in cycle_from(text, after)]
        if way:
            shown = tuple(tuple(edges[one][other]) for one, other in pairwise(way))
            yield Circle(voices=tuple(way[:-1]), evidence=shown)


def _relied(utterance: Utterance, corpus: KnowsVoices) -> Iterator[tuple[Node, Node]]:
    """Yield who relies on whom, a source taken for those who speak in it."""
    for teller, origin, _ in steps(utterance, corpus):
        tellers = own_voices(teller[1], corpus) if teller[0] == SOURCE else (teller,)
        yield from ((voice, origin) for voice in tellers if voice != origin)


def _core(edges: _Edges) -> frozenset[Node]:
    """Return what is left when everyone is taken away who relies on nobody, over and over."""
    left: dict[Node, int] = {}
    tellers: dict[Node, list[Node]] = defaultdict(list)
    for teller, origins in edges.items():
        left[teller] = len(origins)
        for origin in origins:
            left.setdefault(origin, 0)
            tellers[origin].append(teller)
    ends = [node for node, number in left.items() if not number]
    while ends:
        for teller in tellers[ends.pop()]:
            left[teller] -= 1
            if not left[teller]:
                ends.append(teller)
    return frozenset(node for node, number in left.items() if number)


def _matters(corpus: KnowsClaims) -> Iterator[list[Utterance]]:
    """Yield the attributions that bear on one answer, answer by answer."""
    nearby = _nearby(corpus)
    seen: set[_Answer] = set()
    for start in nearby:
        if start not in seen:
            together = {start} | reachable(start, lambda answer: nearby[answer])
            seen |= together
            yield [
                Utterance(corpus.claims[claim], name, item)
                for claim, name in sorted(together)
                for item in corpus.claims[claim].versions[name].attributions
            ]


def _nearby(corpus: KnowsClaims) -> dict[_Answer, set[_Answer]]:
    """Return with each version those that give the same answer, directly and either way."""
    nearby: dict[_Answer, set[_Answer]] = {
        (claim.id, name): set() for claim in corpus.claims.values() for name in claim.versions
    }
    for claim in corpus.claims.values():
        for one, other in (*_by_broader(claim), *_by_relation(claim, corpus)):
            nearby[one].add(other)
            nearby[other].add(one)
    return nearby


def _by_broader(claim: Claim) -> Iterator[tuple[_Answer, _Answer]]:
    for name, version in claim.versions.items():
        if version.broader in claim.versions:
            yield (claim.id, name), (claim.id, str(version.broader))


def _by_relation(claim: Claim, corpus: KnowsClaims) -> Iterator[tuple[_Answer, _Answer]]:
    """Join all versions of a claim, and of those related to it, to one of them."""
    for related in claim.related:
        other = corpus.claims.get(related.claim)
        if other is not None and related.relation != "contradicts":
            both = [(one.id, name) for one in (claim, other) for name in one.versions]
            yield from ((both[0], one) for one in both)
