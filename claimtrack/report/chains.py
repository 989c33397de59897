"""On whose word the versions of a claim rest, in a line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.analysis.chains import chains
from claimtrack.analysis.circles import circles_among
from claimtrack.corpus.index import Utterance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.analysis.chains import Chains
    from claimtrack.corpus.records import Records
    from claimtrack.model.claims import Claim


def chain_lines(claim: Claim, records: Records, *, version: str | None = None) -> Iterator[str]:
    """Yield one line for each version with more than one assertion: its sources, roots and why.

    Behind it stands a line for each circle in which its speakers rely on each other. With a
    version, only its own.
    """
    for name, item in claim.versions.items():
        found = chains(claim, name, records)
        if version in (None, name) and item.retired is None and len(found.roots.attributions) > 1:
            yield _told(found)
            utterances = (Utterance(claim, name, one) for one in item.attributions)
            yield from (f'"{name}" in a circle: {it}' for it in circles_among(utterances, records))


def _told(found: Chains) -> str:
    why = f" ({'; '.join(found.roots.reasons)})" if found.roots.reasons else ""
    return f'"{found.version}": {found.confirmations}{why}'
