"""A web address is written in full, from `http://` or `https://`.

Addresses are told to people and programs who follow them. A piece of one leads nowhere, and one
of another kind (`javascript:`, `file:`) is a danger to whoever clicks on it in a report.

Bad:

    # events/ferry-attack.yaml
    event: Attack on the ferry Aurelia
    date: 2019-03
    place: off Port Selm
    same_as:
      - example.org/aurelia

Good:

    # events/ferry-attack.yaml
    event: Attack on the ferry Aurelia
    date: 2019-03
    place: off Port Selm
    same_as:
      - https://example.org/aurelia
"""

from __future__ import annotations

from claimtrack.rules.base import Rule
from claimtrack.text.misfits import INVALID_IRI

RULE = Rule(kind=INVALID_IRI, explanation=__doc__ or "")
