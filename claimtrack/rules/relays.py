"""Those who carry the statements of a claim, or on whom its speakers rely."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.rules.base import attributions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.findings import KeyPath
    from claimtrack.model.attributions import Attribution, Relay
    from claimtrack.model.claims import Claim


def relays(claim: Claim) -> Iterator[tuple[KeyPath, Relay]]:
    """Yield the relays of every attribution of a claim, with the keys that lead to them."""
    for keys, attribution in attributions(claim):
        yield from relays_of(attribution, keys)


def relays_of(attribution: Attribution, keys: KeyPath) -> Iterator[tuple[KeyPath, Relay]]:
    """Yield the relays of one attribution: those relied on, nearest first, then the carriers."""
    for index, relay in enumerate(attribution.citing):
        yield (*keys, "citing", index), relay
    for index, relay in enumerate(attribution.via):
        yield (*keys, "via", index), relay
