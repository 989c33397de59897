"""Yes and no are written `true` and `false`.

YAML 1.1 takes `yes`, `on` and `y` for true and YAML 1.2 takes them for texts, so the same file
would say different things to different tools. Write one of the two words that mean the same to
all.

Bad:

    # attack/ransom.yaml
    claim: Was a ransom paid?
    exclusive: yes
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
    exclusive: true
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
from claimtrack.text.misfits import INVALID_BOOLEAN

RULE = Rule(kind=INVALID_BOOLEAN, explanation=__doc__ or "")
