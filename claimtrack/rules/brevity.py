"""How many faults of one file are told before its author is asked to mend the first ones."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import attrs

from claimtrack.text.faults import TOLD

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.findings import Fault


def first_ones(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Return the first faults, and one that says so where more follow, which are not worked out."""
    found = tuple(islice(faults, TOLD + 1))
    if len(found) <= TOLD:
        return found
    more = attrs.evolve(found[-1], message="more faults of this kind follow: mend the first ones")
    return (*found[:-1], more)
