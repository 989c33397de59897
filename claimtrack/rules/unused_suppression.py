"""A comment that suppresses a rule covers something that the rule finds.

A suppression that outlives its finding would hide the next one unseen. Remove it, or the code that
is of no use from it. It is told only where the rule was asked: not where it is not selected, where
the text that it needs is not at hand, or where a file could not be read.

Bad:

    # speakers/mira-dolan.yaml
    speaker: Mira Dolan # claimtrack: ignore[CTI113] her interview is not recorded yet
    kind: person

Good:

    # speakers/mira-dolan.yaml
    speaker: Mira Dolan
    kind: person
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.findings import Kind, Severity
from claimtrack.rules.base import Rule

if TYPE_CHECKING:
    from collections.abc import Sequence

KIND = Kind("CTG101", "unused-suppression", Severity.WARNING)


def message(idle: Sequence[str]) -> str:
    """Say which codes are of no use."""
    find, them = ("finds", "it") if len(idle) == 1 else ("find", "them")
    return f"{' and '.join(idle)} {find} nothing that this comment covers: take {them} out"


RULE = Rule(kind=KIND, needs="suppressions", explanation=__doc__ or "")
