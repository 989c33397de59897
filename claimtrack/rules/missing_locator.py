"""An attribution does not say where in its source it was read.

The source has a text, so a reviewer can look the place up, and so can this check: but only if the
place is named. Add `at`, such as `paragraph 5`: paragraph n is the n-th line of the text that is
not empty.

Bad:

    # attack/course.yaml
    claim: Where did the gunmen come from?
    versions:
      north:
        statement: From the north.
        attributions:
          - speaker: author
            stance: asserts
            source: hostage-story
            cue: came by boat from the north

Good:

    # attack/course.yaml
    claim: Where did the gunmen come from?
    versions:
      north:
        statement: From the north.
        attributions:
          - speaker: author
            stance: asserts
            source: hostage-story
            at: paragraph 4
            cue: came by boat from the north
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.findings import Fault, Kind
from claimtrack.model.claims import Claim
from claimtrack.rules.base import Rule, attributions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.records import Record
    from claimtrack.rules.base import View

KIND = Kind("CTT101", "missing-locator")


def check(record: Record, view: View) -> Iterator[Fault]:
    """Yield each attribution without a place, though its source has a text."""
    if isinstance(record, Claim):
        for keys, attribution in attributions(record):
            source = view.records.sources.get(attribution.source)
            if attribution.at is None and source is not None and source.text is not None:
                message = (
                    f'"{source.id}" has a text: add `at` with the place, such as `at: paragraph 5`'
                )
                yield Fault(kind=KIND, message=message, keys=(*keys, "at"))


RULE = Rule(kind=KIND, check=check, needs="corpus", lacking=True, explanation=__doc__ or "")
