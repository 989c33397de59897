"""A record has no anchors and no aliases.

An alias stands for text elsewhere in the file: a reviewer who reads the changed lines does not
see what they say, and a few aliases of aliases can stand for gigabytes. Write the text out.

Bad:

    # events/ferry-attack.yaml
    event: &ship The ferry Aurelia
    place: *ship

Good:

    # events/ferry-attack.yaml
    event: The ferry Aurelia
    place: The ferry Aurelia
"""

from __future__ import annotations

from claimtrack.rules.base import Rule
from claimtrack.text.faults import ANCHOR_OR_ALIAS

RULE = Rule(kind=ANCHOR_OR_ALIAS, explanation=__doc__ or "")
