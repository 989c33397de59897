"""An attribution has neither a quote nor a cue.

A reviewer who opens the source must find the words on which the attribution rests. Without the
speaker's own words (`quote`), a `cue` holds some of the source's: `according to`, `denied`, at most
twelve words. Marks and `[…]` alone are no words.

Bad:

    # attack/ransom.yaml
    claim: Was a ransom paid?
    versions:
      paid:
        statement: A ransom was paid.
        attributions:
          - speaker: unknown
            stance: asserts
            source: hostage-story
            at: paragraph 5

Good:

    # attack/ransom.yaml
    claim: Was a ransom paid?
    versions:
      paid:
        statement: A ransom was paid.
        attributions:
          - speaker: unknown
            stance: asserts
            source: hostage-story
            at: paragraph 5
            cue: Reportedly
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

KIND = Kind("CTA106", "missing-cue")


def check(record: Record, _: View) -> Iterator[Fault]:
    """Yield each attribution by which no reviewer finds the place."""
    for keys, attribution in attributions(record) if isinstance(record, Claim) else ():
        if attribution.cue is None and attribution.quote is None:
            message = "there is neither a quote nor a cue; add a `cue`: words by which it is found"
            yield Fault(kind=KIND, message=message, keys=keys)
        for key, text in (("cue", attribution.cue), ("quote", attribution.quote)):
            if text is not None and not words(text):
                message = f"the {key} holds no word: write words by which it is found in the source"
                yield Fault(kind=KIND, message=message, keys=(*keys, key))


RULE = Rule(kind=KIND, check=check, explanation=__doc__ or "")
