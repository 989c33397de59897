"""The versions of which only one can be right, side by side."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from claimtrack.analysis.comparison import compare_pair
from claimtrack.model.claims import Claim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.analysis.comparison import Comparison
    from claimtrack.corpus.records import Records
    from claimtrack.model.records import Record


def rivals(record: Record, records: Records) -> Iterator[Comparison]:
    """Yield how each two versions of an exclusive claim compare; retired ones no longer compete."""
    if isinstance(record, Claim) and record.exclusive:
        alive = [name for name, version in record.versions.items() if version.retired is None]
        for pair in combinations(alive, 2):
            yield compare_pair(record, pair, records=records)
