"""The versions of which only one can be right, side by side."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import frozen

from claimtrack.analysis.comparison import comparisons
from claimtrack.model.claims import Claim
from claimtrack.model.speakers import Speaker

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.analysis.comparison import Comparison
    from claimtrack.analysis.speakervalues import KnowsSpeakers
    from claimtrack.model.records import Record

#: The comparisons of claims with more living versions are not kept, for they fill the memory.
_KEPT = 200


def rivals(record: Record, corpus: KnowsSpeakers) -> Iterable[Comparison]:
    """Return how each two versions of an exclusive claim compare; retired ones do not compete.

    What was found is kept for the last claim, since several rules ask it of each.
    """
    if not isinstance(record, Claim) or not record.exclusive:
        return ()
    asked = _Asked(record, corpus.speakers)
    return _kept(asked) if len(asked.alive) <= _KEPT else asked.compared()


@frozen(eq=False)
class _Asked:
    """A claim and the speakers that it is read with: the same only as themselves."""

    claim: Claim
    speakers: Mapping[str, Speaker]

    @property
    def alive(self) -> tuple[str, ...]:
        versions = self.claim.versions.items()
        return tuple(name for name, version in versions if version.retired is None)

    def compared(self) -> Iterable[Comparison]:
        return comparisons(self.claim, self, versions=self.alive)

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, _Asked)
            and self.claim is other.claim
            and self.speakers is other.speakers
        )

    def __hash__(self) -> int:
        return hash((id(self.claim), id(self.speakers)))


@lru_cache(maxsize=1)
def _kept(asked: _Asked) -> tuple[Comparison, ...]:
    return tuple(asked.compared())
