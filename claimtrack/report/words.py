"""Text parted where a line may break."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

from claimtrack.report.measure import clusters, columns, is_wide

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: A stretch of text and the name of its style on a terminal, empty for none.
Piece: TypeAlias = tuple[str, str]

_PARTS = re.compile(r" +|[^ ]+")
_OPENING = {"Ps", "Pi"}
_CLOSING = {"Pe", "Pf", "Po", "Mn", "Me"}


@frozen
class Word:
    """What is not broken unless it is wider than a row."""

    pieces: tuple[Piece, ...]
    #: Whether a space parts it from the word before.
    spaced: bool

    @property
    def columns(self) -> int:
        """How many columns it takes."""
        return sum(columns(text) for text, _ in self.pieces)


def words_of(pieces: Iterable[Piece]) -> Iterator[tuple[Word, ...]]:
    """Yield the words of each line of a text; words may be of several pieces."""
    line: list[Word] = []
    word: list[Piece] = []
    spaced = False
    for text, style in _parts(pieces):
        if text in {" ", "\n", ""}:
            line += [Word(tuple(word), spaced)] if word else []
            spaced = text == " " or (spaced and not word)
            word = []
            if text == "\n":
                yield tuple(line)
                line, spaced = [], False
        else:
            word.append((text, style))
    yield (*line, Word(tuple(word), spaced)) if word else tuple(line)


def broken(word: Word, room: int) -> Iterator[Word]:
    """Yield a word in parts that are no wider than the room, marks kept with their letters."""
    if word.columns <= room:
        yield word
        return
    part: list[Piece] = []
    used, spaced = 0, word.spaced
    for text, style in word.pieces:
        for cluster in clusters(text):
            if part and used + columns(cluster) > room:
                yield Word(tuple(part), spaced)
                part, used, spaced = [], 0, False
            part.append((cluster, style))
            used += columns(cluster)
    yield Word(tuple(part), spaced)


def _parts(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield stretches of letters; between them a space, a line end, or nothing for a mere break."""
    last = ""
    for text, style in pieces:
        for number, line in enumerate(text.split("\n")):
            if number:
                yield "\n", ""
                last = ""
            for part in _PARTS.findall(line):
                if part.startswith(" "):
                    yield " ", ""
                    last = ""
                else:
                    yield from _letters(last, part, style)
                    last = part[-1]


def _letters(last: str, text: str, style: str) -> Iterator[Piece]:
    """Part what has no spaces, such as Han and kana, between its characters."""
    if text.isascii() and not (last and is_wide(last)):
        yield text, style
        return
    start = 0
    for index, character in enumerate(text):
        if last and _may_part(last, character):
            yield from ((text[start:index], style),) if index > start else ()
            yield "", ""
            start = index
        last = character
    yield text[start:], style


def _may_part(before: str, after: str) -> bool:
    return (
        (is_wide(before) or is_wide(after))
        and unicodedata.category(before) not in _OPENING
        and unicodedata.category(after) not in _CLOSING
    )
