"""A record has no YAML tags.

A tag such as `!!str` or `!python/object` says how a reader is to understand a value, and may have
it run code. Here a field's type comes from its key and from nothing else, so a tag says nothing:
remove it.

Bad:

    # events/ferry-attack.yaml
    event: Attack on the ferry Aurelia
    date: !!str 2019-03
    place: off Port Selm

Good:

    # events/ferry-attack.yaml
    event: Attack on the ferry Aurelia
    date: 2019-03
    place: off Port Selm
"""

from __future__ import annotations

from claimtrack.rules.base import Rule
from claimtrack.text.faults import TAG

RULE = Rule(kind=TAG, explanation=__doc__ or "")
