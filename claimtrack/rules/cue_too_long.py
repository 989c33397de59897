"""A cue has more than 12 words.

A cue is what a reviewer searches the text for: a verb of saying, a turn of phrase. Keep the words
that carry the statement; the speaker's own words, where they are printed, are a `quote`.

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
            at: paragraph 4
            cue: The gunmen came by boat from the north, and according to the harbour office

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
            cue: The gunmen came by boat from the north
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.findings import Fault, Kind
from claimtrack.model.claims import Claim
from claimtrack.rules.base import Rule, attributions
from claimtrack.text.quotes import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.records import Record
    from claimtrack.rules.base import View

KIND = Kind("CTT106", "cue-too-long")

#: The most words that a cue may have.
MOST = 12


def check(record: Record, _: View) -> Iterator[Fault]:
    """Yield each cue that is too long."""
    if isinstance(record, Claim):
        for keys, attribution in attributions(record):
            count = words(attribution.cue or "")
            if count > MOST:
                message = (
                    f"the cue has {count} words, {MOST} are the most: "
                    "keep those that carry the statement"
                )
                yield Fault(kind=KIND, message=message, keys=(*keys, "cue"))


RULE = Rule(kind=KIND, check=check, explanation=__doc__ or "")
