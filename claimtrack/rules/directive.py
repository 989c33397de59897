"""A record has no YAML directives.

`%YAML` and `%TAG` change how the lines below them are read. All records are read in one way, so
there is nothing to direct: remove the line, and the `---` below it.

Bad:

    # events/ferry-attack.yaml
    %YAML 1.1
    ---
    event: Attack on the ferry Aurelia

Good:

    # events/ferry-attack.yaml
    event: Attack on the ferry Aurelia
"""

from __future__ import annotations

from claimtrack.rules.base import Rule
from claimtrack.text.faults import DIRECTIVE

RULE = Rule(kind=DIRECTIVE, explanation=__doc__ or "")
