"""The order of lists that have none of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable

T = TypeVar("T")


def in_order(items: Iterable[T]) -> tuple[T, ...]:
    """Sort the items of a list that is a set by their text, so that order is no difference.

    >>> in_order(["iran", "hamas"])
    ('hamas', 'iran')
    """
    return tuple(sorted(items, key=str))
