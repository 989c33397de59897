"""Whether an edit mends what it is about and leaves everything else as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.normalform import nfc
from claimtrack.rules.offers import fix_of
from claimtrack.rules.registry import rule_of
from claimtrack.text.compose import compose
from claimtrack.text.convert import to_data
from claimtrack.text.misfits import UNKNOWN_KEY
from claimtrack.text.nodes import data_of
from claimtrack.text.read import read

if TYPE_CHECKING:
    from claimtrack.findings import Finding, KeyPath
    from claimtrack.rules.drafts import Draft
    from claimtrack.text.nodes import Data
    from claimtrack.text.read import Document


def is_sound(draft: Draft, before: str, after: str, finding: Finding) -> bool:
    """Tell whether a text may take the place of another, in order to mend a finding.

    A fault of reading must be gone, no other may come but below a key that was unknown and hid it,
    and what is read must be the same, with the words of its comments, but for the part that an
    unsafe fix is about.
    """
    was, now = _read(draft, before), _read(draft, after)
    fewer = rule_of(finding.code).is_of_reading
    hidden = _hidden(before, after, finding, now)
    if now.record is None and not hidden:
        return False
    if len(now.faults) - hidden > len(was.faults) - fewer:
        return False
    fix = fix_of(finding)
    if fix is None or fix.applicability == "safe":
        if compose(before).comments.words != compose(after).comments.words:
            return False
        return was.record is not None and _meaning(was) == _meaning(now)
    about = finding.keys[: len(finding.keys) - fix.above]
    return _elsewhere(before, about) == _elsewhere(after, about)


def _hidden(before: str, after: str, finding: Finding, now: Document) -> int:
    """Count the faults that lie below the key that took the place of an unknown one."""
    if finding.code != UNKNOWN_KEY.code:
        return 0
    above = finding.keys[:-1]
    fresh = _keys(after, above) - _keys(before, above)
    size = len(above)
    return sum(
        len(fault.keys) > size + 1 and fault.keys[:size] == above and fault.keys[size] in fresh
        for fault in now.faults
    )


def _keys(text: str, keys: KeyPath) -> frozenset[str]:
    """Return the keys of the mapping to which keys lead."""
    root = compose(text).root
    data: Data = data_of(root) if root else ""
    for step in keys:
        if isinstance(data, dict) and isinstance(step, str):
            data = data.get(step, "")
        elif isinstance(data, list) and isinstance(step, int):
            data = data[step] if step < len(data) else ""
    return frozenset(data) if isinstance(data, dict) else frozenset()


def _read(draft: Draft, text: str) -> Document:
    return read(text.encode("utf-8", "surrogatepass"), kind=draft.kind, id=draft.id)


def _meaning(document: Document) -> Data:
    """Return what a record says, its texts as they are written, white space folded."""
    return _folded(to_data(document.record)) if document.record else ""


def _folded(data: Data) -> Data:
    if isinstance(data, dict):
        return {key: _folded(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_folded(value) for value in data]
    return nfc(" ".join(data.split()))


def _elsewhere(text: str, keys: KeyPath) -> Data:
    """Return what a text holds besides the part to which keys lead, or the nearest above it."""
    root = compose(text).root
    return _without(data_of(root), keys) if root else ""


def _without(data: Data, keys: KeyPath) -> Data:
    if not keys:
        return ""
    step, *rest = keys
    if isinstance(data, dict):
        return {
            key: _without(value, tuple(rest)) if key == step else value
            for key, value in data.items()
        }
    if isinstance(data, list):
        return [
            _without(value, tuple(rest)) if index == step else value
            for index, value in enumerate(data)
        ]
    return ""
