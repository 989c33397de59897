"""A record lies in the folder of its kind.

The first key says what a record is, and so does its folder: sources, speakers and events have one
each, and every other file is a claim. Where the two disagree, references would look for the
record in the wrong place. Rename the key, or move the file.

Bad:

    # speakers/ferry-crew.yaml
    event: The crew of the Aurelia

Good:

    # speakers/ferry-crew.yaml
    speaker: The crew of the Aurelia
    kind: group

    # attack/ransom.yaml
    claim: Was a ransom paid?
    subjects: [ferry-crew]
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
from claimtrack.text.misfits import WRONG_HEADLINE

RULE = Rule(kind=WRONG_HEADLINE, explanation=__doc__ or "")
