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

from typing import TYPE_CHECKING

from claimtrack.rules.base import Rule
from claimtrack.rules.edits import Edit
from claimtrack.rules.fixes import Fix
from claimtrack.text.faults import BYTE_ORDER_MARK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.findings import Finding
    from claimtrack.rules.drafts import Draft


def _without(_: Draft, __: Finding) -> Iterator[Edit]:
    """Yield an edit that changes nothing: a text is written without the mark."""
    yield Edit(0, 0, "")


RULE = Rule(
    kind=BYTE_ORDER_MARK,
    explanation=__doc__ or "",
    fix=Fix(applicability="safe", edits=_without, always=True, alone=True),
)
