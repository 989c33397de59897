"""Which of some things became which of others, where much of what they say is the same."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimtrack.text.nodes import Data

K = TypeVar("K", str, int)

#: At least so much of what two things say must be the same, for one to have become the other.
LEAST = 0.6
#: How many of its rarest words lead a thing to others, each to how many, and how many of those
#: it is compared with: a word counts the more the fewer have it.
_FEATURES, _HOLDERS, _COMPARED = 40, 12, 4
_WORD = re.compile(r"\w+|[^\w\s]+")


def alike(old: Mapping[K, Data], new: Mapping[K, Data], *, least: float = LEAST) -> dict[K, K]:
    """Pair each thing of one mapping with the one of the other that is most like it.

    What is paired shares at least so much of its words, each under its key. Its rarest words lead
    a thing to what it is compared with, so that the time grows with their number, not its square.
    """
    if not (old and new):
        return {}
    ours = {name: _features(data) for name, data in old.items()}
    theirs = {name: _features(data) for name, data in new.items()}
    scored = [(-score, a, b) for a, b, score in _scores(ours, theirs) if score >= least]
    pairs: dict[K, K] = {}
    taken: set[K] = set()
    for _, a, b in sorted(scored):
        if a not in pairs and b not in taken:
            pairs[a] = b
            taken.add(b)
    return pairs


def likeness(a: Data, b: Data) -> float:
    """Return how much of all that two things say is said by both, up to 1.

    >>> likeness({"statement": "A bomb."}, {"statement": "A car bomb."})
    0.75
    """
    return _share(_features(a), _features(b))


def _features(data: Data) -> Counter[str]:
    found: list[str] = []
    _gather("", data, found)
    return Counter(found)


def _gather(key: str, data: Data, found: list[str]) -> None:
    """Add each word with the key that it stands under; the ids of parts say nothing."""
    if isinstance(data, dict):
        for inner, value in data.items():
            _gather(inner, value, found)
    elif isinstance(data, list):
        for value in data:
            _gather(key, value, found)
    else:
        found += [f"{key} {word}" for word in _WORD.findall(data)]


def _scores(
    ours: Mapping[K, Counter[str]], theirs: Mapping[K, Counter[str]]
) -> Iterator[tuple[K, K, float]]:
    holders: defaultdict[str, list[K]] = defaultdict(list)
    for name, features in theirs.items():
        for feature in features:
            holders[feature].append(name)
    for name, features in ours.items():
        shared = sorted((len(holders[word]), word) for word in features if word in holders)
        met: defaultdict[K, float] = defaultdict(float)
        for count, word in shared[:_FEATURES]:
            for other in holders[word][:_HOLDERS]:
                met[other] += 1 / count
        best = sorted(met, key=lambda other: (-met[other], other))[:_COMPARED]
        yield from ((name, other, _share(features, theirs[other])) for other in best)


def _share(ours: Counter[str], theirs: Counter[str]) -> float:
    return (ours & theirs).total() / (ours | theirs).total()
