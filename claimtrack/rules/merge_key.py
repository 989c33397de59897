"""A record has no merge keys.

`<<` brings in keys that stand elsewhere, so that the lines of a record no longer say what it
holds, and readers of YAML 1.2 do not know it. Write the keys out.

Bad:

    # events/ferry-attack.yaml
    event: Attack on the ferry Aurelia
    <<: {date: 2019-03}

Good:

    # events/ferry-attack.yaml
    event: Attack on the ferry Aurelia
    date: 2019-03
"""

from __future__ import annotations

from claimtrack.rules.base import Rule
from claimtrack.text.faults import MERGE_KEY

RULE = Rule(kind=MERGE_KEY, explanation=__doc__ or "")
