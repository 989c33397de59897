"""What was meant by a text that is nearly a quantity, where it has exactly one reading."""

from __future__ import annotations

import re
from decimal import Context, Decimal

from claimtrack.model.wording import figures, ordinal, plain

_EXACT = Context(prec=100)
_NUMBER = r"-?\d+(?:\.\d+)?"
_POWERS = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9}
_ORDINALS = (
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
)
_GROUPED = (
    r"(?<![\d.,])[1-9]\d{0,2}(?:(?:,\d{3})+|(?: \d{3})+|(?:'\d{3})+|(?:_\d{3})+|(?:\.\d{3}){2,})"
    r"(?![\d,'_])"
)

#: Other spellings and what they are in ours, in the order in which they are replaced.
_SPELLINGS: tuple[tuple[str, str], ...] = (
    (r"^minus (?=\d)", "-"),
    (r"^(?:the|exactly|precisely) ", ""),
    (r" of$", ""),
    # figures
    (r"(?<![\d.:/-])0+(?=\d)", ""),
    (r"(?<![\d.])(?![1-9]\d{0,2}\.\d\d0(?!\d))(\d*\.\d*?)0+(?![\d.])", r"\1"),
    (r"(?<=\d)\.(?![\d.])", ""),
    (r"(?<![\d.])\.(?=\d)", "0."),
    (r"-0(?![\d.])", "0"),
    (r"^(?:none|nobody|no 1|nil|nought)$", "0"),
    (r"(?<=\d) ?(?:%|percent|per cent|pct)(?![a-z])", " %"),
    # ranges
    (rf"^(.* )?between ({_NUMBER}(?: %)?) and (?={_NUMBER})", r"\1\2 to "),
    (rf"^from (?={_NUMBER}(?: %)? to )", ""),
    (rf"(?<![\d.-])({_NUMBER}) ?(?:-|\.\.\.?) ?(?=\d+(?:\.\d+)?(?: %)?$)", r"\1 to "),
    (r" %(?= to )", ""),
    # what stands before a figure
    (r"^(.+) (?:or|and) (?:more|above|over)$", r"at least \1"),
    (r"^(.*\d) ?(?:\+|plus)$", r"at least \1"),
    (r"^(.+) or (?:less|fewer|under)$", r"at most \1"),
    (r"^(.+) or so$", r"about \1"),
    (r"^(?:>=|≥) ?", "at least "),
    (r"^> ?", "more than "),
    (r"^(?:<=|≤) ?", "at most "),
    (r"^< ?", "fewer than "),
    (r"^[~≈] ?", "about "),
    (r"^(?:c|ca|circa|approx)\.? ?(?=\d)", "about "),
    (r"^(?:no|not) (?:fewer|less) than |^(?:a )?minimum (?:of )?", "at least "),
    (
        r"^(?:well |just |slightly )?(?:over|above|more than|greater than|in excess of) ",
        "more than ",
    ),
    (r"^(?:up to|(?:no|not) more than|as many as|(?:a )?maximum(?: of)?) ?", "at most "),
    (r"^(?:almost|close to|just under|just below) ", "nearly "),
    (r"^(?:less than|under|below) ", "fewer than "),
    (r"^(?:approximately|around|roughly|some|(?:an )?estimated|circa) ", "about "),
    # vague words
    (r"\b(?:several|a few) dozens?$", "dozens"),
    (r"\b(?:a )?half[- ]dozen$", "half a dozen"),
    (r"(?:\b1 |(?<!a )(?<!\d )\b)dozen$", "a dozen"),
    (r"\b2 dozens?$", "two dozen"),
    (r"\b3 dozens?$", "three dozen"),
    (r"\b(several|a few) (hundred|thousand)s$", r"\1 \2"),
    (r"^couple$", "a couple"),
    (r"^a handful$", "a few"),
)


def respell(text: str) -> str:
    """Return the text with other spellings replaced by ours; it may still not be a quantity.

    >>> respell("Over 1,000"), respell("5-7"), respell("approximately 10%")
    ('more than 1000', '5 to 7', 'about 10 %')
    """
    words = re.sub(_GROUPED, lambda found: re.sub(r"\D", "", found[0]), plain(text))
    words = _multiplied(_in_order(figures(words)))
    for pattern, replacement in _SPELLINGS:
        words = re.sub(pattern, replacement, words)
    return _ascending(words) if " to " in text else words


def problem(text: str) -> str:
    """Return what is wrong with a text that is not a quantity, or nothing where it is unclear."""
    words = plain(text)
    if grouped := re.search(r"(?<![\d.])([1-9]\d{0,2})\.(\d\d0)(?!\d)", words):
        decimal = re.sub(r"\.?0+$", "", f"{grouped[1]}.{grouped[2]}")
        return f"it may be a decimal or a grouping; write `{decimal}` or `{grouped[1]}{grouped[2]}`"
    if re.fullmatch(r"many|some|numerous|countless|unknown|an? (?:unknown )?number(?: of)?", words):
        return "it names no figure; leave the value out"
    if re.search(r"(?:\d|\d %) (?!to\b)[a-z]{3,}$|[a-z] of [a-z]+$", words):
        return "write the figure alone; what is counted belongs in `unit`"
    return ""


def _in_order(words: str) -> str:
    found = re.fullmatch(
        rf"(?:the )?(?:(\d{{1,18}})[ -]?(?:st|nd|rd|th)|({'|'.join(_ORDINALS)}))", words
    )
    if found is None:
        return words
    return ordinal(int(found[1]) if found[1] else _ORDINALS.index(found[2]) + 1)


def _multiplied(words: str) -> str:
    powers = "|".join(_POWERS)
    words = re.sub(rf"\ba (?={powers})", "1 ", words)
    return re.sub(rf"({_NUMBER})((?: (?:{powers})\b)+)", _product, words)


def _product(found: re.Match[str]) -> str:
    power = sum(_POWERS[word] for word in found[2].split())
    return f"{Decimal(found[1]).scaleb(power, _EXACT):f}"


def _ascending(words: str) -> str:
    found = re.fullmatch(rf"(about )?({_NUMBER}) to ({_NUMBER})( %)?", words)
    if found is None:
        return words
    about, low, high, share = (found[group] or "" for group in (1, 2, 3, 4))
    if Decimal(low) == Decimal(high):
        return f"{about}{low}{share}"
    low, high = sorted((low, high), key=Decimal)
    return f"{about}{low} to {high}{share}"
