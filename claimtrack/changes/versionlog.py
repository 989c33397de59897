"""The history of one version of a claim, out of that of the claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from claimtrack.changes.differences import diff
from claimtrack.model.claims import Claim

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.changes.change import Change, RecordChange
    from claimtrack.changes.log import Entry
    from claimtrack.model.records import Record


def of_version(entries: Sequence[Entry], version: str) -> tuple[Entry, ...]:
    """Return what was made of a version that has, or once had, an id, newest first.

    It is followed through its renamings; of the claim, its own renamings are told as well, and
    states that could not be read while the version was there.
    """
    name = _latest_id(entries, version)
    found: list[Entry] = []
    unread: list[Entry] = []
    for entry in entries:
        change = entry.change
        if change is None:
            unread += [entry] if entry.broken else []
            continue
        found += unread if _has(change.after, name) else []
        unread = []
        own = _narrowed(change, name)
        if own is not None:
            found.append(evolve(entry, change=own))
            name = next((str(item.old) for item in own.changes if _renames(item)), name)
    return tuple(found)


def _latest_id(entries: Sequence[Entry], version: str) -> str:
    """Return the id that a version of an id had last."""
    changes = [entry.change for entry in entries if entry.change]
    last = next((n for n, it in enumerate(changes) if _knows(it, version)), None)
    if last is None or _has(changes[last].after, version):
        return version
    name = version
    for change in reversed(changes[: last + 1]):
        renamed = (item for item in change.changes if _renames(item) and item.old == name)
        name = next((str(item.new) for item in renamed), name)
    return name


def _narrowed(change: RecordChange, version: str) -> RecordChange | None:
    """Return what a change of a claim made of one version, None where that is nothing."""
    if not _knows(change, version):
        return None
    before, after = change.before, change.after
    if isinstance(after, Claim) and before is None:
        before = after.without_version(version)
        return evolve(change, before=before, changes=diff(before, after))
    if isinstance(before, Claim) and after is None:
        after = before.without_version(version)
        return evolve(change, after=after, changes=diff(before, after))
    mine = tuple(item for item in change.changes if _concerns(item, version))
    return evolve(change, changes=mine) if mine else None


def _knows(change: RecordChange, version: str) -> bool:
    return _has(change.before, version) or _has(change.after, version)


def _has(record: Record | None, version: str) -> bool:
    return isinstance(record, Claim) and version in record.versions


def _concerns(change: Change, version: str) -> bool:
    own = ("versions", version)
    within = change.path[:2] == own or (change.op == "remove" and change.was[:2] == own)
    return within or not change.path


def _renames(change: Change) -> bool:
    return (
        change.op == "move"
        and change.was[:1] == ("versions",)
        and len(change.path) == len(("versions", "id"))
    )
