"""An anonymous speaker has no note that says how the source describes it.

Without a name, the description is all that there is: `a regional official`, `two people briefed
on the matter`. It tells a reader how near to the matter the speaker stood, and keeps several
anonymous speakers from being taken for several people. Add a `note` with what the source says of
it.

Bad:

    # speakers/harbour-pilot.yaml
    speaker: A pilot of the harbour
    kind: anonymous

Good:

    # speakers/harbour-pilot.yaml
    speaker: A pilot of the harbour
    kind: anonymous
    note: The source calls him a pilot of the harbour, who asked not to be named.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.findings import Fault, Kind
from claimtrack.model.speakers import Speaker
from claimtrack.rules.base import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.records import Record
    from claimtrack.rules.base import View

KIND = Kind("CTN104", "anonymous-without-note")


def check(record: Record, _: View) -> Iterator[Fault]:
    """Yield an anonymous speaker that is not described."""
    if isinstance(record, Speaker) and record.kind == "anonymous" and not record.note:
        message = "an anonymous speaker needs a `note` that says how the source describes it"
        yield Fault(kind=KIND, message=message, keys=("kind",))


RULE = Rule(kind=KIND, check=check, lacking=True, explanation=__doc__ or "")
