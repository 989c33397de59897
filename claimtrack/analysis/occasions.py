"""The times for which the answers of a version hold, as those who gave them have it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.ids import SPEAKER_TOKENS
from claimtrack.model.quantities import Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.attributions import Attribution
    from claimtrack.model.claims import Claim, Version
    from claimtrack.model.dates import Date


def occasions(claim: Claim, version: Version) -> Iterator[tuple[Attribution, Date]]:
    """Yield the assertions of a version that nobody took back and whose time is known, with it.

    That is the assertion's own `as_of`, else that of the version. A figure that has neither holds
    for when it was `said`; what happened, where and by whom, does not change with the day on which
    it is told, and a prediction speaks of another time than its own.
    """
    is_figure = isinstance(version.value, Quantity) and claim.kind != "prediction"
    items = version.attributions
    retracting = {_who(item) for item in items if item.stance == "retracts"}
    for item in items:
        time = item.as_of or version.as_of or (item.said if is_figure else None)
        if item.stance == "asserts" and time and _who(item) not in retracting:
            yield item, time


def _who(item: Attribution) -> tuple[str, ...]:
    return (item.speaker, item.source) if item.speaker in SPEAKER_TOKENS else (item.speaker,)
