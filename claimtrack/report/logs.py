"""The history of a record: for a person, commit by commit, and as plain data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.changes.telling import Told, tell
from claimtrack.report.changefacts import change_facts
from claimtrack.report.differences import styled
from claimtrack.report.phrases import counted
from claimtrack.report.rows import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimtrack.changes.log import Entry
    from claimtrack.changes.names import Names
    from claimtrack.report.listings import Json
    from claimtrack.report.rows import Row

#: How many digits of a commit are shown, and how many letters of a date make its day.
_SHORT, _DAY = 10, len("2024-08-01")
_CUT = (
    "the history ends here, since this clone is shallow: "
    "run `git fetch --unshallow` for what came before"
)
_MENDED = "can be read again; since it last could be:"


def log_rows(entries: Iterable[Entry], names: Names, *, width: int) -> tuple[Row, ...]:
    """Return a history in rows: each commit with what it made of the record."""
    rows: tuple[Row, ...] = ()
    for entry in entries:
        rows += ((),) if rows else ()
        rows += tuple(_rows(entry, names, width))
    return rows


def log_facts(entries: Iterable[Entry], names: Names) -> tuple[Json, ...]:
    """Return a history as JSON has it, the changes as in `claimtrack diff`."""
    return tuple(_facts(entry, names) for entry in entries)


def _rows(entry: Entry, names: Names, width: int) -> Iterator[Row]:
    commit = entry.commit
    head = f" {commit.date[:_DAY]} {commit.author}: {commit.subject}"
    yield from wrapped([(commit.id[:_SHORT], "bold yellow"), head], width, hang=2)
    if entry.mended:
        yield from wrapped([(_MENDED, "dim")], width, indent=2, hang=2)
    if entry.broken:
        yield from wrapped([(_broken(entry), "red")], width, indent=2, hang=2)
    if entry.cut:
        yield from wrapped([(_CUT, "red")], width, indent=2, hang=2)
    elif entry.change is None and not entry.broken:
        yield from wrapped([("layout or comments only", "dim")], width, indent=2, hang=2)
    for told in _told(entry, names):
        yield from wrapped(styled(told.sentence), width, indent=2, hang=2)
    for kind, old, new in _followed(entry):
        yield from wrapped([f"follows {kind} {old}, renamed {new}"], width, indent=2, hang=2)


def _told(entry: Entry, names: Names) -> tuple[Told, ...]:
    return tell(entry.change, names) if entry.change is not None and not entry.cut else ()


def _followed(entry: Entry) -> Iterator[tuple[str, str, str]]:
    """Yield what was renamed and the record only follows: what it is, its old id, its new one."""
    if entry.change is None or not any(change.follows for change in entry.change.changes):
        return
    for (kind, old), new in entry.renamings.records.items():
        yield kind, old, new
    for was, now in entry.renamings.versions.items():
        yield "version", str(was), str(now)


def _broken(entry: Entry) -> str:
    first, *others = entry.broken
    line = f"line {first.span.line}: " if first.span else ""
    more = f" (and {counted(len(others), 'more fault')})" if others else ""
    return f"could not be read whole: {line}{first.message}{more}"


def _how(entry: Entry) -> str:
    if entry.broken:
        return "broken"
    if entry.cut:
        return "shallow"
    return entry.change.how if entry.change is not None else "layout"


def _facts(entry: Entry, names: Names) -> Json:
    change, commit = entry.change, entry.commit
    told = _told(entry, names)
    return {
        "commit": commit.id,
        "author": commit.author,
        "date": commit.date,
        "subject": commit.subject,
        "how": _how(entry),
        "id": change.key[1] if change else None,
        "old_id": change.old_id if change else None,
        "mended": entry.mended,
        "changes": change_facts(change, told) if change and not entry.cut else (),
        "follows": [
            {"kind": kind, "old_id": old, "id": new} for kind, old, new in _followed(entry)
        ],
        "findings": [
            {
                "code": fault.kind.code,
                "message": fault.message,
                "line": fault.span.line if fault.span else None,
            }
            for fault in entry.broken
        ],
    }
