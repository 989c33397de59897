"""A file that is not YAML cannot be read at all.

Nothing of such a record takes part in any look-up, and every reference to it hangs in the air.
The finding stands where the text stops being YAML and says what is wrong there; most often a text
that holds `: ` or begins with a sign needs double quotes.

Bad:

    # events/ferry-attack.yaml
    event: Attack on the ferry Aurelia
    date: 2019-03
    place: off Port Selm
    note: According to the office: after midnight.

Good:

    # events/ferry-attack.yaml
    event: Attack on the ferry Aurelia
    date: 2019-03
    place: off Port Selm
    note: "According to the office: after midnight."
"""

from __future__ import annotations

from claimtrack.rules.base import Rule
from claimtrack.text.faults import YAML_SYNTAX

RULE = Rule(kind=YAML_SYNTAX, explanation=__doc__ or "")
