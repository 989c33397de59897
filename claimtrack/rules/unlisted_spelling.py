"""A name as printed is not one that the speaker is known to bear, or is not printed there.

`printed_as` keeps the source's own spelling of a name. If it is neither the speaker's name nor
among the `aliases`, the next reader cannot find the speaker by it, and a slip puts one person's
words into another's mouth. Add the spelling to the speaker's `aliases`, or mend it. It is also
looked up in the paragraph that the attribution names, where the text is there. Groups and
anonymous speakers have no names of their own: what a source calls them (`some`, `many officials`)
is only looked up.

Bad:

    # attack/count.yaml
    claim: How many bodies were on the lower deck?
    versions:
      nine:
        statement: Nine.
        attributions:
          - speaker: harbour-office
            stance: asserts
            printed_as: Jonas Brandt
            source: hostage-story
            at: paragraph 3
            quote: We counted nine bodies

Good:

    # attack/count.yaml
    claim: How many bodies were on the lower deck?
    versions:
      nine:
        statement: Nine.
        attributions:
          - speaker: jonas-brandt
            stance: asserts
            printed_as: Brandt
            source: hostage-story
            at: paragraph 3
            quote: We counted nine bodies
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.findings import Fault, Kind, Severity
from claimtrack.model.claims import Claim
from claimtrack.rules.base import Rule, attributions
from claimtrack.rules.namesakes import names_of_speaker, spoken
from claimtrack.rules.readings import readings
from claimtrack.text.normalized import Normalized

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.findings import KeyPath
    from claimtrack.model.attributions import Attribution
    from claimtrack.model.records import Record
    from claimtrack.rules.base import View

KIND = Kind("CTN101", "unlisted-spelling", Severity.WARNING)


def check(record: Record, view: View) -> Iterator[Fault]:
    """Yield each printed name that is not listed, or not in the paragraph."""
    if isinstance(record, Claim):
        for keys, attribution in attributions(record):
            for place, speaker, name in _printed(attribution):
                listed = names_of_speaker(speaker, attribution.source, view)
                if listed and _plain(name) not in map(_plain, listed):
                    message = (
                        f"{spoken(name)} is neither the name nor an alias of {spoken(listed[0])}: "
                        "add it to the `aliases`, or mend it"
                    )
                    yield Fault(kind=KIND, message=message, keys=(*keys, *place))
    for reading in readings(record, view):
        for place, _, name in _printed(reading.attribution):
            absence = reading.absence(name, spoken(name))
            if absence:
                yield Fault(kind=KIND, message=absence, keys=(*reading.keys, *place))


def _printed(attribution: Attribution) -> Iterator[tuple[KeyPath, str, str]]:
    """Yield where a name is given as printed, whose it is, and the name."""
    if attribution.printed_as:
        yield ("printed_as",), attribution.speaker, attribution.printed_as
    for key, chain in (("citing", attribution.citing), ("via", attribution.via)):
        for index, relay in enumerate(chain):
            if relay.printed_as:
                yield (key, index, "printed_as"), relay.speaker, relay.printed_as


def _plain(name: str) -> str:
    return Normalized.of(name).text.casefold()


RULE = Rule(kind=KIND, check=check, needs="texts", explanation=__doc__ or "")
