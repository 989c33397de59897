"""The order of lists that have none of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.model.ids import VersionRef


def in_order(items: Iterable[str]) -> tuple[str, ...]:
    """Sort the items of a list that is a set, so that their order is no difference.

    >>> in_order(["iran", "hamas"])
    ('hamas', 'iran')
    """
    return tuple(sorted(items))


def references_in_order(items: Iterable[VersionRef]) -> tuple[VersionRef, ...]:
    """Sort references by their text, as `in_order` sorts texts."""
    return tuple(sorted(items, key=str))
