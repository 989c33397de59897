"""A text, a list or a mapping stands where another of them belongs.

Every field holds one of the three and is read as nothing else, so that a list with one item does
not become a text without anybody's noticing. The finding says which of them belongs there.

Bad:

    # events/ferry-attack.yaml
    event: Attack on the ferry Aurelia
    date: 2019-03
    place: off Port Selm
    aliases: The Aurelia affair

Good:

    # events/ferry-attack.yaml
    event: Attack on the ferry Aurelia
    date: 2019-03
    place: off Port Selm
    aliases:
      - The Aurelia affair
"""

from __future__ import annotations

from claimtrack.rules.base import Rule
from claimtrack.text.misfits import WRONG_TYPE

RULE = Rule(kind=WRONG_TYPE, explanation=__doc__ or "")
