"""A key stands once in its mapping.

Most readers keep the last of two and drop the first without a word, so that something that was
written and reviewed is lost. Keep the one that is right, or join the two.

Bad:

    # events/ferry-attack.yaml
    event: Attack on the ferry Aurelia
    date: 2019-03
    date: 2019-03-02

Good:

    # events/ferry-attack.yaml
    event: Attack on the ferry Aurelia
    date: 2019-03-02
"""

from __future__ import annotations

from claimtrack.rules.base import Rule
from claimtrack.text.faults import DUPLICATE_KEY

RULE = Rule(kind=DUPLICATE_KEY, explanation=__doc__ or "")
