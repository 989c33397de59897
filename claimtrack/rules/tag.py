"""A record has no YAML tags.

A tag such as `!!str` or `!python/object` says how a reader is to understand a value, and may have
it run code. Here a field's type comes from its key and from nothing else, so a tag says nothing:
remove it.

Bad:

    # events/ferry-attack.yaml
    event: Attack on the ferry Aurelia
    date: !!str 2019-03
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
from claimtrack.text.faults import TAG

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.findings import Finding
    from claimtrack.rules.drafts import Draft

#: The tags of YAML's own types, which are read as nothing here.
_OWN = re.compile(r"!!(?:str|int|float|bool|null|seq|map)(?:[ \t]+|(?=\n))")


def _without(draft: Draft, finding: Finding) -> Iterator[Edit]:
    """Yield the edit that removes a tag of YAML's own."""
    found = _OWN.match(draft.text, draft.stretch(finding)[0])
    if found:
        yield Edit(*found.span(), "")


RULE = Rule(kind=TAG, explanation=__doc__ or "", fix=Fix(applicability="safe", edits=_without))
