"""A record does not begin with a byte-order mark.

UTF-8 has one order of bytes only, so the mark says nothing, but many tools take it for a part of
the first key, and it makes a line of a diff that nobody can see. Save the file as UTF-8 without
it.

Bad:

    # events/ferry-attack.yaml
    <U+FEFF>event: Attack on the ferry Aurelia
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
from claimtrack.text.faults import BYTE_ORDER_MARK

RULE = Rule(kind=BYTE_ORDER_MARK, explanation=__doc__ or "")
