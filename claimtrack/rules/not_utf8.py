"""Records are UTF-8 and nothing else.

Bytes in another encoding would be guessed at, and a guess changes names: the same byte is one
letter in Paris and another in Moscow. Have the editor save the file as UTF-8. The `<0xE9>` of the
example is a byte of Latin-1.

Bad:

    # events/ferry-attack.yaml
    event: Attack on the ferry Aurelia
    date: 2019-03
    place: off the caf<0xE9> of Port Selm

Good:

    # events/ferry-attack.yaml
    event: Attack on the ferry Aurelia
    date: 2019-03
    place: off the café of Port Selm
"""

from __future__ import annotations

from claimtrack.rules.base import Rule
from claimtrack.text.faults import NOT_UTF8

RULE = Rule(kind=NOT_UTF8, explanation=__doc__ or "")
