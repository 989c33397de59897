"""A record is a regular file.

A pipe or a device with the name of a record would have a check wait forever, or read without end.
Remove it, or put a file there.

Bad:

    # attack/ransom.yaml
    <named pipe>

Good:

    # attack/ransom.yaml
    claim: Was a ransom paid?
    versions:
      paid:
        statement: The shipping line paid a ransom.
        attributions:
          - speaker: unknown
            stance: asserts
            source: hostage-story
            at: paragraph 5
            cue: Reportedly
"""

from __future__ import annotations

from claimtrack.corpus.folder import NOT_REGULAR
from claimtrack.rules.base import Rule

RULE = Rule(kind=NOT_REGULAR, explanation=__doc__ or "")
