"""A field with a vocabulary takes no other word.

`stance`, `kind`, `verdict` and their like can be counted and compared only when everyone uses the
same words for them. The finding lists the words that the field takes; what they leave unsaid
belongs into `note`.

Bad:

    # attack/ransom.yaml
    claim: Was a ransom paid?
    versions:
      paid:
        statement: The shipping line paid a ransom.
        attributions:
          - speaker: unknown
            stance: claims
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

from claimtrack.rules.base import Rule
from claimtrack.text.misfits import UNKNOWN_WORD

RULE = Rule(kind=UNKNOWN_WORD, explanation=__doc__ or "")
