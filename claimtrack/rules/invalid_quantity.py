"""A quantity is a number with words that a reviewer can read.

`7`, `at least 5`, `about 6`, `5 to 7`, `dozens`, `half a dozen`, `10 %`: a form that is known can
be compared with another version's, and the comparison says why. What the figure counts stands in
the claim's `unit`, what it covers in `scope`, anything else in the statement.

Bad:

    # attack/ransom.yaml
    claim: How much was paid for the hostages?
    answer: quantity
    unit: dollars paid
    versions:
      a-million:
        statement: The shipping line paid about a million.
        value: some 1000000-ish
        attributions:
          - speaker: unknown
            stance: asserts
            source: hostage-story
            at: paragraph 5
            cue: Reportedly

Good:

    # attack/ransom.yaml
    claim: How much was paid for the hostages?
    answer: quantity
    unit: dollars paid
    versions:
      a-million:
        statement: The shipping line paid about a million.
        value: about 1000000
        attributions:
          - speaker: unknown
            stance: asserts
            source: hostage-story
            at: paragraph 5
            cue: Reportedly
"""

from __future__ import annotations

from claimtrack.rules.base import Rule
from claimtrack.text.misfits import INVALID_QUANTITY

RULE = Rule(kind=INVALID_QUANTITY, explanation=__doc__ or "")
