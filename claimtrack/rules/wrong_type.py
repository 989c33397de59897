"""A text, a list or a mapping stands where another of them belongs.

Every field holds one of the three and is read as nothing else, so that a list with one item does
not become a text without anybody's noticing. The finding says which of them belongs there.

Bad:

    # events/ferry-attack.yaml
    event: Attack on the ferry Aurelia
    date: 2019-03
    place: off Port Selm
    aliases: The Aurelia affair

Good:

    # events/ferry-attack.yaml
    event: Attack on the ferry Aurelia
    date: 2019-03
    place: off Port Selm
    aliases:
      - The Aurelia affair
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.rules.base import Rule
from claimtrack.rules.fixes import Fix
from claimtrack.text.misfits import WRONG_TYPE
from claimtrack.text.nodes import Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.findings import Finding
    from claimtrack.rules.drafts import Draft
    from claimtrack.rules.edits import Edit


def _wrapped(draft: Draft, finding: Finding) -> Iterator[Edit]:
    """Yield the edit that makes a list of one text, or of a list of one text the text."""
    item = draft.field(finding.keys)
    node = draft.node(finding.keys)
    edit = None
    match node:
        case Scalar(value=text) if item and item.arity in {"list", "set"}:
            edit = draft.listed(finding.keys, (text,))
        case Sequence(items=(Scalar(value=text),)) if item and item.arity == "one":
            edit = draft.replaced(finding.keys, text)
    if edit:
        yield edit


RULE = Rule(
    kind=WRONG_TYPE, explanation=__doc__ or "", fix=Fix(applicability="unsafe", edits=_wrapped)
)
