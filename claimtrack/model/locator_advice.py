"""What was meant by a text that is nearly a locator, where it has exactly one reading."""

from __future__ import annotations

import re

from claimtrack.model.wording import figures, plain

_ABBREVIATIONS: dict[str, str] = {
    "article": "arts?",
    "chapter": "ch|chs|chaps?",
    "column": "cols?",
    "equation": "eqs?",
    "figure": "figs?",
    "folio": "fols?",
    "line": "ll?|lns?",
    "note": "fn|(?:foot|end)notes?",
    "page": "pp?|pgs?",
    "paragraph": "paras?|pars?|¶¶?",
    "part": "pts?",
    "section": "secs?|sects?|§§?",
    "time": "timestamps?|timecodes?",
}

#: Other ways to write a list of numbers and what they are in ours, in the order of replacement.
_SPELLINGS: tuple[tuple[str, str], ...] = (
    (r"^(?:the )?(\d+)(?:st|nd|rd|th) ([a-z]+)$", r"\2 \1"),
    (r"^(?=\d+:\d\d:\d\d)", "time "),
    (r"^([a-z]+|[¶§]+)[.:]? ?(?:#|no\. ?|nos\. ?|numbers? )?(?=\d)", r"\1 "),
    (r"\.$", ""),
    (r"(?<![\d:])(?=\d:\d\d:\d\d)", "0"),
    (r"(?<![\d,:])0+(?=[1-9]\d*(?!\d*:))", ""),
    (r" ?(?:-|\bto\b|\bthrough\b) ?(?=\d)", "-"),
    (r"(?:,? (?:and|&)|;) ?(?=\d)", ", "),
    (r"(?<=\d) ?,(?!\d{3}(?!\d)) ?(?=\d)", ", "),
    (r"(?<=\d) , ?(?=\d)", ", "),
)

#: What may be wrong with a locator, and what to do; the first that fits is told.
_PROBLEMS: tuple[tuple[str, str], ...] = (
    (r"^[\d ,-]+$", "name what is counted, as in `paragraph 5` or `page 5`"),
    (r":|^times?\b", "write hours, minutes and whole seconds, as in `time 00:11:23`"),
    (r"\d{7}", "a number has at most 6 digits; write the number that is printed"),
    (r"(?:\d[ ,-]+){20}|\d-\d{5}", "it names too many places; name the ones that matter"),
    (r"(?<!\d)0", "numbers begin at 1"),
    (r" [ivxlc]+$", "write the number in figures"),
)


def respell(text: str) -> str:
    """Return the text with other spellings replaced by ours; it may still not be a locator.

    Whether the label should be a singular or a plural is left open.

    >>> respell("pp. 3-4 and 7"), respell("§ 12"), respell("the 5th paragraph")
    ('page 3-4, 7', 'section 12', 'paragraph 5')
    """
    words = figures(plain(text))
    for pattern, replacement in _SPELLINGS:
        words = re.sub(pattern, replacement, words)
    for label, pattern in _ABBREVIATIONS.items():
        words = re.sub(rf"^(?:{pattern}) (?=\d)", f"{label} ", words)
    return re.sub(r"(\d+)-(\d+)(?![\d:])", _ascending, words)


def _ascending(found: re.Match[str]) -> str:
    first, last = int(found[1]), int(found[2])
    return str(first) if first == last else f"{min(first, last)}-{max(first, last)}"


def problem(text: str) -> str:
    """Return what is wrong with a text that is not a locator, or nothing where it is unclear."""
    words = plain(text)
    return next((advice for pattern, advice in _PROBLEMS if re.search(pattern, words)), "")
