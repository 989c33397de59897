"""A record or a version has a new id, and a reference still names the old one.

Who renames a file by hand easily leaves a reference behind, or one comes in from elsewhere that was
written before; `Corpus.rename` in Python takes all of them along. The reference leads nowhere:
name the new id. It is asked of a change only, with `--since`, since only then is the new id known;
a reference that leads nowhere is told in any case.

Before:

    # attack/ransom.yaml
    claim: Was a ransom paid?
    versions:
      paid:
        statement: A ransom was paid.
        attributions:
          - speaker: unknown
            stance: asserts
            source: hostage-story
            at: paragraph 5
            cue: Reportedly

    # events/ferry-attack.yaml
    event: Attack on the ferry Aurelia
    date: 2019-03
    dated_by:
      - attack/ransom#paid
    place: off Port Selm

Bad (with CTI111):

    # attack/ransom.yaml
    claim: Was a ransom paid?
    versions:
      paid-by-the-line:
        statement: A ransom was paid.
        attributions:
          - speaker: unknown
            stance: asserts
            source: hostage-story
            at: paragraph 5
            cue: Reportedly

Good:

    # attack/ransom.yaml
    claim: Was a ransom paid?
    versions:
      paid-by-the-line:
        statement: A ransom was paid.
        attributions:
          - speaker: unknown
            stance: asserts
            source: hostage-story
            at: paragraph 5
            cue: Reportedly

    # events/ferry-attack.yaml
    event: Attack on the ferry Aurelia
    date: 2019-03
    dated_by:
      - attack/ransom#paid-by-the-line
    place: off Port Selm
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.corpus.references import references
from claimtrack.findings import Fault, Kind
from claimtrack.model.ids import VersionRef
from claimtrack.rules.base import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.corpus.references import Reference
    from claimtrack.model.records import Record
    from claimtrack.rules.base import View
    from claimtrack.rules.past import Past

KIND = Kind("CTH106", "left-behind")


def check(record: Record, view: View) -> Iterator[Fault]:
    """Yield each reference by an old id to what has another one now."""
    past = view.past
    if past is None or not (past.records or past.versions):
        return
    for reference in references(record):
        new = _new_name(reference, past)
        if new is not None:
            message = f'what was {_named(reference)} has the id "{new}" now: name that'
            yield Fault(kind=KIND, message=message, keys=reference.keys)


def _new_name(reference: Reference, past: Past) -> str | None:
    """Return the new id of what a reference names by an old one."""
    if reference.version is not None:
        new = past.versions.get(VersionRef(reference.id, reference.version))
        if new is not None:
            return str(new)
    renamed = past.records.get((reference.kind, reference.id))
    return f"{renamed}#{reference.version}" if renamed and reference.version else renamed


def _named(reference: Reference) -> str:
    mark = "" if reference.version is None else f"#{reference.version}"
    return f'{reference.kind} "{reference.id}{mark}"'


RULE = Rule(kind=KIND, check=check, needs="change", explanation=__doc__ or "")
