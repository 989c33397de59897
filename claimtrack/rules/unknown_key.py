"""A record has only the keys that the format knows.

What stands under another key is read by no rule, query or export, so a slip of the pen would lose
what was recorded. Correct the key, or put what it says into `note`; the finding lists the keys
that are known in that place.

Bad:

    # events/ferry-attack.yaml
    event: Attack on the ferry Aurelia
    date: 2019-03
    location: off Port Selm

Good:

    # events/ferry-attack.yaml
    event: Attack on the ferry Aurelia
    date: 2019-03
    place: off Port Selm
"""

from __future__ import annotations

from claimtrack.rules.base import Rule
from claimtrack.text.misfits import UNKNOWN_KEY

RULE = Rule(kind=UNKNOWN_KEY, explanation=__doc__ or "")
