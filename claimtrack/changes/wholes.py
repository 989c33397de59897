"""Records that came, went or were renamed as a whole, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from claimtrack.changes.parts import described
from claimtrack.changes.sentence import Sentence, named
from claimtrack.model.claims import Claim
from claimtrack.model.records import headline, kind_of
from claimtrack.model.sources import Source
from claimtrack.model.speakers import Speaker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.changes.change import RecordChange
    from claimtrack.changes.names import Names
    from claimtrack.model.records import Record


def of_whole(record: RecordChange, names: Names) -> Iterator[Sentence]:
    """Yield what is told of a record that was added or removed, and of each of its versions."""
    whole = cast("Record", record.after or record.before)
    details = "; ".join(_details(whole, names))
    what = f"{kind_of(whole)} {record.how}: "
    yield Sentence.of(what, named(headline(whole)), f" ({details})" if details else "")
    if isinstance(whole, Claim):
        for name, version in whole.versions.items():
            yield Sentence.of("version ", named(name), ": ", *described(version, names))


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
            yield _counted(len(record.versions), "version")
            yield _counted(said, "attribution")
        case Source():
            told = (record.publisher and names.speaker(record.publisher), record.published)
            yield from (str(part) for part in told if part)
        case Speaker():
            yield from (record.kind,) if record.kind else ()
        case _:
            yield from (str(part) for part in (record.date, record.place) if part)


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
