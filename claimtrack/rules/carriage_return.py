"""Lines end in LF, without a carriage return.

Files that change between the line ends of two systems show every line as changed, and a merge of
them is a conflict from the first line to the last. Set the editor to LF; with git, write `*.yaml
text eol=lf` into `.gitattributes`.

Bad:

    # events/ferry-attack.yaml
    event: Attack on the ferry Aurelia<U+000D>
    date: 2019-03
    place: off Port Selm

Good:

    # events/ferry-attack.yaml
    event: Attack on the ferry Aurelia
    date: 2019-03
    place: off Port Selm
"""

from __future__ import annotations

from claimtrack.rules.base import Rule
from claimtrack.text.faults import CARRIAGE_RETURN

RULE = Rule(kind=CARRIAGE_RETURN, explanation=__doc__ or "")
