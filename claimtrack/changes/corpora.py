"""What changed between two states of a corpus."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeAlias, cast

from attrs import evolve

from claimtrack.changes.change import CorpusChanges, How, RecordChange, Unread
from claimtrack.changes.differences import diff
from claimtrack.changes.pairing import renamed_parts, renamed_records
from claimtrack.changes.renamings import Renamings
from claimtrack.corpus.references import references
from claimtrack.model.ids import RECORD_KINDS, VersionRef

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from claimtrack.changes.change import Side
    from claimtrack.corpus.corpus import Corpus
    from claimtrack.corpus.index import Key
    from claimtrack.corpus.loading import LoadedFile
    from claimtrack.model.records import Record

_Files: TypeAlias = "Mapping[Key, LoadedFile]"


def diff_corpora(before: Corpus, after: Corpus) -> CorpusChanges:
    """Return what became of the records of a corpus, by kind and id.

    A record that is gone and came back under another id was renamed; what names it and changed in
    nothing else follows it and is told with it. A file that changed while its record did not is
    told apart; so is one that could not be read, which is never taken for equal.
    """
    old, new = _by_key(before), _by_key(after)
    touched = {key for key in old.keys() | new.keys() if _differ(old.get(key), new.get(key))}
    were, are = _read(old, touched), _read(new, touched)
    gone = {key: record for key, record in were.items() if key not in new}
    fresh = {key: record for key, record in are.items() if key not in old}
    renamed = {(kind, to): (kind, was) for (kind, was), to in renamed_records(gone, fresh).items()}
    pairs = {
        key: (were[renamed.get(key, key)], record)
        for key, record in are.items()
        if renamed.get(key, key) in were
    }
    ids = {was: to for (_, to), was in renamed.items()}
    renamings = Renamings(ids, renamed_parts(pairs.values()))
    found = [_compared(key, *pair, renamings) for key, pair in pairs.items() if _unlike(pair)]
    found += [_alone(key, record, "removed") for key, record in gone.items() if key not in ids]
    found += [_alone(key, record, "added") for key, record in fresh.items() if key not in renamed]
    return CorpusChanges(
        records=tuple(_placed(each, old, new) for each in _with_followers(found, renamings)),
        layout_only=tuple(sorted(new[key].found.path for key in pairs if not _unlike(pairs[key]))),
        unread=(*_unread(old, new, touched, "before"), *_unread(new, old, touched, "after")),
    )


def _by_key(corpus: Corpus) -> _Files:
    return {(file.found.kind, file.found.id): file for file in corpus.files}


def _differ(old: LoadedFile | None, new: LoadedFile | None) -> bool:
    """Tell whether the bytes of a file are others, or not known."""
    return old is None or new is None or old.digest is None or old.digest != new.digest


def _read(files: _Files, touched: Iterable[Key]) -> dict[Key, Record]:
    """Return the records among some that could be read whole."""
    there = ((key, files[key]) for key in touched if key in files)
    return {key: file.record for key, file in there if file.record and not file.faults}


def _unread(files: _Files, others: _Files, touched: Iterable[Key], side: Side) -> Iterator[Unread]:
    for key in sorted(touched, key=_place):
        file = files.get(key)
        if file is not None and (file.faults or file.record is None):
            yield Unread(
                path=file.found.path,
                key=key,
                side=side,
                elsewhere=key in others,
                findings=file.findings,
            )


def _unlike(pair: tuple[Record, Record]) -> bool:
    return pair[0] != pair[1]


def _compared(key: Key, a: Record, b: Record, renamings: Renamings) -> RecordChange:
    how: How = "changed" if a.id == b.id else "renamed"
    changes = diff(a, b, renamings)
    return RecordChange(key=key, how=how, before=a, after=b, changes=changes)


def _alone(key: Key, record: Record, how: How) -> RecordChange:
    before, after = (record, None) if how == "removed" else (None, record)
    return RecordChange(key=key, how=how, before=before, after=after)


def _placed(record: RecordChange, old: _Files, new: _Files) -> RecordChange:
    """Return what became of a record with the paths of its file."""
    kind, name = record.key
    before = old.get((kind, record.old_id or name)) if record.before else None
    after = new.get(record.key) if record.after else None
    paths = [file.found.path for file in (after, before) if file]
    other = paths[-1] if paths[-1] != paths[0] else None
    return evolve(record, path=paths[0], old_path=other)


def _with_followers(
    found: Iterable[RecordChange], renamings: Renamings
) -> tuple[RecordChange, ...]:
    """Return what changed by itself, with the records that only follow its renaming."""
    told: dict[Key, RecordChange] = {}
    followers: defaultdict[Key, set[Key]] = defaultdict(set)
    for record in found:
        if record.changes and all(change.follows for change in record.changes):
            for leader in _leaders(record, renamings):
                followers[leader].add(record.key)
        else:
            told[record.key] = record
    return tuple(
        evolve(told[key], followed_by=tuple(sorted(followers[key], key=_place)))
        for key in sorted(told, key=_place)
    )


def _leaders(record: RecordChange, renamings: Renamings) -> Iterator[Key]:
    """Yield the keys after the change of what a record named before under another id."""
    for reference in references(cast("Record", record.before)):
        key: Key = (reference.kind, reference.id)
        version = VersionRef(reference.id, reference.version or "")
        if key in renamings.records:
            yield (reference.kind, renamings.records[key])
        elif version in renamings.versions:
            yield ("claim", renamings.versions[version].claim)


def _place(key: Key) -> tuple[int, str]:
    return RECORD_KINDS.index(key[0]), key[1]
