"""A merge was left unresolved.

Git marks the lines on which two sides disagree and leaves the choice to a person. Keep what is
right, often both sides, delete all marks (of three, two are left in the example), and check again.
Nothing else is told of such a file.

Bad:

    # events/ferry-attack.yaml
    event: Attack on the ferry Aurelia
    <<<<<<< ours
    date: 2019-03
    =======
    date: 2019-03-02
    place: off Port Selm

Good:

    # events/ferry-attack.yaml
    event: Attack on the ferry Aurelia
    date: 2019-03
    place: off Port Selm
"""

from __future__ import annotations

from claimtrack.rules.base import Rule
from claimtrack.text.faults import CONFLICT_MARKER

RULE = Rule(kind=CONFLICT_MARKER, explanation=__doc__ or "")
