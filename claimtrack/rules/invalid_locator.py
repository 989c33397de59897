"""A place in a source is a label and numbers.

`paragraph 5`, `paragraphs 3-4`, `page 12` or `time 00:11:23` can be looked up by a person and,
where the text is there, by `check`. Where what was written can be understood, the finding gives
its proper form.

Bad:

    # attack/ransom.yaml
    claim: Was a ransom paid?
    versions:
      paid:
        statement: The shipping line paid a ransom.
        attributions:
          - speaker: unknown
            stance: asserts
            source: hostage-story
            at: fifth paragraph
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
from claimtrack.text.misfits import INVALID_LOCATOR

RULE = Rule(kind=INVALID_LOCATOR, explanation=__doc__ or "")
