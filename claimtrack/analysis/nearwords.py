"""Words that are near one another: a letter or two apart, or the same but for their vowels."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: Words of at least so many letters may differ by one letter, or by two.
_ONE_LETTER, _TWO_LETTERS = 5, 7
#: Words are the same but for their vowels when they share at least so many consonants.
_CONSONANTS = 3
#: Longer words are no names: to leave out two letters in every way takes the square of their number
#: of words, each as long. They are compared by their consonants alone.
_MAX_LETTERS = 30
#: Of the words that share what is left of them, each is compared with so many that follow it in the
#: alphabet, and is near to so many at most: more than one name has spellings.
_CROWD = 60
_VOWELS = re.compile("[aeiou]")


def near_words(words: Iterable[str]) -> dict[str, frozenset[str]]:
    """Return which of some words are near each, in work that grows with their number.

    They are when they differ by a letter or two, or only in their vowels.

    >>> near_words(["dolan", "dolen", "brandt"])["dolan"]
    frozenset({'dolen'})
    """
    near: dict[str, set[str]] = defaultdict(set)
    for first, second in _neighbours(words):
        ours, theirs = near[first], near[second]
        if second not in ours and len(ours) < _CROWD > len(theirs) and _are_near(first, second):
            ours.add(second)
            theirs.add(first)
    return {word: frozenset(others) for word, others in near.items() if others}


def consonants(word: str) -> str:
    """Return a word without its vowels."""
    return _VOWELS.sub("", word)


def _neighbours(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield words that share a key, the next ones in the alphabet where very many share it."""
    buckets: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words):
        for key in _keys(word):
            buckets[key].append(word)
    for bucket in buckets.values():
        for at, first in enumerate(bucket, 1):
            for second in bucket[at : at + _CROWD]:
                yield first, second


def _keys(word: str) -> set[str]:
    """Return what a word shares with those near it: itself less a letter or two, its consonants."""
    keys = {word}
    if len(consonants(word)) >= _CONSONANTS:
        keys.add("-" + consonants(word))
    for count in range(1, _allowed(len(word)) + 1):
        for gone in combinations(range(len(word)), count):
            keys.add("".join(char for at, char in enumerate(word) if at not in gone))
    return keys


def _allowed(length: int) -> int:
    return ((length >= _ONE_LETTER) + (length >= _TWO_LETTERS)) * (length <= _MAX_LETTERS)


def _are_near(first: str, second: str) -> bool:
    shorter = min(len(first), len(second))
    if shorter >= _ONE_LETTER and consonants(first) == consonants(second):
        return len(consonants(first)) >= _CONSONANTS
    return _distance(first, second) <= _allowed(shorter)


def _distance(first: str, second: str) -> int:
    """Return how many letters must be put in, taken out or changed (Levenshtein's distance)."""
    row = list(range(len(second) + 1))
    for number, char in enumerate(first, 1):
        diagonal, row[0] = row[0], number
        for at, other in enumerate(second, 1):
            change = diagonal + (char != other)
            diagonal, row[at] = row[at], min(change, row[at] + 1, row[at - 1] + 1)
    return row[-1]
