"""Sources that print nearly the same quote, though neither says that it has it from the other."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from math import ceil
from typing import TYPE_CHECKING, TypeAlias

from attrs import field, frozen

from claimtrack.analysis.cues import Lead, Relations
from claimtrack.corpus.index import Utterance, utterances_of
from claimtrack.text.normalized import Normalized

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claimtrack.analysis.disputes import KnowsClaims

#: So many words in a row make a shingle; quotes with fewer shingles are too short to be told apart.
_WORDS, _SHINGLES = 3, 4
#: So much of the shorter quote must be in the other.
_SHARE = 0.6
#: Of quotes that share one shingle, each is put beside so many before and after it.
_CROWD = 24
_WORD = re.compile(r"\w+")
_Shingle: TypeAlias = tuple[str, ...]


@frozen
class _Quote:
    """One text that a source quotes, with all attributions that hold it."""

    utterances: tuple[Utterance, ...]
    shingles: frozenset[_Shingle] = field(repr=False)

    @property
    def text(self) -> str:
        return self.utterances[0].attribution.quote or ""

    @property
    def source(self) -> str:
        return self.utterances[0].attribution.source


def like_quotes(corpus: KnowsClaims) -> tuple[Lead, ...]:
    """Find quotes of two sources that share most of their words, in order, by source.

    Compared are runs of three words, without case and marks, as far as they go between what was
    left out (`[…]`); six tenths of those of the shorter quote must be in the other one. Quotes of
    fewer than six words are left alone. Sources that state a relation (`Relations`) give no lead.
    """
    quotes, relations = _quotes(corpus), Relations(corpus)
    found = (
        _lead(quotes[one], quotes[other], shared)
        for (one, other), shared in _alike(quotes)
        if not relations.are_stated(quotes[one].utterances, quotes[other].utterances)
    )
    return tuple(sorted(found, key=lambda lead: (lead.sources, lead.reason)))


def _quotes(corpus: KnowsClaims) -> Sequence[_Quote]:
    texts: dict[tuple[str, str], list[Utterance]] = defaultdict(list)
    for claim in corpus.claims.values():
        for utterance in utterances_of(claim):
            if utterance.attribution.quote:
                texts[utterance.attribution.source, utterance.attribution.quote].append(utterance)
    made = (_Quote(tuple(texts[key]), _shingles(key[1])) for key in sorted(texts))
    return [quote for quote in made if len(quote.shingles) >= _SHINGLES]


def _shingles(quote: str) -> frozenset[_Shingle]:
    runs = (_WORD.findall(part) for part in Normalized.of(quote).text.casefold().split("[…]"))
    return frozenset(
        tuple(words[at : at + _WORDS]) for words in runs for at in range(len(words) - _WORDS + 1)
    )


def _alike(quotes: Sequence[_Quote]) -> Iterator[tuple[tuple[int, int], float]]:
    """Yield the pairs of quotes that share enough, with how much of the shorter one they share."""
    holders: dict[_Shingle, list[int]] = defaultdict(list)
    for number, quote in enumerate(quotes):
        for shingle in quote.shingles:
            holders[shingle].append(number)
    pairs = {
        (min(number, other), max(number, other))
        for number, quote in enumerate(quotes)
        for shingle in _telling(quote, holders)
        for other in _around(holders[shingle], number)
        if quotes[other].source != quote.source
    }
    for one, other in sorted(pairs):
        ours, theirs = quotes[one].shingles, quotes[other].shingles
        share = len(ours & theirs) / min(len(ours), len(theirs))
        if share >= _SHARE:
            yield (one, other), share


def _telling(quote: _Quote, holders: Mapping[_Shingle, Sequence[int]]) -> Sequence[_Shingle]:
    """Return the rarest shingles of a quote, of which a longer one with its share has some."""
    by_rarity = sorted(quote.shingles, key=lambda shingle: (len(holders[shingle]), shingle))
    return by_rarity[: len(by_rarity) - ceil(_SHARE * len(by_rarity)) + 1]


def _around(numbers: Sequence[int], one: int) -> Sequence[int]:
    """Return the neighbours of a number in a sorted list of them."""
    at = bisect_left(numbers, one)
    return [*numbers[max(at - _CROWD, 0) : at], *numbers[at + 1 : at + 1 + _CROWD]]


def _lead(one: _Quote, other: _Quote, share: float) -> Lead:
    same = "the same words" if share == 1 else f"{share:.0%} of the shorter quote"
    return Lead(
        cue="like-quotes",
        sources=(one.source, other.source),
        reason=f"{same}: “{one.text}” and “{other.text}”",
        evidence=(one.utterances, other.utterances),
    )
