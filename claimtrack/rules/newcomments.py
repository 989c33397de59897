"""Which comments that suppress findings a change brings."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.text.suppressions import Suppression


def brought(after: Iterable[Suppression], before: Iterable[Suppression]) -> frozenset[Suppression]:
    """Return the comments that a file did not have before.

    One that covers something else than before is another one, be it that its words are the same:
    an attribution goes by who says what, where and how, since its number moves.
    """
    there = Counter(map(_meant, before))
    fresh = []
    for item in after:
        if there[_meant(item)]:
            there[_meant(item)] -= 1
        else:
            fresh.append(item)
    return frozenset(fresh)


def _meant(item: Suppression) -> tuple[object, ...]:
    return item.rules, item.reason, item.names, item.beside
