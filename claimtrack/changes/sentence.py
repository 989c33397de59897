"""A sentence about a change, in pieces, so that every output can show it safely in its own way."""

from __future__ import annotations

from typing import Literal, Self, TypeAlias

from attrs import frozen

#: What a piece of a sentence is: our own words, a name or id from a record, words that went, words
#: that came.
Role: TypeAlias = Literal["plain", "name", "deleted", "inserted"]

_MARKS: dict[Role, tuple[str, str]] = {
    "plain": ("", ""),
    "name": ("", ""),
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
