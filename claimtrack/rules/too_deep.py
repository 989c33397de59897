"""Lists and mappings stand in each other at most 16 levels deep.

No record needs half of them; a file that has more is broken or meant to break its reader. A
manifest may lower the limit, as in the example. Look for brackets or indentation that do not
belong there.

Bad:

    # claimtrack.yaml
    claimtrack: 1
    texts: [texts]
    limits:
      depth: 6

    # events/ferry-attack.yaml
    event: Attack on the ferry Aurelia
    date: 2019-03
    place: off Port Selm
    aliases: [[[[[[The Aurelia affair]]]]]]

Good:

    # claimtrack.yaml
    claimtrack: 1
    texts: [texts]
    limits:
      depth: 6

    # events/ferry-attack.yaml
    event: Attack on the ferry Aurelia
    date: 2019-03
    place: off Port Selm
    aliases:
      - The Aurelia affair
"""

from __future__ import annotations

from claimtrack.rules.base import Rule
from claimtrack.text.faults import TOO_DEEP

RULE = Rule(kind=TOO_DEEP, explanation=__doc__ or "")
