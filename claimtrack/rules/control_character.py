r"""Text holds no control characters.

They cannot be seen, some of them change what a terminal shows of the lines around them, and none
of them is text. They come in with a careless copy: remove them. An escape such as `\x1b` in
double quotes is the same character, and told as well.

Bad:

    # events/ferry-attack.yaml
    event: Attack on the ferry Aurelia
    date: 2019-03
    place: off Port<U+0007> Selm

Good:

    # events/ferry-attack.yaml
    event: Attack on the ferry Aurelia
    date: 2019-03
    place: off Port Selm
"""

from __future__ import annotations

from claimtrack.rules.base import Rule
from claimtrack.rules.fixes import removal
from claimtrack.text.faults import CONTROL_CHARACTER

RULE = Rule(kind=CONTROL_CHARACTER, explanation=__doc__ or "", fix=removal())
