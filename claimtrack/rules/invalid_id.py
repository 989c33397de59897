"""An id is lower-case ASCII letters, digits and single hyphens.

Ids are names of files and parts of addresses: they must be the same on every system, whatever it
thinks of capitals, accents and spaces. A record's own name stands in its first key, in any
writing. Where an id can be made of what was written, the finding gives it.

Bad:

    # events/ferry-attack.yaml
    event: Attack on the ferry Aurelia
    date: 2019-03
    place: off Port Selm
    part_of: [Gulf Crisis]

Good:

    # events/ferry-attack.yaml
    event: Attack on the ferry Aurelia
    date: 2019-03
    place: off Port Selm
"""

from __future__ import annotations

from claimtrack.rules.base import Rule
from claimtrack.text.misfits import INVALID_SLUG

RULE = Rule(kind=INVALID_SLUG, explanation=__doc__ or "")
