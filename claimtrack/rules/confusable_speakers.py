"""Two persons have names that a reader takes for one another.

They differ by a letter or two, only in accents, or only in the way they are transliterated, as
Khamenei and Khomeini: a slip then moves words from one to the other, and nobody sees it. It may
also be one person with two records: put them together. If they are two, say so with
`distinct_from` in either record.

Bad:

    # speakers/jonas-brand.yaml
    speaker: Jonas Brand
    kind: person
    part_of: [harbour-office]

    # attack/purser.yaml
    claim: Who was the purser?
    subjects: [jonas-brand]
    versions:
      not-the-captain:
        statement: Not the captain.
        attributions:
          - speaker: author
            stance: asserts
            reported: implied
            source: hostage-story
            at: paragraph 3
            cue: the captain of the Aurelia

Good:

    # speakers/jonas-brand.yaml
    speaker: Jonas Brand
    kind: person
    part_of: [harbour-office]
    distinct_from: [jonas-brandt]

    # attack/purser.yaml
    claim: Who was the purser?
    subjects: [jonas-brand]
    versions:
      not-the-captain:
        statement: Not the captain.
        attributions:
          - speaker: author
            stance: asserts
            reported: implied
            source: hostage-story
            at: paragraph 3
            cue: the captain of the Aurelia
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.analysis.names import names_of
from claimtrack.findings import Fault, Kind, Severity
from claimtrack.model.speakers import Speaker
from claimtrack.rules.base import Rule
from claimtrack.rules.namesakes import are_distinct, names, spoken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.records import Record
    from claimtrack.rules.base import View

KIND = Kind("CTN103", "confusable-speakers", Severity.WARNING)


def check(record: Record, view: View) -> Iterator[Fault]:
    """Yield each other person with a name alike, once, at the one that comes first."""
    if not isinstance(record, Speaker) or record.kind != "person":
        return
    places = {name: keys for keys, name in names(record)}
    for found in names_of(view.records.speakers).resembling(record):
        if found.other > record.id and not are_distinct(record.id, found.other, view):
            message = (
                f"{spoken(found.name)} is easily taken for {spoken(found.other_name)} (speaker "
                f'"{found.other}"): put the two together, or say `distinct_from` in one of them'
            )
            yield Fault(kind=KIND, message=message, keys=places[found.name])


RULE = Rule(kind=KIND, check=check, needs="corpus", explanation=__doc__ or "")
