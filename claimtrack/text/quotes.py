"""Finding the words of a quotation or cue in the text of a source."""

from __future__ import annotations

import re
import unicodedata
from itertools import islice
from typing import TYPE_CHECKING

from attrs import field, frozen

from claimtrack.text.normalized import Normalized, without_zero_width
from claimtrack.text.quotations import Quotations

if TYPE_CHECKING:
    from collections.abc import Iterator

#: The mark that something is left out: `[…]`, or `[...]`.
ELISION = re.compile(r"\[(?:…|\.\.\.)\]")

#: What parts words: elisions, and dashes that are no hyphens.
_BREAKS = re.compile(rf"{ELISION.pattern}|[\u2012-\u2015]")
#: Scripts that put no space between words: Thai to Myanmar, Khmer, kana and Han.
_UNSPACED_RANGES = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
_UNSPACED = re.compile(f"[{_UNSPACED_RANGES}]")
#: Letters, digits and what holds digits together: no match begins within them.
_RUN = re.compile(rf"(?:[^\W_{_UNSPACED_RANGES}]|(?<=\d)[.,:/-](?=\d))+")
_POSSESSIVE = re.compile(r"'s(?!\w)", re.IGNORECASE)
_JOINS_DIGITS = frozenset(".,:/-")


@frozen
class Match:
    """A place where words stand in a text."""

    #: The text, normalized.
    text: Normalized = field(repr=False)
    #: The stretches of the original, `[start, end)`; more than one where the words have elisions.
    spans: tuple[tuple[int, int], ...]

    @property
    def start(self) -> int:
        """Where in the original text the match begins."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """Where in the original text the match ends."""
        return self.spans[-1][1]


def find(words: str, text: str | Normalized, *, limit: int = 1000) -> tuple[Match, ...]:
    r"""Find the places where words stand in a text, from left to right, none within another.

    Both are compared as `Normalized`, letter for letter. A match begins and ends between words:
    `bomb` is not found in `bombing`, nor `can` in `can't`, nor `1` in `1,000`; but `Iran` is in
    `Iran's`, and a footnote's number may be glued to the last word. What stands between elisions
    is found in order, each part as early as it can be. After `limit` matches the search ends.

    >>> text = "Iran\u2019s foes: bombing, a bomb."
    >>> [match.spans for match in find("Iran's foes […] bomb", text)]
    [((0, 11), (24, 28))]
    """
    normalized = text if isinstance(text, Normalized) else Normalized.of(text)
    parts = _parts(words)
    return tuple(
        Match(normalized, tuple(_original(normalized, *span) for span in spans))
        for spans in islice(_matches(parts, normalized.text), limit)
    )


def printed(match: Match) -> str:
    """Give the words of a match as the text prints them, ready to be put in a record.

    Line breaks become spaces and zero-width characters go, since a record may not hold them.
    """
    parts = (match.text.original[start:end] for start, end in match.spans)
    return " […] ".join(" ".join(without_zero_width(part).splitlines()) for part in parts)


def quoted(match: Match) -> bool:
    """Tell whether a match lies, each part of it, within quotation marks as printed."""
    quotations = Quotations.of(match.text.original)
    return all(quotations.hold(start, end) for start, end in match.spans)


def words(text: str) -> int:
    """Count the words of a quotation or cue; elisions and free-standing marks are none.

    >>> words("The regime's […] \u201cgreat\u201d foe \u2013 so-called")
    5
    """
    parts = Normalized.of(_BREAKS.sub(" ", text)).text.split()
    return sum(any(map(str.isalnum, part)) for part in parts)


def _parts(words: str) -> tuple[str, ...]:
    parts = (Normalized.of(part).text.strip() for part in ELISION.split(words))
    return tuple(part for part in parts if part)


def _original(text: Normalized, start: int, end: int) -> tuple[int, int]:
    return text.original_start(start), text.original_end(end - 1)


def _matches(parts: tuple[str, ...], text: str) -> Iterator[list[tuple[int, int]]]:
    position = 0
    while parts:
        spans: list[tuple[int, int]] = []
        for part in parts:
            start = _find(part, text, position)
            if start < 0:
                return
            position = start + len(part)
            spans.append((start, position))
        yield spans


def _find(part: str, text: str, position: int) -> int:
    """Find a part where it begins and ends between words, or give -1."""
    while (start := text.find(part, position)) >= 0:
        if _begins(text, start) and _ends(text, start + len(part)):
            return start
        run = _RUN.match(text, start)
        position = max(run.end() if run else 0, start + 1)
    return -1


def _begins(text: str, start: int) -> bool:
    """Tell whether a word may begin here."""
    if not start or not (_is_letter(text[start]) and _is_letter(text[start - 1])):
        return not _joins_digits(text, start - 1)
    return bool(_UNSPACED.match(text[start]))


def _ends(text: str, end: int) -> bool:
    """Tell whether a word may end before this place."""
    if end == len(text) or not _is_letter(text[end - 1]):
        return True
    last, after = text[end - 1], text[end]
    if _is_letter(after):
        footnote = after.isdigit() and not last.isdigit()
        return footnote or bool(_UNSPACED.match(last))
    if after == "'":
        return not text[end + 1 : end + 2].isalpha() or _POSSESSIVE.match(text, end) is not None
    return not _joins_digits(text, end)


def _joins_digits(text: str, index: int) -> bool:
    """Tell whether what stands here holds digits together, as in `1,000` and `1990-2000`."""
    return (
        0 < index < len(text) - 1
        and text[index] in _JOINS_DIGITS
        and text[index - 1].isdigit()
        and text[index + 1].isdigit()
    )


def _is_letter(character: str) -> bool:
    return unicodedata.category(character)[0] in "LMN"
