"""No two paths differ by capitals only.

Windows and macOS take them for one file: whoever checks the corpus out there loses one of the two
records without being told. Rename one; one of the two is no valid id in any case.

Bad (with CTI102):

    # attack/Toll.yaml
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

from claimtrack.corpus.folder import CASE_COLLISION
from claimtrack.rules.base import Rule

RULE = Rule(kind=CASE_COLLISION, explanation=__doc__ or "")
