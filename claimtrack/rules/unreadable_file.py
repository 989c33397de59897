"""A file that cannot be opened has not passed.

The system refuses the file or folder to the user who runs the check, or the disk fails. Its
records count as there and unread, so that references to them are not told as missing. Mend its
permissions.

Bad:

    # attack/ransom.yaml
    <not readable>

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

from claimtrack.corpus.folder import UNREADABLE
from claimtrack.rules.base import Rule

RULE = Rule(kind=UNREADABLE, explanation=__doc__ or "")
