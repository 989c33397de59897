"""Where a long text breaks into lines: after sentences, and within long ones."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

#: The longest line of a folded text, in code points, where it has a place to break.
LONGEST = 72
#: The shortest line that ends at a comma, a semicolon or a colon.
SHORTEST = 30

_ENDS = ".!?…"
_PAUSES = ",;:"
#: A space that stands alone, so that folding gives it back as it was.
_SINGLE = re.compile(r"(?<![ \t]) (?![ \t])")
_MARKS = frozenset({"Pi", "Pf"})
_CLOSING = _MARKS | {"Pe"}
_BEGINNING = _MARKS | {"Ps", "Lu", "Lt", "Nd"}


def broken(text: str) -> tuple[str, ...]:
    """Break a text into lines that, joined by single spaces, are the text again.

    A sentence ends at `.`, `!`, `?` or `…` with any closing quotes or brackets, before a space and
    an upper-case letter, a digit or an opening mark. One of more than 72 code points breaks at the
    last `,`, `;` or `:` in columns 30 to 72, else at the last space that leaves no more than 72,
    else at the next.

    >>> broken("He said “no.” Then he left.")
    ('He said “no.”', 'Then he left.')
    """
    return tuple(line for sentence in _sentences(text) for line in _lines(sentence))


def _sentences(text: str) -> Iterator[str]:
    start = 0
    for space in _SINGLE.finditer(text):
        if _is_end(text, space.start()):
            yield text[start : space.start()]
            start = space.end()
    yield text[start:]


def _is_end(text: str, space: int) -> bool:
    if space + 1 == len(text) or not _begins(text[space + 1]):
        return False
    end = space
    while end and _closes(text[end - 1]):
        end -= 1
    return end > 0 and text[end - 1] in _ENDS


def _closes(character: str) -> bool:
    return character in "\"'" or unicodedata.category(character) in _CLOSING


def _begins(character: str) -> bool:
    return character in "\"'¿¡" or unicodedata.category(character) in _BEGINNING


def _lines(sentence: str) -> Iterator[str]:
    start = 0
    while len(sentence) - start > LONGEST:
        space = _break(sentence, start)
        if space is None:
            break
        yield sentence[start:space]
        start = space + 1
    yield sentence[start:]


def _break(sentence: str, start: int) -> int | None:
    # One more than the line, so that a space after its last column counts.
    spaces = [space.start() for space in _SINGLE.finditer(sentence, start, start + LONGEST + 2)]
    within = [space for space in spaces if start < space <= start + LONGEST]
    for space in reversed(within):
        if space - start >= SHORTEST and sentence[space - 1] in _PAUSES:
            return space
    if within:
        return within[-1]
    after = _SINGLE.search(sentence, start + LONGEST)
    return after and after.start()
