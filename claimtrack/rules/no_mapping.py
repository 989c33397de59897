"""A file holds the keys of a record.

A file that is empty, holds only comments, a list or a bare text says nothing that could be read
as a record. Begin with the key that says what it is: `claim:`, `source:`, `speaker:` or `event:`.

Bad:

    # events/ferry-attack.yaml
    Attack on the ferry Aurelia

Good:

    # events/ferry-attack.yaml
    event: Attack on the ferry Aurelia
"""

from __future__ import annotations

from claimtrack.rules.base import Rule
from claimtrack.text.faults import NO_MAPPING

RULE = Rule(kind=NO_MAPPING, explanation=__doc__ or "")
