"""What would change in a file, as a unified diff."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from claimtrack.cli.lines import Line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.cli.layouts import Outcome

_STYLES = {"+": "green", "-": "red", "@": "cyan"}


def difference(outcome: Outcome) -> Iterator[Line]:
    """Yield the lines of a unified diff, which `patch` and `git apply` take; none for no change."""
    before, after = _lines(outcome.before), _lines(outcome.after)
    name = outcome.filename.removeprefix("/")
    for line in difflib.unified_diff(before, after, f"a/{name}", f"b/{name}"):
        text = line.removesuffix("\n")
        yield Line(pieces=((text, _STYLES.get(line[0], "")),), keep="\t")
        if text == line:
            yield Line.of("\\ No newline at end of file")


def _lines(text: str) -> list[str]:
    """Part a text after each LF; unlike `splitlines` nowhere else."""
    *whole, rest = text.split("\n")
    return [f"{line}\n" for line in whole] + ([rest] if rest else [])
