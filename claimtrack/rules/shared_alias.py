"""Two speakers bear the same name or alias.

Who of the two is meant by it then depends on who reads. They may be one speaker with two records:
put them together. If they are two, say so with `distinct_from` in either record, and use the
longer names in `printed_as` and notes.

Bad:

    # speakers/jonas-brandt.yaml
    speaker: Jonas Brandt
    kind: person
    aliases:
      - Brandt

    # speakers/karla-brandt.yaml
    speaker: Karla Brandt
    kind: person
    aliases:
      - Brandt
    part_of: [harbour-office]

    # attack/count.yaml
    claim: Who counted the bodies?
    subjects: [jonas-brandt, karla-brandt]
    versions:
      crew:
        statement: The crew.
        attributions:
          - speaker: author
            stance: asserts
            source: hostage-story
            at: paragraph 3
            cue: We counted

Good:

    # speakers/karla-brandt.yaml
    speaker: Karla Brandt
    kind: person
    aliases:
      - Brandt
    part_of: [harbour-office]
    distinct_from: [jonas-brandt]

    # attack/count.yaml
    claim: Who counted the bodies?
    subjects: [jonas-brandt, karla-brandt]
    versions:
      crew:
        statement: The crew.
        attributions:
          - speaker: author
            stance: asserts
            source: hostage-story
            at: paragraph 3
            cue: We counted
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.findings import Fault, Kind, Severity
from claimtrack.model.speakers import Speaker
from claimtrack.rules.base import Rule
from claimtrack.rules.namesakes import are_distinct, names, spoken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.records import Record
    from claimtrack.rules.base import View

KIND = Kind("CTN102", "shared-alias", Severity.WARNING)


def check(record: Record, view: View) -> Iterator[Fault]:
    """Yield each other speaker with the same name, once, at the one that comes first."""
    if not isinstance(record, Speaker):
        return
    told: set[str] = set()
    for keys, name in names(record):
        for other in view.records.index.names.get(name.casefold(), ()):
            if other <= record.id or other in told or are_distinct(record.id, other, view):
                continue
            told.add(other)
            message = (
                f'{spoken(name)} is also a name of speaker "{other}": put the two together, '
                "or say `distinct_from` in one of them"
            )
            yield Fault(kind=KIND, message=message, keys=keys)


RULE = Rule(kind=KIND, check=check, needs="corpus", explanation=__doc__ or "")
