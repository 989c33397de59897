"""A file is not in the canonical layout.

One record has one layout, so that a diff shows what changed and nothing else, and so that two
people who add to a record seldom touch the same lines. `claimtrack format` writes the layout and
changes nothing besides; what it would change is told here.

Bad:

    # events/ferry-attack.yaml
    place:  off Port Selm
    event: "Attack on the ferry Aurelia"

Good:

    # events/ferry-attack.yaml
    event: Attack on the ferry Aurelia
    place: off Port Selm
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.findings import Fault, Kind, Severity, Span
from claimtrack.rules.base import Rule
from claimtrack.rules.edits import Edit
from claimtrack.rules.fixes import Fix
from claimtrack.text.format import format as formatted
from claimtrack.text.misfits import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.findings import Finding
    from claimtrack.model.records import Record
    from claimtrack.rules.base import View
    from claimtrack.rules.drafts import Draft

KIND = Kind("CTF101", "not-canonical", Severity.WARNING)


def check(_: Record, view: View) -> Iterator[Fault]:
    """Yield the first line that differs from the canonical layout."""
    text = view.file_text()
    canonical = formatted(text).text
    if canonical != text:
        yield _fault(text.split("\n"), canonical.split("\n"))


def _fault(lines: list[str], wanted: list[str]) -> Fault:
    pairs = enumerate(zip(lines, wanted, strict=False))
    index = next((i for i, (one, two) in pairs if one != two), min(len(lines), len(wanted)))
    if index == len(lines):
        problem = f"line {index} does not end in a line break"
    else:
        problem = f"line {index + 1} differs from the canonical layout, {_there(index, wanted)}"
    line = min(index, len(lines) - 1)
    span = Span(line + 1, 1, line + 1, len(lines[line]) + 1)
    return Fault(kind=KIND, message=f"{problem}; run `claimtrack format`", span=span)


def _there(index: int, wanted: list[str]) -> str:
    if index == len(wanted):
        return "which has ended there"
    return f"which has {shown(wanted[index])} there" if wanted[index] else "which has no text there"


def _laid_out(draft: Draft, _: Finding) -> Iterator[Edit]:
    """Yield the edit that `claimtrack format` makes."""
    canonical = formatted(draft.text).text
    if canonical != draft.text:
        yield Edit.between(draft.text, canonical)


RULE = Rule(
    kind=KIND,
    check=check,
    needs="file",
    explanation=__doc__ or "",
    fix=Fix(applicability="safe", edits=_laid_out, always=True, alone=True),
)
