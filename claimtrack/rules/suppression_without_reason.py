"""A comment that suppresses a rule says why.

The next reader has nothing but the comment to judge whether the finding may stand. Write the
reason behind the bracket; without one, nothing is suppressed.

Bad (with CTI113):

    # speakers/port-police.yaml
    # claimtrack: ignore[CTI113]

    speaker: Port police of Selm
    kind: organization

Good:

    # speakers/port-police.yaml
    # claimtrack: ignore[CTI113] their report comes with the next source

    speaker: Port police of Selm
    kind: organization
"""

from __future__ import annotations

from claimtrack.findings import Kind
from claimtrack.rules.base import Rule

KIND = Kind("CTG102", "suppression-without-reason")
MESSAGE = "this comment gives no reason, so it suppresses nothing: write one behind the `]`"

RULE = Rule(kind=KIND, needs="suppressions", explanation=__doc__ or "")
