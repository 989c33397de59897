"""Text holds no characters that turn the direction of writing.

With them a line can be made to read otherwise than it is stored, so that a reviewer accepts what
he has not seen (Unicode TR 36). Arabic, Persian and Hebrew text needs none of them here: the
letters themselves have a direction. Remove the character that is named.

Bad:

    # events/ferry-attack.yaml
    event: Attack on the ferry Aurelia
    date: 2019-03
    place: off Port <U+202E>mleS

Good:

    # events/ferry-attack.yaml
    event: Attack on the ferry Aurelia
    date: 2019-03
    place: off Port Selm
"""

from __future__ import annotations

from claimtrack.rules.base import Rule
from claimtrack.rules.fixes import removal
from claimtrack.text.faults import BIDIRECTIONAL_CONTROL

RULE = Rule(kind=BIDIRECTIONAL_CONTROL, explanation=__doc__ or "", fix=removal())
