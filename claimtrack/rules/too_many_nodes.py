"""A file has not more than 20,000 nodes.

Each key, text, list and mapping is a node. Small files can be written that hold very many, so
they are counted before anything is made of them. A manifest may lower the limit, as in the
example. Split the record.

Bad:

    # claimtrack.yaml
    claimtrack: 1
    texts: [texts]
    limits:
      nodes: 80

    # events/ferry-attack.yaml
    event: Attack on the ferry Aurelia
    date: 2019-03
    place: off Port Selm
    aliases:
      - [[], [], [], [], [], [], [], [], [], [], [], [], [], [], [], [], [], [], [], []]
      - [[], [], [], [], [], [], [], [], [], [], [], [], [], [], [], [], [], [], [], []]
      - [[], [], [], [], [], [], [], [], [], [], [], [], [], [], [], [], [], [], [], []]
      - [[], [], [], [], [], [], [], [], [], [], [], [], [], [], [], [], [], [], [], []]

Good:

    # claimtrack.yaml
    claimtrack: 1
    texts: [texts]
    limits:
      nodes: 80

    # events/ferry-attack.yaml
    event: Attack on the ferry Aurelia
    date: 2019-03
    place: off Port Selm
"""

from __future__ import annotations

from claimtrack.rules.base import Rule
from claimtrack.text.faults import TOO_MANY_NODES

RULE = Rule(kind=TOO_MANY_NODES, explanation=__doc__ or "")
