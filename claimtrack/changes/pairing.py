"""Which records and versions were renamed between two states of a corpus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.changes.differences import renamed_versions
from claimtrack.changes.renamings import Renamings
from claimtrack.model.claims import Claim
from claimtrack.model.ids import VersionRef
from claimtrack.text.convert import plain
from claimtrack.text.likeness import LEAST, alike, likeness
from claimtrack.text.matching import by, paired, whole
from claimtrack.text.schema import shape_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimtrack.corpus.index import Key
    from claimtrack.model.ids import RecordKind
    from claimtrack.model.records import Record
    from claimtrack.text.nodes import Data

#: What is named most comes first: a claim is still known when its speakers have other ids.
_ORDER: tuple[RecordKind, ...] = ("speaker", "event", "source", "claim")
#: How much of what they say two records must have in common to be one: those of one headline, and
#: any other, of which claims say more.
_LEAST_OF_NAMESAKES = 0.3
_LEAST: dict[RecordKind, float] = {"claim": LEAST}
_LEAST_OF_OTHERS = 0.8


def renamed_records(gone: Mapping[Key, Record], fresh: Mapping[Key, Record]) -> dict[Key, str]:
    """Return the new id of each record that is gone and came back under another one.

    The two have the same content, or one headline and some content in common, or much of it. What
    other renamings among these records do to it is no difference.
    """
    found: dict[Key, str] = {}
    for kind in _ORDER:
        renamings = Renamings(found)
        shape = shape_of(kind)
        were = {name: gone[of, name] for of, name in sorted(gone) if of == kind}
        are = {name: plain(fresh[of, name]) for of, name in sorted(fresh) if of == kind}
        if were and are:
            old = {name: plain(renamings.followed_within(it, shape)) for name, it in were.items()}
            found |= {(kind, was): to for was, to in _pairs(old, are, kind).items()}
    return found


def _pairs(old: dict[str, Data], new: dict[str, Data], kind: RecordKind) -> dict[str, str]:
    key = shape_of(kind).fields[0].key
    pairs = dict(paired(old, new, whole))
    old, new = _but(old, pairs), _but(new, pairs.values())
    pairs |= {
        was: to
        for was, to in paired(old, new, by([key]))
        if likeness(old[was], new[to]) >= _LEAST_OF_NAMESAKES
    }
    old, new = _but(old, pairs), _but(new, pairs.values())
    return pairs | alike(old, new, least=_LEAST.get(kind, _LEAST_OF_OTHERS))


def _but(data: dict[str, Data], taken: Iterable[str]) -> dict[str, Data]:
    gone = set(taken)
    return {name: value for name, value in data.items() if name not in gone}


def renamed_parts(pairs: Iterable[tuple[Record, Record]]) -> dict[VersionRef, VersionRef]:
    """Return the new address of each version that was renamed within its claim."""
    return {
        VersionRef(a.id, old): VersionRef(b.id, new)
        for a, b in pairs
        if isinstance(a, Claim) and isinstance(b, Claim)
        for old, new in renamed_versions(a, b).items()
    }
