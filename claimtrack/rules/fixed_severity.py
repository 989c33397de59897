"""What could not be read is an error whatever the settings say.

Of what was not read no rule was asked, so it has not passed, and no `severity` in the manifest's
`check` makes it a warning or a note. A beginning of codes (`CTS`) weighs those of its rules that
can be weighed.

Bad:

    # claimtrack.yaml
    claimtrack: 1
    texts: [texts]
    check:
      severity:
        invalid-date: note

Good:

    # claimtrack.yaml
    claimtrack: 1
    texts: [texts]
    check:
      severity:
        ambiguous-year: note
"""

from __future__ import annotations

from claimtrack.rules.base import Rule
from claimtrack.text.misfits import FIXED_SEVERITY

RULE = Rule(kind=FIXED_SEVERITY, explanation=__doc__ or "")
