"""A file holds one record.

A record's id is the path of its file, so a second document in it would have no id, and most tools
would never show it. Move it to a file of its own.

Bad:

    # events/ferry-attack.yaml
    event: Attack on the ferry Aurelia
    ---
    event: Rescue of the passengers

Good:

    # events/ferry-attack.yaml
    event: Attack on the ferry Aurelia
"""

from __future__ import annotations

from claimtrack.rules.base import Rule
from claimtrack.text.faults import SEVERAL_DOCUMENTS

RULE = Rule(kind=SEVERAL_DOCUMENTS, explanation=__doc__ or "")
