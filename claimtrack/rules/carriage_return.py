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

import re
from typing import TYPE_CHECKING

from claimtrack.rules.base import Rule
from claimtrack.rules.edits import Edit
from claimtrack.rules.fixes import Fix
from claimtrack.text.faults import CARRIAGE_RETURN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.findings import Finding
    from claimtrack.rules.drafts import Draft


def _without(draft: Draft, _: Finding) -> Iterator[Edit]:
    """Yield the edit that ends all lines in LF, as YAML reads them in any case."""
    after = re.sub("\r\n?", "\n", draft.text)
    if after != draft.text:
        yield Edit(0, len(draft.text), after)


RULE = Rule(
    kind=CARRIAGE_RETURN,
    explanation=__doc__ or "",
    fix=Fix(applicability="safe", edits=_without, alone=True),
)
