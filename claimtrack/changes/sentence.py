"""A sentence about a change, in pieces, so that every output can show it safely in its own way."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, Self, TypeAlias

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

_VALUE = re.compile("`([^`]+)`")
#: What a piece of a sentence is: our own words, a name or id from a record, a value as it is
#: written, words that went, words that came.
Role: TypeAlias = Literal["plain", "name", "value", "deleted", "inserted"]

_MARKS: dict[Role, tuple[str, str]] = {
    "plain": ("", ""),
    "name": ("", ""),
    "value": ("`", "`"),
    "deleted": ("{-", "-}"),
    "inserted": ("{+", "+}"),
}


@frozen
class Piece:
    """A stretch of a sentence; whatever its role, it may hold text that nobody vouches for."""

    text: str
    role: Role = "plain"


@frozen(repr=False)
class Sentence:
    """One sentence, without its full stop."""

    pieces: tuple[Piece, ...]

    @classmethod
    def of(cls, *parts: str | Piece) -> Self:
        """Make a sentence of pieces; a text is a plain one."""
        made = (Piece(part) if isinstance(part, str) else part for part in parts)
        return cls(tuple(piece for piece in made if piece.text))

    @property
    def text(self) -> str:
        """The sentence as plain text.

        >>> Sentence.of("six: ", Piece("5", "deleted"), Piece("6", "inserted")).text
        'six: {-5-}{+6+}'
        """
        return "".join(
            f"{begin}{piece.text}{end}"
            for piece in self.pieces
            for begin, end in [_MARKS[piece.role]]
        )

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"<Sentence: {self.text}>"


def named(text: str) -> Piece:
    """Return a name or an id from a record as a piece."""
    return Piece(text, "name")


def explained(text: str) -> Iterator[Piece]:
    """Yield a reason in pieces: the values that it names between backticks, and the rest.

    >>> [(piece.text, piece.role) for piece in explained("`9` is more than 5")]
    [('9', 'value'), (' is more than 5', 'plain')]
    """
    for number, part in enumerate(_VALUE.split(text)):
        if part:
            yield Piece(part, "value" if number % 2 else "plain")
