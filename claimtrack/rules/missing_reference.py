"""A record names another that is not there.

An id that leads nowhere says who spoke, where or about what to nobody: the attribution cannot be
counted, listed or checked. Add the record that is meant, or mend the id. An id of the wrong kind is
told as well: an `event:` wants an event, even where a speaker has that id.

Bad:

    # attack/ransom.yaml
    claim: Was a ransom paid?
    event: ferry-atack
    versions:
      paid:
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
    event: ferry-attack
    versions:
      paid:
        statement: A ransom was paid.
        attributions:
          - speaker: unknown
            stance: asserts
            source: hostage-story
            at: paragraph 5
            cue: Reportedly
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.corpus.references import references
from claimtrack.findings import Fault, Kind
from claimtrack.model.ids import RECORD_KINDS, SPEAKER_TOKENS
from claimtrack.rules.base import Rule
from claimtrack.rules.fixes import instead, only_near
from claimtrack.text.misfits import suggestion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.corpus.index import Key
    from claimtrack.findings import KeyPath
    from claimtrack.model.records import Record
    from claimtrack.rules.base import View
    from claimtrack.rules.drafts import Draft

KIND = Kind("CTI110", "missing-reference")


def check(record: Record, view: View) -> Iterator[Fault]:
    """Yield each reference to a record that is not there."""
    for reference in references(record):
        key = (reference.kind, reference.id)
        is_token = reference.kind == "speaker" and reference.id in SPEAKER_TOKENS
        if not (is_token or view.knows(key)):
            yield Fault(kind=KIND, message=_message(key, view), keys=reference.keys)


def _message(key: Key, view: View) -> str:
    kind, wanted = key
    missing = f'there is no {kind} "{wanted}"'
    other = next((other for other in RECORD_KINDS if view.knows((other, wanted))), None)
    if other is not None:
        return f"{missing}, but {_a(other)} of that id; name {_a(kind)} here"
    near = suggestion(wanted, _alike(key, view))
    return f"{missing}{near}" if near else f"{missing}; add its record, or mend the id"


def _alike(key: Key, view: View) -> Iterator[str]:
    """Yield the ids of the kind that begin or end like the one that is missing."""
    kind, wanted = key
    unread = (name for other, name in view.unread if other == kind)
    for name in (*view.records.of_kind(kind), *unread):
        if name[:2] == wanted[:2] or name[-3:] == wanted[-3:]:
            yield name


def _a(kind: str) -> str:
    return f"an {kind}" if kind == "event" else f"a {kind}"


def _meant(draft: Draft, keys: KeyPath, text: str) -> str | None:
    """Return the only id that is near to the one that is missing, of the same kind."""
    item = draft.field(keys)
    if item is None:
        return None
    wanted, mark, version = text.partition("#")
    kind = "claim" if item.form == "reference" else item.refers or "speaker"
    near = only_near(wanted, set(_alike((kind, wanted), draft.view)))
    return f"{near}{mark}{version}" if near else None


RULE = Rule(kind=KIND, check=check, needs="corpus", explanation=__doc__ or "", fix=instead(_meant))
