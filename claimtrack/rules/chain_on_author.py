"""The source's own voice has a chain.

`author` is the source speaking for itself: nobody carries that to it, it rests on nobody else's
word, and nobody speaks along. Where the source relies on somebody, that one is the `speaker`.

Bad:

    # attack/gunmen.yaml
    claim: How many gunmen boarded the ferry?
    versions:
      a-dozen-at-most:
        statement: There were twelve at most.
        attributions:
          - speaker: author
            stance: asserts
            citing: [harbour-office]
            source: hostage-story
            at: paragraph 4
            cue: according to the harbour office

Good:

    # attack/gunmen.yaml
    claim: How many gunmen boarded the ferry?
    versions:
      a-dozen-at-most:
        statement: There were twelve at most.
        attributions:
          - speaker: harbour-office
            stance: asserts
            source: hostage-story
            at: paragraph 4
            cue: according to the harbour office
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.findings import Fault, Kind
from claimtrack.model.claims import Claim
from claimtrack.model.ids import AUTHOR
from claimtrack.rules.base import Rule, attributions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.records import Record
    from claimtrack.rules.base import View

KIND = Kind("CTA104", "chain-on-author")
_REMEDIES = {
    "jointly": "record the others apart, as speakers of their own",
    "citing": "name as `speaker` the one on whom it relies",
    "via": "name as `speaker` the one whose words they are",
}


def check(record: Record, _: View) -> Iterator[Fault]:
    """Yield each `jointly`, `citing` and `via` on a source's own voice."""
    for keys, attribution in attributions(record) if isinstance(record, Claim) else ():
        chain = {
            "jointly": attribution.jointly,
            "citing": attribution.citing,
            "via": attribution.via,
        }
        for key, items in chain.items():
            if items and attribution.speaker == AUTHOR:
                message = f"the source's own voice takes no `{key}`; {_REMEDIES[key]}"
                yield Fault(kind=KIND, message=message, keys=(*keys, key), on_key=True)


RULE = Rule(kind=KIND, check=check, explanation=__doc__ or "")
