"""How a text's letters and figures are brought to plain ones."""

from __future__ import annotations

import re
import unicodedata

_UNITS = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
)
_TENS = (
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
)
_NUMBER_WORD = (
    rf"\b(?:(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_UNITS[1:10])})\b)?|(?:{'|'.join(_UNITS)}))\b"
)


def plain(text: str) -> str:
    """Return the text in lower case with plain digits, dashes, apostrophes and single spaces.

    Only what has one reading is changed: superscripts and fractions, for instance, stay.

    >>> plain("Paragraphs  ۳,۴")
    'paragraphs 3,4'
    """
    return " ".join("".join(map(_plain_character, text)).lower().split())


def _plain_character(character: str) -> str:
    if character == "\N{MINUS SIGN}" or unicodedata.category(character) == "Pd":
        return "-"
    if character == "\N{RIGHT SINGLE QUOTATION MARK}":
        return "'"
    digit = unicodedata.decimal(character, None)
    return character if digit is None else str(digit)


def figures(text: str) -> str:
    """Return a lower-case text with its number words below a hundred written as figures.

    >>> figures("between five and twenty-one")
    'between 5 and 21'
    """
    return re.sub(_NUMBER_WORD, lambda found: str(_number(found[0])), text)


def _number(words: str) -> int:
    tens, _, units = words.replace("-", " ").partition(" ")
    if tens in _UNITS:
        return _UNITS.index(tens)
    return 20 + 10 * _TENS.index(tens) + (_UNITS.index(units) if units else 0)


def ordinal(number: int) -> str:
    """Return the number as a place in an order.

    >>> ordinal(1), ordinal(12), ordinal(23)
    ('1st', '12th', '23rd')
    """
    if number % 100 in {11, 12, 13}:
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"
