"""Unicode's composed normal form, in time that grows with the text."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

#: More marks in a row are no writing, and are kept as they are: to sort them takes the square of
#: their number (the bound is that of Unicode Standard Annex 15, Stream-Safe Text Format).
MAX_MARKS = 30

# No mark is a letter, a digit or white space, but other signs are neither.
_DOUBTFUL = re.compile(rf"[^\w\s\x00-\x7f]{{{MAX_MARKS + 1},}}")


def nfc(text: str) -> str:
    r"""Return a text in Unicode's composed normal form, all but runs of more than 30 marks.

    >>> nfc("e\u0301") == "\u00e9"
    True
    """
    if text.isascii():
        return text
    parts: list[str] = []
    done = 0
    for start, end in _long_runs(text):
        parts += unicodedata.normalize("NFC", text[done:start]), text[start:end]
        done = end
    return "".join((*parts, unicodedata.normalize("NFC", text[done:])))


def _long_runs(text: str) -> Iterator[tuple[int, int]]:
    """Yield where runs of too many marks stand."""
    for doubtful in _DOUBTFUL.finditer(text):
        start = doubtful.start()
        for index in range(doubtful.start(), doubtful.end() + 1):
            if index == doubtful.end() or not _is_mark(text[index]):
                if index - start > MAX_MARKS:
                    yield start, index
                start = index + 1


def _is_mark(character: str) -> bool:
    # A few marks are no marks themselves but are taken apart into some.
    return unicodedata.combining(unicodedata.normalize("NFD", character)[0]) > 0
