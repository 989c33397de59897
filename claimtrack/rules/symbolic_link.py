"""No record is a symbolic link.

A link may lead out of the corpus, to whatever the user who runs a check may read, and on some
systems it is a small text file. Nothing is read through one: put the file itself there.

Bad:

    # attack/ransom.yaml
    <symbolic link to toll.yaml>

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

from claimtrack.corpus.folder import SYMBOLIC_LINK
from claimtrack.rules.base import Rule

RULE = Rule(kind=SYMBOLIC_LINK, explanation=__doc__ or "")
