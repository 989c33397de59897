"""The settings of a corpus name rules that are there.

A word in the manifest's `check` that names no rule selects, ignores or weighs nothing, so that
the gate would be another than the one that was meant. Name a rule by its code, by its name, or
several by how their codes begin (`CTT`); `claimtrack rule` lists them.

Bad:

    # claimtrack.yaml
    claimtrack: 1
    texts: [texts]
    check:
      ignore: [not-cannonical]

Good:

    # claimtrack.yaml
    claimtrack: 1
    texts: [texts]
    check:
      ignore: [not-canonical]
"""

from __future__ import annotations

from claimtrack.rules.base import Rule
from claimtrack.text.misfits import UNKNOWN_RULE

RULE = Rule(kind=UNKNOWN_RULE, explanation=__doc__ or "")
