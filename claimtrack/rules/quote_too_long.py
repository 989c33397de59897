"""A quote has more than 60 words.

A quote shows the words on which a record rests; it is no copy of the source, which may be under
copyright, and a reviewer must be able to compare it at a glance. Keep the sentence that matters
and put `[…]` for what is left out; the elision counts for no word.

Bad:

    # sources/harbour-speech.yaml
    source: Speech to the harbour council

    # attack/care.yaml
    claim: Was the harbour watched with care?
    versions:
      enough:
        statement: Yes, it was.
        attributions:
          - speaker: harbour-office
            stance: asserts
            source: harbour-speech
            quote: >-
              We watched the sea by day and we watched it by night,
              and we watched it in the fog and in the rain,
              and we watched it when others slept, and we watched it when others ate,
              and no man and no woman of this office has ever left the post that was
              given to them before the one who was to relieve them had come.

Good:

    # sources/harbour-speech.yaml
    source: Speech to the harbour council

    # attack/care.yaml
    claim: Was the harbour watched with care?
    versions:
      enough:
        statement: Yes, it was.
        attributions:
          - speaker: harbour-office
            stance: asserts
            source: harbour-speech
            quote: We watched the sea by day and we watched it by night […]
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

KIND = Kind("CTT104", "quote-too-long")

#: The most words that a quote may have.
MOST = 60


def check(record: Record, _: View) -> Iterator[Fault]:
    """Yield each quote that is too long."""
    if isinstance(record, Claim):
        for keys, attribution in attributions(record):
            count = words(attribution.quote or "")
            if count > MOST:
                message = (
                    f"the quote has {count} words, {MOST} are the most: "
                    "shorten it, with `[…]` for what is left out"
                )
                yield Fault(kind=KIND, message=message, keys=(*keys, "quote"))


RULE = Rule(kind=KIND, check=check, explanation=__doc__ or "")
