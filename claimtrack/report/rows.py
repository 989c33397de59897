"""Rows of text with styles: wrapped, indented, and set side by side."""

from __future__ import annotations

from itertools import groupby, zip_longest
from typing import TYPE_CHECKING, TypeAlias

from claimtrack.report.measure import columns
from claimtrack.report.words import Piece, Word, broken, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

#: One line of a view, without its end.
Row: TypeAlias = tuple[Piece, ...]

#: What stands between columns.
GUTTER = " | "
#: A row keeps at least so many columns for words, however far it is indented.
_LEAST = 16


def text_of(rows: Iterable[Row]) -> str:
    """Return rows as plain text, each with its line end, none with spaces at its end."""
    return "".join(f"{plain_text(row).rstrip(' ')}\n" for row in rows)


def plain_text(row: Iterable[Piece]) -> str:
    """Return a row without its styles."""
    return "".join(text for text, _ in row)


def wrapped(
    pieces: Iterable[Piece | str], width: int, *, indent: int = 0, hang: int = 0
) -> tuple[Row, ...]:
    """Break text into rows of no more columns than the width.

    Every row is indented, those after the first by `hang` more. A word that is wider than a row is
    broken; a line break in the text is kept.

    >>> print(text_of(wrapped(["one two three four"], 20, hang=2)), end="")
    one two three four
    >>> print(text_of(wrapped(["one two three four"], 20, indent=3, hang=2)), end="")
       one two three
         four
    """
    styled = [(piece, "") if isinstance(piece, str) else piece for piece in pieces]
    rows: list[Row] = []
    for words in words_of(styled):
        shift = indent + hang if rows else indent
        for line in _filled(words, max(width - shift, _LEAST), max(width - indent - hang, _LEAST)):
            shift = indent + hang if rows else indent
            rows.append((*_space(shift), *line))
    return tuple(rows)


def indented(rows: Iterable[Row], by: int) -> tuple[Row, ...]:
    """Return rows moved to the right; empty ones stay empty."""
    return tuple((*_space(by), *row) if row else row for row in rows)


def beside(cells: Sequence[Sequence[Row]], width: int) -> tuple[Row, ...]:
    """Set blocks of rows side by side in columns of one width."""
    return tuple(tuple(_across(line, width)) for line in zip_longest(*cells, fillvalue=()))


def _across(line: tuple[Row, ...], width: int) -> Iterator[Piece]:
    for number, row in enumerate(line):
        if number:
            yield (GUTTER, "dim")
        yield from row
        if number < len(line) - 1:
            yield from _space(width - columns(plain_text(row)))


def _space(count: int) -> Row:
    return ((" " * count, ""),) if count > 0 else ()


def _filled(words: Iterable[Word], first: int, rest: int) -> Iterator[Row]:
    """Put as many words into each row as it has room for."""
    row: list[Piece] = []
    used, room = 0, first
    for whole in words:
        for word in broken(whole, rest):
            space = word.spaced and bool(row)
            if row and used + space + word.columns > room:
                yield _merged(row)
                row, used, room, space = [], 0, rest, False
            if space:
                row.append((" ", row[-1][1] if row[-1][1] == word.pieces[0][1] else ""))
            row += word.pieces
            used += space + word.columns
    yield _merged(row)


def _merged(pieces: Iterable[Piece]) -> Row:
    """Join neighbours of one style."""
    groups = groupby(pieces, lambda piece: piece[1])
    return tuple(("".join(text for text, _ in group), style) for style, group in groups)
