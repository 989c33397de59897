"""Text holds no characters without width.

Two names that look alike and differ in such a character are two names to every tool, and a quote
that holds one is never found. Remove the character that is named. Where it is spelling it may
stay: a zero-width non-joiner between Arabic letters, as Persian writes it, and a zero-width joiner
between emoji.

Bad:

    # events/ferry-attack.yaml
    event: Attack on the ferry Aurelia
    date: 2019-03
    place: off Port<U+200B> Selm

Good:

    # events/ferry-attack.yaml
    event: Attack on the ferry Aurelia
    date: 2019-03
    place: off Port Selm
"""

from __future__ import annotations

from claimtrack.rules.base import Rule
from claimtrack.rules.fixes import removal
from claimtrack.text.faults import ZERO_WIDTH_CHARACTER

RULE = Rule(kind=ZERO_WIDTH_CHARACTER, explanation=__doc__ or "", fix=removal())
