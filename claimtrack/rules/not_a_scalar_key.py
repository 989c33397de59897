"""A key is a single text.

YAML lets a list or a mapping be a key, which no field of a record has any use for; it comes about
where brackets or braces were meant to be text. Put the text in double quotes, or move it behind
its key.

Bad:

    # events/ferry-attack.yaml
    event: Attack on the ferry Aurelia
    date: 2019-03
    place: off Port Selm
    [The Aurelia affair]: aliases

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
from claimtrack.text.faults import NOT_A_SCALAR_KEY

RULE = Rule(kind=NOT_A_SCALAR_KEY, explanation=__doc__ or "")
