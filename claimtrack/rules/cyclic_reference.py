"""Records lead back to themselves.

What is part of something cannot have it as a part; a reprint is not the source of its original; and
claims that depend on each other in a circle rest on nothing. This holds for `part_of`,
`derived_from` and the relations `depends-on` and `refines`, each on its own. A cycle is told once,
at the alphabetically first of its records. Remove the link that is wrong.

Bad:

    # speakers/selm.yaml
    speaker: Government of Selm
    kind: government
    aliases:
      - government of Selm
    part_of: [harbour-office]

Good:

    # speakers/selm.yaml
    speaker: Government of Selm
    kind: government
    aliases:
      - government of Selm
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.analysis.links import cycle_from
from claimtrack.corpus.index import key_of
from claimtrack.findings import Fault, Kind
from claimtrack.model.events import Event
from claimtrack.model.sources import Source
from claimtrack.model.speakers import Speaker
from claimtrack.rules.base import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.findings import KeyPath
    from claimtrack.model.claims import Claim, RelatedAs
    from claimtrack.model.records import Record
    from claimtrack.rules.base import View

KIND = Kind("CTI114", "cyclic-reference")
_ACYCLIC: tuple[RelatedAs, ...] = ("depends-on", "refines")


def check(record: Record, view: View) -> Iterator[Fault]:
    """Yield the cycles of which the record is the alphabetically first member.

    Such a record is named by one of its kind that does not come before it, be it itself.
    """
    kind, name = key = key_of(record)
    others = view.records.of_kind(kind)
    uses = view.records.index.uses.get(key, ())
    if all(use.by[0] != kind or use.by[1] < name for use in uses):
        return
    for field, own in _links(record).items():

        def targets(name: str, field: str = field) -> tuple[str, ...]:
            return tuple(_links(others[name])[field].values()) if name in others else ()

        cycle = cycle_from(name, targets)
        if cycle:
            keys = next(keys for keys, target in own.items() if target == cycle[1])
            message = f"`{field}` leads in a circle: {' → '.join(cycle)}; remove a link of it"
            yield Fault(kind=KIND, message=message, keys=keys)


def _links(record: Record) -> dict[str, dict[KeyPath, str]]:
    """Return what a record names in fields that must not lead back, by field and keys."""
    match record:
        case Speaker() | Event():
            return {"part_of": {("part_of", i): name for i, name in enumerate(record.part_of)}}
        case Source():
            items = enumerate(record.derived_from)
            return {"derived_from": {("derived_from", i): name for i, name in items}}
    return {relation: _related(record, relation) for relation in _ACYCLIC}


def _related(claim: Claim, relation: RelatedAs) -> dict[KeyPath, str]:
    return {
        ("related", index, "claim"): item.claim
        for index, item in enumerate(claim.related)
        if item.relation == relation
    }


RULE = Rule(kind=KIND, check=check, needs="corpus", explanation=__doc__ or "")
