"""The history of one record through git: what each commit made of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, frozen

from claimtrack.changes.blobs import Blobs, key_at
from claimtrack.changes.change import RecordChange
from claimtrack.changes.differences import diff
from claimtrack.changes.following import followed
from claimtrack.changes.renamings import NONE, Renamings
from claimtrack.changes.versionlog import of_version
from claimtrack.corpus.folder import record_path
from claimtrack.corpus.index import key_of
from claimtrack.corpus.objects import Objects
from claimtrack.corpus.trail import Authored, trail
from claimtrack.findings import Fault
from claimtrack.model.records import kind_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from claimtrack.changes.change import Change, How
    from claimtrack.corpus.git import Commit, Repository
    from claimtrack.corpus.index import Key
    from claimtrack.corpus.trail import Kept, Move, Step
    from claimtrack.model.records import Record


@frozen(kw_only=True)
class Entry:
    """What one commit made of a record."""

    commit: Authored
    #: What became of the record; None where it was only laid out anew, or could not be read.
    change: RecordChange | None = None
    #: What is wrong with the file after the commit, where it could not be read whole.
    broken: tuple[Fault, ...] = ()
    #: Whether the file could not be read whole before, so that the change is from an older state.
    mended: bool = False
    #: What was renamed in the commit that the record names, and follows.
    renamings: Renamings = NONE
    #: Whether a shallow clone was cut off here, so that what came before is not known.
    cut: bool = False


def log(
    repository: Repository, root: Path, key: Key, *, head: Commit, version: str | None = None
) -> tuple[Entry, ...]:
    """Return the commits that changed a record, or one version of a claim, newest first.

    A record is followed under each id that it had, whichever of them is given, also one that is
    gone by now; so is a version. A commit that joins lines of history is told for what it does that
    none of them did. Raises `GitError`, and `InvalidId` for an id that no record can have.
    """
    blobs = Blobs(Objects(repository.top))
    steps = trail(repository, root, record_path(*key), head=head, finds=blobs.finds)
    entries = tuple(_entries(steps, blobs))
    if version is None:
        return entries
    own = of_version(entries, version)
    return own if any(entry.change for entry in own) else ()


def _entries(steps: Sequence[Step], blobs: Blobs) -> Iterator[Entry]:
    for number, step in enumerate(steps):
        before = [kept for kept in step.before if kept and _same_kind(kept, step)]
        if not before and _now(step) is None:
            continue
        records = [blobs.record(kept) for kept in before]
        was = records[0] if records else None
        mended = bool(records) and was is None
        if mended:
            was = _last_whole(steps[number + 1 :], before[0], blobs)
        entry = evolve(_entry(step, was, blobs), mended=mended, cut=step.cut)
        if len(step.before) == 1 or entry.broken:
            yield entry
            continue
        pairs = zip(step.before, step.around, strict=True)
        sides = [(blobs.record(kept), moves) for kept, moves in pairs if kept in before]
        change = _own(entry.change, sides, blobs)
        if change is not None:
            yield evolve(entry, change=change)


def _last_whole(older: Iterable[Step], like: Kept, blobs: Blobs) -> Record | None:
    """Return the record of the last file of a kind that could be read whole."""
    kinds = {key[0] for key in (key_at(like.path),) if key}
    found = (blobs.record(step.after) for step in older)
    return next((one for one in found if one is not None and kind_of(one) in kinds), None)


def _entry(step: Step, was: Record | None, blobs: Blobs) -> Entry:
    """Return what a commit made of a record that was as it is given."""
    now = _now(step)
    if now is None:
        gone = RecordChange(key=_gone_key(step), how="removed", before=was, after=None)
        return Entry(commit=step.commit, change=gone)
    broken = blobs.document(now).faults
    after = blobs.record(now)
    if after is None:
        return Entry(commit=step.commit, broken=broken)
    key = key_of(after)
    if was is None:
        change = RecordChange(key=key, how="added", before=None, after=after)
        return Entry(commit=step.commit, change=change)
    renamings = followed(was, after, step.around[0], blobs)
    changes = diff(was, after, renamings)
    how: How = "changed" if was.id == after.id else "renamed"
    change = RecordChange(key=key, how=how, before=was, after=after, changes=changes)
    return Entry(commit=step.commit, change=change if changes else None, renamings=renamings)


def _own(
    change: RecordChange | None,
    parents: Iterable[tuple[Record | None, Iterable[Move]]],
    blobs: Blobs,
) -> RecordChange | None:
    """Return what a commit that joins lines of history does that it took from none of them."""
    if change is None or change.after is None or change.before is None:
        return change
    own = change.changes
    for parent, moves in parents:
        if parent is None:
            continue
        renamings = followed(parent, change.after, moves, blobs)
        made = diff(parent, change.after, renamings)
        own = tuple(item for item in own if any(_meet(item, other) for other in made))
    return evolve(change, changes=own) if own else None


def _meet(one: Change, other: Change) -> bool:
    """Tell whether two changes are of one place, or of one within the other."""
    if "move" in (one.op, other.op):
        return (one.op, one.path) == (other.op, other.path)
    shared = min(len(one.path), len(other.path))
    return one.path[:shared] == other.path[:shared]


def _same_kind(kept: Kept, step: Step) -> bool:
    now = _now(step)
    was, key = key_at(kept.path), key_at(now.path) if now else None
    return was is not None and (now is None or (key is not None and key[0] == was[0]))


def _now(step: Step) -> Kept | None:
    """Return the file after a step; None where it is gone, or lies where no record can."""
    now = step.after or step.became
    return now if now and key_at(now.path) else None


def _gone_key(step: Step) -> Key:
    keys = (key_at(kept.path) for kept in step.before if kept)
    return next(key for key in keys if key is not None)
