"""Lines are indented with spaces.

YAML forbids tabs there, since nobody can see how deep they reach: two editors show the same file
as two different trees. Replace the tab with spaces, two for each level.

Bad:

    # speakers/jonas-brandt.yaml
    speaker: Jonas Brandt
    kind: person
    aliases:
    <U+0009>- Brandt

Good:

    # speakers/jonas-brandt.yaml
    speaker: Jonas Brandt
    kind: person
    aliases:
      - Brandt
"""

from __future__ import annotations

from claimtrack.rules.base import Rule
from claimtrack.text.faults import TAB_INDENTATION

RULE = Rule(kind=TAB_INDENTATION, explanation=__doc__ or "")
