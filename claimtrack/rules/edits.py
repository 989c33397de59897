"""Stretches of a text and what takes their place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable


@frozen
class Edit:
    """What takes the place of a stretch of a text, counted in code points from 0."""

    start: int
    end: int
    text: str

    @classmethod
    def between(cls, before: str, after: str) -> Self:
        """Return the one edit that makes a text another, as short as it can be.

        >>> Edit.between("cue: said so", "cue: told so")
        Edit(start=5, end=8, text='tol')
        """
        shorter = min(len(before), len(after))
        start = next((i for i in range(shorter) if before[i] != after[i]), shorter)
        rest = shorter - start
        end = next((i for i in range(rest) if before[-1 - i] != after[-1 - i]), rest)
        return cls(start, len(before) - end, after[start : len(after) - end])

    def meets(self, other: Edit) -> bool:
        """Tell whether two edits are about the same stretch, or touch."""
        return self.start <= other.end and other.start <= self.end


def applied(text: str, edits: Iterable[Edit]) -> str:
    """Return the text with edits made that do not meet.

    >>> applied("a: b", [Edit(3, 4, "c"), Edit(0, 1, "x")])
    'x: c'
    """
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def meet(some: Collection[Edit], others: Collection[Edit]) -> bool:
    """Tell whether any edit of some meets one of others."""
    return any(one.meets(other) for one in some for other in others)
