"""How many columns a text takes on a screen."""

from __future__ import annotations

import unicodedata
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Controls, formats, surrogates, unassigned, private, line ends: printed as their escapes.
_UNSEEN = {"Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"}
#: Marks that are set upon the letter before them.
_MARKS = {"Mn", "Me"}
_RIGHT_TO_LEFT = {"R", "AL", "AN"}


def columns(text: str) -> int:
    r"""Return how many columns a text takes; what cannot be seen takes those of its escape.

    >>> columns("a\u0301"), columns("漢字"), columns("\x1b")
    (1, 4, 4)
    """
    if text.isascii() and text.isprintable():
        return len(text)
    return sum(_columns_of(character) for character in text)


def is_wide(character: str) -> bool:
    """Tell whether a character takes two columns; a line may break beside it."""
    return unicodedata.east_asian_width(character) in {"W", "F"}


def runs_right_to_left(text: str) -> bool:
    """Tell whether any of a text is in a script such as Arabic or Hebrew.

    Terminals turn such text round within its line, and whatever stands beside it with it.
    """
    return not text.isascii() and any(
        unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in text
    )


def clusters(text: str) -> Iterator[str]:
    r"""Yield the characters of a text, each with the marks that are set upon it.

    >>> [len(cluster) for cluster in clusters("a\u0301b")]
    [2, 1]
    """
    start = 0
    for index in range(1, len(text)):
        if _columns_of(text[index]):
            yield text[start:index]
            start = index
    if text:
        yield text[start:]


def cut(text: str, room: int) -> str:
    """Return a text that takes no more columns than there is room, with `…` for what goes.

    >>> cut("The killing of Ismail Haniyeh", 16)
    'The killing of…'
    """
    if columns(text) <= room:
        return text
    ends = accumulate(columns(cluster) for cluster in clusters(text))
    kept = "".join(part for part, end in zip(clusters(text), ends, strict=True) if end < room)
    words, space, _ = kept.rpartition(" ")
    return f"{(words if space and len(words) > room // 2 else kept).rstrip()}…"


def _columns_of(character: str) -> int:
    category = unicodedata.category(character)
    if category in _UNSEEN:
        return len(ascii(character)) - 2
    if category in _MARKS or "\u1160" <= character <= "\u11ff":
        return 0
    return 2 if is_wide(character) else 1
