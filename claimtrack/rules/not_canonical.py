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
from claimtrack.text.format import format as formatted
from claimtrack.text.misfits import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.records import Record
    from claimtrack.rules.base import View

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
    span = Span(index + 1, 1, index + 1, len(lines[index : index + 1] or "") + 1)
    there = wanted[index] if index < len(wanted) else ""
    layout = f"begins {shown(there)}" if there else "has no text"
    return Fault(
        kind=KIND,
        message=f"line {index + 1} of the canonical layout {layout}; run `claimtrack format`",
        span=span,
    )


RULE = Rule(kind=KIND, check=check, needs="file", explanation=__doc__ or "")
