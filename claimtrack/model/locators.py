"""Where in a source something stands: paragraphs, pages, lines, times."""

from __future__ import annotations

import re
from functools import lru_cache

import attrs

from claimtrack.errors import ClaimtrackError
from claimtrack.model.locator_advice import problem, respell
from claimtrack.quoting import quoted

#: The labels that a locator may have, each with its plural: those of CSL 1.0.2 that number a place
#: within a document, with `time` for its `timestamp`. (`volume` and `issue` belong to the source.)
LABELS: dict[str, str] = {
    "act": "acts",
    "article": "articles",
    "book": "books",
    "canon": "canons",
    "chapter": "chapters",
    "column": "columns",
    "equation": "equations",
    "figure": "figures",
    "folio": "folios",
    "line": "lines",
    "note": "notes",
    "page": "pages",
    "paragraph": "paragraphs",
    "part": "parts",
    "rule": "rules",
    "scene": "scenes",
    "section": "sections",
    "table": "tables",
    "time": "times",
    "verse": "verses",
}

#: How many digits a number may have; a time has two for its hours.
MAX_DIGITS = 6

#: How many numbers and ranges one locator may list.
MAX_PARTS = 100

#: How many numbers all of these may come to, for a time seconds.
MAX_NUMBERS = 10_000

_LONGEST = 16 + MAX_PARTS * 20
_LONGEST_RESPELT = 200
_SINGULARS = {plural: label for label, plural in LABELS.items()}
_NUMBER = re.compile(r"[1-9][0-9]{0,5}")
_TIME = re.compile(r"([0-9]{2}):([0-5][0-9]):([0-5][0-9])")

Span = tuple[int, int]


class InvalidLocator(ClaimtrackError, ValueError):  # noqa: N818 - reads as a sentence
    """A text is not a locator as claimtrack writes it."""

    def __init__(self, text: str, problem: str = "", suggestion: str | None = None) -> None:
        super().__init__(text, problem, suggestion)
        self.text = text
        self.problem = problem
        #: The locator that was surely meant, where there is just one.
        self.suggestion = suggestion

    def __str__(self) -> str:
        if self.suggestion is not None:
            return f"write `{self.suggestion}`, not {quoted(self.text)}"
        advice = self.problem or (
            "write a label and its numbers, such as `paragraph 5`, `pages 3-4, 7` "
            "or `time 00:11:23`"
        )
        return f"{quoted(self.text)} is not a locator: {advice}"


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Locator:
    """One or several numbered places of one sort; made by `Locator.parse`.

    Two locators are equal where they name the same places: `paragraphs 4, 3` is `paragraphs 3-4`.
    """

    #: What is numbered, one of `LABELS`, in the singular.
    label: str
    #: The first and the last number of each run of places, in order, with a gap between runs.
    #: Times are in seconds.
    spans: tuple[Span, ...]

    @staticmethod
    def parse(text: str) -> Locator:
        """Read a locator, or raise `InvalidLocator`, which says what to write instead.

        Numbers may come in any order and overlap; `str` sorts and joins them.

        >>> str(Locator.parse("paragraphs 7, 3, 4"))
        'paragraphs 3-4, 7'
        >>> Locator.parse("p. 5")
        Traceback (most recent call last):
        ...
        claimtrack.model.locators.InvalidLocator: write `page 5`, not `p. 5`
        """
        return _parsed(text)

    @property
    def numbers(self) -> tuple[int, ...]:
        """Every number that is named, in order; of a time, every second.

        >>> Locator.parse("paragraphs 3-4, 7").numbers
        (3, 4, 7)
        """
        return tuple(number for first, last in self.spans for number in range(first, last + 1))

    @property
    def sort_key(self) -> tuple[str, tuple[Span, ...]]:
        """A key that puts locators in the order of their labels, then of their numbers."""
        return self.label, self.spans

    def __str__(self) -> str:
        first, last = self.spans[0]
        if len(self.spans) == 1 and first == last:
            return f"{self.label} {self._written(first)}"
        return f"{LABELS[self.label]} {', '.join(map(self._span, self.spans))}"

    def __repr__(self) -> str:
        return f"<Locator {self}>"

    def _span(self, span: Span) -> str:
        first, last = map(self._written, span)
        return first if first == last else f"{first}-{last}"

    def _written(self, number: int) -> str:
        if self.label != "time":
            return str(number)
        return f"{number // 3600:02}:{number // 60 % 60:02}:{number % 60:02}"


def is_canonical(text: str) -> bool:
    """Tell whether the text is a locator in the spelling that `str` gives it.

    >>> is_canonical("paragraphs 3-4"), is_canonical("paragraphs 3, 4"), is_canonical("p. 3")
    (True, False, False)
    """
    try:
        return str(_parsed(text)) == text
    except InvalidLocator:
        return False


@lru_cache(maxsize=4096)
def _parsed(text: str) -> Locator:
    try:
        return _read(text)
    except InvalidLocator as refusal:
        raise InvalidLocator(text, refusal.problem, _suggestion(text)) from None


def _suggestion(text: str) -> str | None:
    if len(text) > _LONGEST_RESPELT:
        return None
    word, _, rest = respell(text).partition(" ")
    label = _SINGULARS.get(word, word)
    spans = _spans(label, rest) if label in LABELS else ()
    return str(Locator(label=label, spans=spans)) if spans else None


def _read(text: str) -> Locator:
    word, _, rest = text.partition(" ")
    if word in LABELS:
        number = _number(word, rest)
        if number is not None:
            return Locator(label=word, spans=((number, number),))
    elif word in _SINGULARS and len(text) <= _LONGEST:
        label = _SINGULARS[word]
        spans = _spans(label, rest)
        if spans and spans[0][0] != spans[-1][1]:
            return Locator(label=label, spans=spans)
    raise InvalidLocator(text, problem(text[:_LONGEST]))


def _number(label: str, text: str) -> int | None:
    if label != "time":
        return int(text) if _NUMBER.fullmatch(text) else None
    time = _TIME.fullmatch(text)
    return time and int(time[1]) * 3600 + int(time[2]) * 60 + int(time[3])


def _spans(label: str, text: str) -> tuple[Span, ...]:
    parts = text.split(", ", MAX_PARTS)
    spans = [_span(label, part) for part in parts]
    if len(parts) > MAX_PARTS or None in spans:
        return ()
    joined = _joined(sorted(span for span in spans if span))
    return joined if sum(last - first + 1 for first, last in joined) <= MAX_NUMBERS else ()


def _span(label: str, text: str) -> Span | None:
    start, dash, end = text.partition("-")
    first = _number(label, start)
    last = _number(label, end) if dash else first
    if first is None or last is None or (dash and last <= first):
        return None
    return first, last


def _joined(spans: list[Span]) -> tuple[Span, ...]:
    joined = spans[:1]
    for first, last in spans[1:]:
        if first <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        else:
            joined.append((first, last))
    return tuple(joined)
