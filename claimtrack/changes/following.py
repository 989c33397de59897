"""Which renamings a record follows that one commit made of it and of others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.changes.blobs import key_at
from claimtrack.changes.pairing import renamed_parts, renamed_records
from claimtrack.changes.renamings import NONE, Renamings
from claimtrack.corpus.references import references

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimtrack.changes.blobs import Blobs
    from claimtrack.corpus.index import Key
    from claimtrack.corpus.trail import Kept, Move
    from claimtrack.model.records import Record


def followed(was: Record, now: Record, moves: Iterable[Move], blobs: Blobs) -> Renamings:
    """Return the renamings of what a record names on one side of a commit and not on the other.

    `moves` are all files of the corpus that the commit changed; only those are read that the
    record named before, or names since.
    """
    lost, won = _named(was) - _named(now), _named(now) - _named(was)
    if not (lost and won):
        return NONE
    touched = tuple(moves)
    olds = _read(((move.old for move in touched)), {key for key, _ in lost}, blobs)
    news = _read(((move.new for move in touched)), {key for key, _ in won}, blobs)
    gone = {key: record for key, record in olds.items() if _is_left(key, touched)}
    fresh = {key: record for key, record in news.items() if _is_new(key, touched)}
    records = renamed_records(gone, fresh)
    pairs = ((old, news.get((key[0], records.get(key, key[1])))) for key, old in olds.items())
    return Renamings(records, renamed_parts((old, new) for old, new in pairs if new is not None))


def _named(record: Record) -> set[tuple[Key, str | None]]:
    return {((item.kind, item.id), item.version) for item in references(record)}


def _read(files: Iterable[Kept | None], keys: set[Key], blobs: Blobs) -> Mapping[Key, Record]:
    there = ((key_at(kept.path), kept) for kept in files if kept)
    found = ((key, blobs.record(kept)) for key, kept in there if key is not None and key in keys)
    return {key: record for key, record in found if record is not None}


def _is_left(key: Key, moves: Iterable[Move]) -> bool:
    return all(move.new is None or key_at(move.new.path) != key for move in moves)


def _is_new(key: Key, moves: Iterable[Move]) -> bool:
    return all(move.old is None or key_at(move.old.path) != key for move in moves)
