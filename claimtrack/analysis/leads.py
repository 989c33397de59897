"""Sources that may have copied, though nothing in them says so.

A lead is a place to look at, with its evidence, and no verdict: two sources may quote one speech,
or spell a name alike, and know nothing of each other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.analysis.likequotes import like_quotes
from claimtrack.analysis.rarespellings import rare_spellings

if TYPE_CHECKING:
    from claimtrack.analysis.cues import Lead
    from claimtrack.analysis.disputes import KnowsClaims


def leads(corpus: KnowsClaims) -> tuple[Lead, ...]:
    """Return all leads, those of two sources together."""
    found = (*like_quotes(corpus), *rare_spellings(corpus))
    return tuple(sorted(found, key=lambda lead: (lead.sources, lead.cue, lead.reason)))
