"""Records that came, went or were renamed as a whole, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.changes.names import joined
from claimtrack.changes.sentence import Sentence, named
from claimtrack.model.claims import Claim
from claimtrack.model.events import Event
from claimtrack.model.records import headline, kind_of
from claimtrack.model.sources import Source
from claimtrack.model.speakers import Speaker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.changes.change import RecordChange
    from claimtrack.changes.names import Names
    from claimtrack.model.records import Record


def of_whole(record: RecordChange, names: Names) -> Sentence:
    """Return what is told of a record that was added or removed."""
    whole = record.after or record.before
    if whole is None:
        return Sentence(())
    details = "; ".join(_details(whole, names))
    what = f"{kind_of(whole)} {record.how}: "
    return Sentence.of(what, named(headline(whole)), f" ({details})" if details else "")


def followers(record: RecordChange) -> str:
    """Return how many records only follow the renaming of one, if there are any."""
    number = len(record.followed_by)
    if not number:
        return ""
    return (
        "; 1 record that names it follows"
        if number == 1
        else f"; {number} records that name it follow"
    )


def _details(record: Record, names: Names) -> Iterator[str]:
    match record:
        case Claim():
            said = sum(len(version.attributions) for version in record.versions.values())
            versions = "version" if len(record.versions) == 1 else "versions"
            yield f"{versions} {joined(list(record.versions))}"
            yield f"{said} attribution" if said == 1 else f"{said} attributions"
        case Source():
            told = (record.publisher and names.speaker(record.publisher), record.published)
            yield from (str(part) for part in told if part)
        case Speaker():
            yield from (record.kind,) if record.kind else ()
        case Event():
            yield from (str(part) for part in (record.date, record.place) if part)
