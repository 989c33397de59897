"""A required key is not there, or empty.

Without its headline, a version's statement, or an attribution's speaker, stance and source, that
part of a record says nothing that could be checked. Fill it in. Where a source does not say who
speaks, write `speaker: unknown`; invent nothing.

Bad:

    # attack/ransom.yaml
    claim: Was a ransom paid?
    versions:
      paid:
        statement: The shipping line paid a ransom.
        attributions:
          - speaker: unknown
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
from claimtrack.text.misfits import MISSING_KEY

RULE = Rule(kind=MISSING_KEY, explanation=__doc__ or "")
