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

import re
from typing import TYPE_CHECKING

from claimtrack.rules.base import Rule
from claimtrack.rules.edits import Edit
from claimtrack.rules.fixes import Fix
from claimtrack.text.faults import DIRECTIVE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.findings import Finding
    from claimtrack.rules.drafts import Draft

#: What says nothing that is not so without it.
_VERSION = re.compile(r"%YAML[ \t]+1\.[12][ \t]*\n")


def _without(draft: Draft, finding: Finding) -> Iterator[Edit]:
    """Yield the edit that removes a line that names a version of YAML."""
    found = _VERSION.match(draft.text, draft.stretch(finding)[0])
    if found:
        yield Edit(*found.span(), "")


RULE = Rule(
    kind=DIRECTIVE, explanation=__doc__ or "", fix=Fix(applicability="safe", edits=_without)
)
