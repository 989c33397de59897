"""A setting has an effect.

A pattern under `per_path` that no file of the corpus has, which often counts from the top of the
repository and not from the manifest; two words under `severity` for the same rules; a rule that
`ignore` takes away from `select`, or `forbid` from `allow`: each says that the gate is another than
the one that is set. Mend it, or take it out.

Bad:

    # claimtrack.yaml
    claimtrack: 1
    texts: [texts]
    check:
      per_path:
        corpus/sources:
          - CTF101

Good:

    # claimtrack.yaml
    claimtrack: 1
    texts: [texts]
    check:
      per_path:
        sources:
          - CTF101
"""

from __future__ import annotations

from claimtrack.findings import Kind, Severity
from claimtrack.rules.base import Rule

KIND = Kind("CTS115", "idle-setting", Severity.WARNING)

RULE = Rule(kind=KIND, needs="settings", explanation=__doc__ or "")
