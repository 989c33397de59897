"""A record's path is its id.

It is made of lower-case ASCII letters, digits and single hyphens, so that it is one file on every
system and can stand in a reference as it is. What a person should read stands in the record's
first key. Rename the file, and the references to it with it.

Bad:

    # attack/Ransom_paid.yaml
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

from claimtrack.corpus.folder import INVALID_PATH
from claimtrack.rules.base import Rule

RULE = Rule(kind=INVALID_PATH, explanation=__doc__ or "")
