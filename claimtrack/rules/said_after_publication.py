"""Something was said only after the source that tells it came out.

A source cannot print what nobody has said yet, nor can a carrier have told it later. One of the two
dates is wrong, or the words come from another edition, which is a source of its own. Only what is
certainly reversed is told: an uncertain date (`2019-03~`) is given its leeway. Where the source is
not dated, the day on which it was retrieved counts.

Bad:

    # attack/ransom.yaml
    claim: Was a ransom paid?
    versions:
      paid:
        statement: A ransom was paid.
        attributions:
          - speaker: unknown
            stance: asserts
            said: 2019-03-06
            source: hostage-story
            at: paragraph 5
            cue: Reportedly

Good:

    # attack/ransom.yaml
    claim: Was a ransom paid?
    versions:
      paid:
        statement: A ransom was paid.
        attributions:
          - speaker: unknown
            stance: asserts
            said: 2019-03-04
            source: hostage-story
            at: paragraph 5
            cue: Reportedly
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.findings import Fault, Kind
from claimtrack.model.claims import Claim
from claimtrack.rules.base import Rule, attributions
from claimtrack.rules.relays import relays_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.findings import KeyPath
    from claimtrack.model.attributions import Attribution
    from claimtrack.model.dates import Date
    from claimtrack.model.records import Record
    from claimtrack.rules.base import View

KIND = Kind("CTD103", "said-after-publication")


def check(record: Record, view: View) -> Iterator[Fault]:
    """Yield each utterance that is certainly later than the source that tells it."""
    for keys, attribution in attributions(record) if isinstance(record, Claim) else ():
        source = view.records.sources.get(attribution.source)
        came_out = source and (source.published or source.retrieved)
        for place, date in _said(attribution, keys):
            if source and came_out and date.after(came_out):
                how = "published" if source.published else "retrieved"
                message = (
                    f'"{date}" is later than source "{source.id}", which was {how} "{came_out}"; '
                    "mend one of the dates"
                )
                yield Fault(kind=KIND, message=message, keys=place)


def _said(attribution: Attribution, keys: KeyPath) -> Iterator[tuple[KeyPath, Date]]:
    if attribution.said is not None:
        yield (*keys, "said"), attribution.said
    for place, relay in relays_of(attribution, keys):
        if relay.date is not None:
            yield (*place, "date"), relay.date


RULE = Rule(kind=KIND, check=check, needs="corpus", explanation=__doc__ or "")
