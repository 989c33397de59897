"""A record's file ends in `.yaml`.

Only such files are read. One that ends in `.yml` or `.YAML` would be passed over, and its author
would think that it was checked. Rename the file.

Bad:

    # attack/ransom.yml
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

from claimtrack.corpus.folder import WRONG_EXTENSION
from claimtrack.rules.base import Rule

RULE = Rule(kind=WRONG_EXTENSION, explanation=__doc__ or "")
