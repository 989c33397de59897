"""A quote does not stand where its locator says.

A quote is the speaker's words exactly as the source prints them. What differs only in white
space, in the shape of quotation marks and dashes, or in the way an accent is encoded, is the
same; all else is not, and `[…]` stands for what was left out. Mend `at` where the words stand
elsewhere; otherwise copy them from the text. No tool does it, for either may be what is wrong.

Bad:

    # attack/knowledge.yaml
    claim: Did the gunmen know the ship?
    versions:
      well:
        statement: They knew it better than its crew.
        attributions:
          - speaker: jonas-brandt
            stance: asserts
            source: hostage-story
            at: paragraph 4
            quote: They knew the boat better than we did

Good:

    # attack/knowledge.yaml
    claim: Did the gunmen know the ship?
    versions:
      well:
        statement: They knew it better than its crew.
        attributions:
          - speaker: jonas-brandt
            stance: asserts
            source: hostage-story
            at: paragraph 4
            quote: They knew the ship better […] we did
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

KIND = Kind("CTT103", "quote-not-found")


def check(record: Record, view: View) -> Iterator[Fault]:
    """Yield each quote that is not in the paragraphs named."""
    for reading in readings(record, view):
        quote = reading.quote
        message = reading.absence(quote, "the quote") if quote else None
        if message:
            yield Fault(kind=KIND, message=message, keys=(*reading.keys, "quote"))


RULE = Rule(kind=KIND, check=check, needs="texts", explanation=__doc__ or "")
