"""`author` or `unknown` stands where only a record may.

As the `speaker` of an attribution, `author` is the source's own voice and `unknown` one whom the
source does not name. Nowhere else do they mean anything, and a speaker's record of that id could
never be named. Give a record to whoever is meant: one of kind `anonymous` where the source tells
something of them, but no name.

Bad:

    # attack/gunmen.yaml
    claim: How many gunmen boarded the ferry?
    versions:
      a-dozen-at-most:
        statement: There were twelve at most.
        attributions:
          - speaker: harbour-office
            stance: asserts
            citing: [unknown]
            source: hostage-story
            at: paragraph 4
            cue: never more than a dozen

Good:

    # attack/gunmen.yaml
    claim: How many gunmen boarded the ferry?
    versions:
      a-dozen-at-most:
        statement: There were twelve at most.
        attributions:
          - speaker: harbour-office
            stance: asserts
            citing: [harbour-pilot]
            source: hostage-story
            at: paragraph 4
            cue: never more than a dozen
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.corpus.references import references
from claimtrack.findings import Fault, Kind
from claimtrack.model.claims import Claim
from claimtrack.model.ids import SPEAKER_TOKENS
from claimtrack.model.speakers import Speaker
from claimtrack.rules.base import Rule
from claimtrack.rules.relays import relays

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.findings import KeyPath
    from claimtrack.model.records import Record
    from claimtrack.rules.base import View

KIND = Kind("CTI112", "reserved-id")


def check(record: Record, _: View) -> Iterator[Fault]:
    """Yield a record that bears a reserved id, and each such id where a record must be named."""
    if isinstance(record, Speaker) and record.id in SPEAKER_TOKENS:
        message = (
            f'no speaker may have the id "{record.id}", which stands for none; rename the file'
        )
        yield Fault(kind=KIND, message=message, keys=("speaker",), on_key=True)
    for keys, name in _named(record):
        if name in SPEAKER_TOKENS:
            message = f'"{name}" names no record, and here one is needed; name a speaker\'s record'
            yield Fault(kind=KIND, message=message, keys=keys)


def _named(record: Record) -> Iterator[tuple[KeyPath, str]]:
    for reference in references(record):
        if reference.kind == "speaker":
            yield reference.keys, reference.id
    if isinstance(record, Claim):
        for keys, relay in relays(record):
            yield (*keys, "speaker"), relay.speaker


RULE = Rule(kind=KIND, check=check, explanation=__doc__ or "")
