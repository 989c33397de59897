"""No comment suppresses what could not be read, what the settings forbid, or these rules.

What was not read has not passed, whatever a comment says: mend it. The manifest's `check` may name
under `suppressions` the rules that comments may suppress (`allow`) or may not (`forbid`). What is
wrong with a comment that suppresses is not suppressed by another.

Bad (with CTF101):

    # claimtrack.yaml
    claimtrack: 1
    texts: [texts]
    check:
      suppressions:
        forbid: [CTF]
    # speakers/mira-dolan.yaml
    # claimtrack: ignore[CTF101] laid out by hand

    speaker:  Mira Dolan
    kind: person

Good:

    # claimtrack.yaml
    claimtrack: 1
    texts: [texts]
    check:
      suppressions:
        forbid: [CTF]
    # speakers/mira-dolan.yaml
    speaker: Mira Dolan
    kind: person
"""

from __future__ import annotations

from claimtrack.findings import Kind
from claimtrack.rules.base import Rule

KIND = Kind("CTG103", "forbidden-suppression")

OF_READING = "tells what could not be read, which no comment suppresses: mend it"
OF_SUPPRESSIONS = "tells what is wrong with comments, and none suppresses it: take it out"
BY_SETTINGS = (
    "is not suppressed by a comment, as `suppressions` in claimtrack.yaml has it: "
    "mend what it finds, or change the settings"
)

RULE = Rule(kind=KIND, needs="suppressions", explanation=__doc__ or "")
