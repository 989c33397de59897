"""Why three texts cannot be merged as records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.changes.mergetrees import tree_of
from claimtrack.text.compose import compose
from claimtrack.text.decode import decode

if TYPE_CHECKING:
    from claimtrack.findings import Fault
    from claimtrack.text.schema import FileKind


def refusal(base: bytes, ours: bytes, theirs: bytes) -> str:
    """Return what keeps three files from being merged as records: the first fault, and whose it is.

    Empty where nothing does. Only the base may hold nothing.

    >>> refusal(b"", b"claim: Who?", b"speaker: Hamas")
    'ours is a claim, theirs is a speaker'
    """
    kinds: dict[str, FileKind] = {}
    for side, data in (("base", base), ("ours", ours), ("theirs", theirs)):
        fault = _fault(data)
        if fault:
            line = f", line {fault.span.line}" if fault.span else ""
            return f"{side}{line}: {fault.message}"
        tree = tree_of(decode(data).text or "")
        if tree is None:
            return f"{side} does not say what it holds: begin it with a key such as `claim:`"
        if tree.kind is not None:
            kinds[side] = tree.kind
        elif side != "base":
            return f"{side} is empty"
    if len({*kinds.values()}) > 1:
        return ", ".join(f"{side} is a {kind}" for side, kind in kinds.items())
    return ""


def _fault(data: bytes) -> Fault | None:
    decoded = decode(data)
    text = decoded.text or ""
    faults = decoded.faults or (compose(text).faults if text.strip() else ())
    return faults[0] if faults else None
