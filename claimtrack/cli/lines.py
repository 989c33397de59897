"""A line to print, with what its parts are."""

from __future__ import annotations

from typing import Self

from attrs import frozen


@frozen(kw_only=True)
class Line:
    """One line of output, without its end."""

    #: Stretches of text, each with the name of its style on a terminal, empty for none.
    pieces: tuple[tuple[str, str], ...]
    #: Whether GitHub Actions is to obey it; what comes from files is escaped already.
    command: bool = False
    #: Control characters that are printed as they are.
    keep: str = ""

    @classmethod
    def of(cls, *pieces: str | tuple[str, str]) -> Self:
        """Make a line of texts, some with a style."""
        return cls(pieces=tuple((item, "") if isinstance(item, str) else item for item in pieces))

    @property
    def text(self) -> str:
        """The line without its styles."""
        return "".join(text for text, _ in self.pieces)
