"""A count is a whole number from 1.

The limits of a manifest are bytes, nodes and levels, written without separators and units. They
may be lower than the format's own, never higher: 262144 bytes, 20000 nodes, 16 levels.

Bad:

    # claimtrack.yaml
    claimtrack: 1
    texts: [texts]
    limits:
      size: 200 KiB

Good:

    # claimtrack.yaml
    claimtrack: 1
    texts: [texts]
    limits:
      size: 204800
"""

from __future__ import annotations

from claimtrack.rules.base import Rule
from claimtrack.text.misfits import INVALID_COUNT

RULE = Rule(kind=INVALID_COUNT, explanation=__doc__ or "")
