"""The words of a text that come nearest to a quotation that it does not hold."""

from __future__ import annotations

import heapq
import re
from difflib import SequenceMatcher
from itertools import accumulate
from typing import TYPE_CHECKING

from attrs import frozen

from claimtrack.text.normalized import Normalized
from claimtrack.text.quotes import Match, printed

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Less alike than this, words are not worth showing.
LEAST_SCORE = 0.6

#: The longest quotation that is looked for, in characters.
_LONGEST = 600
#: How many places are looked at closely.
_CANDIDATES = 3
_GRAM = 3
_WORD = re.compile(r"\S+")


@frozen
class Near:
    """Words of a text that are much like those looked for."""

    #: The number of the paragraph in which they stand, from 1.
    paragraph: int
    #: The words as printed, ready to be put in a record.
    text: str
    #: How alike they are, up to 1: the share of characters in common, in order, case aside.
    score: float


def nearest(words: str, paragraphs: Sequence[str]) -> Near | None:
    """Find the words nearest to a quotation, or None where nothing is much like it.

    >>> nearest("a bom in his residence", ["He fled.", "There was a bomb in his residence."])
    Near(paragraph=2, text='a bomb in his residence.', score=0.957)
    """
    wanted = _folded(Normalized.of(words).text.strip())
    if not wanted or len(wanted) > _LONGEST:
        return None
    texts = [Normalized.of(paragraph) for paragraph in paragraphs]
    places = (
        (score, -number, start)
        for number, text in enumerate(texts)
        for score, start in [_likeliest(wanted, _folded(text.text))]
        if score
    )
    nears = [
        _closely(wanted, texts[-number], start, 1 - number)
        for _, number, start in heapq.nlargest(_CANDIDATES, places)
    ]
    best = max(nears, key=lambda near: near.score, default=None)
    return best if best and best.score >= LEAST_SCORE else None


def _folded(text: str) -> str:
    """Fold case where that moves no character."""
    lower = text.lower()
    return lower if len(lower) == len(text) else text


def _likeliest(wanted: str, text: str) -> tuple[int, int]:
    """Give how many letter triples of the quotation the best place has, and where it begins."""
    grams = {wanted[start : start + _GRAM] for start in range(len(wanted) - _GRAM + 1)}
    hits = (text[start : start + _GRAM] in grams for start in range(len(text)))
    sums = list(accumulate(hits, initial=0))
    last = len(sums) - 1
    return max(
        ((sums[min(start + len(wanted), last)] - count, start) for start, count in enumerate(sums)),
        key=lambda place: (place[0], -place[1]),
    )


def _closely(wanted: str, text: Normalized, start: int, number: int) -> Near:
    """Cut out the whole words about a place that share letters with the quotation."""
    slack = len(wanted) // 4 + 8
    begin = max(0, start - slack)
    window = _folded(text.text)[begin : start + len(wanted) + slack]
    blocks = SequenceMatcher(None, window, wanted, autojunk=False).get_matching_blocks()
    firm = [block for block in blocks if block.size >= _GRAM]
    first, last = firm[0].a + begin, firm[-1].a + firm[-1].size + begin
    spans = [word.span() for word in _WORD.finditer(text.text) if _meets(word.span(), first, last)]
    begin, end = spans[0][0], spans[-1][1]
    alike = SequenceMatcher(None, _folded(text.text)[begin:end], wanted, autojunk=False).ratio()
    stretch = text.original_start(begin), text.original_end(end - 1)
    return Near(number, printed(Match(text, (stretch,))), round(alike, 3))


def _meets(span: tuple[int, int], first: int, last: int) -> bool:
    return span[0] < last and span[1] > first
