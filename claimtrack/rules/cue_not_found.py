"""A cue does not stand where its locator says.

A cue is the source's own words that carry the statement, so that a reviewer finds the place in
the text. It is compared as a quote is: white space, quotation marks, dashes and the encoding of
accents are evened out, nothing else. Mend `at` where the words stand elsewhere; otherwise copy
them from the text.

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
            at: paragraph 3
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
from claimtrack.rules.base import Rule
from claimtrack.rules.readings import readings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.records import Record
    from claimtrack.rules.base import View

KIND = Kind("CTT105", "cue-not-found")


def check(record: Record, view: View) -> Iterator[Fault]:
    """Yield each cue that is not in the paragraphs named."""
    for reading in readings(record, view):
        cue = reading.cue
        message = reading.absence(cue, "the cue") if cue else None
        if message:
            yield Fault(kind=KIND, message=message, keys=(*reading.keys, "cue"))


RULE = Rule(kind=KIND, check=check, needs="texts", explanation=__doc__ or "")
