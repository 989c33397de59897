"""An account of changes: what every output tells of them, record by record."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Literal, TypeAlias

from attrs import frozen

from claimtrack.changes.change import CorpusChanges, How, RecordChange, Unread
from claimtrack.changes.collapsing import Bulk, collapsed
from claimtrack.changes.consequence import Consequence
from claimtrack.changes.consequences import consequences
from claimtrack.changes.corpora import diff_corpora
from claimtrack.changes.names import Names
from claimtrack.changes.telling import Told, tell
from claimtrack.corpus.corpus import Corpus
from claimtrack.corpus.folder import MANIFEST, record_path
from claimtrack.corpus.history import was_there
from claimtrack.corpus.index import Key
from claimtrack.model.ids import RECORD_KINDS
from claimtrack.model.records import headline

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

#: Where in the corpus something is, relative to the root; the empty path stands for all of it.
_EVERYWHERE = ("",)
#: What became of a record; `reached` is one that did not change, but something follows for it.
Fate: TypeAlias = How | Literal["reached"]


@frozen(kw_only=True)
class States:
    """A corpus in two states, and what these are called."""

    before: Corpus
    after: Corpus
    base: str
    head: str


@frozen(kw_only=True)
class Entry:
    """What is told of one record."""

    #: Its kind and id, after the change where it is still there.
    key: Key
    headline: str
    #: None where only something follows for it.
    change: RecordChange | None
    #: Each change in a sentence, with the changes that it tells; not what a bulk tells.
    told: tuple[Told, ...] = ()
    consequences: tuple[Consequence, ...] = ()

    @property
    def fate(self) -> Fate:
        """What became of the record."""
        return self.change.how if self.change else "reached"

    @property
    def old_id(self) -> str | None:
        """The id before, where that is another."""
        return self.change.old_id if self.change else None

    @property
    def path(self) -> str:
        """The path of its file, relative to the root of the corpus."""
        return record_path(*self.key)


@frozen(kw_only=True)
class Account:
    """What is told of the changes between two states of a corpus."""

    #: What the two states are called.
    base: str
    head: str
    #: By kind and id, claims first.
    entries: tuple[Entry, ...]
    #: Changes of one shape in many of the records, each kind in one sentence.
    bulk: tuple[Bulk, ...] = ()
    layout_only: tuple[str, ...] = ()
    unread: tuple[Unread, ...] = ()
    #: Whether the manifest says something else.
    settings_changed: bool = False
    #: The names of the states of which no record at all could be read whole.
    illegible: tuple[str, ...] = ()

    @property
    def differs(self) -> bool:
        """Whether a record or the settings changed, or a record could not be compared."""
        return bool(self.entries or self.unread or self.settings_changed)


def account_between(states: States, *, paths: Collection[str] = _EVERYWHERE) -> Account:
    """Tell what changed between two states of a corpus, and what follows from it.

    Paths, relative to the root, limit what is told to the files at and below them, and to what
    these bring about elsewhere.
    """
    before, after = states.before, states.after
    changes = diff_corpora(before, after)
    found = consequences(changes, before, after)
    changes = _within(changes, paths)
    following = {key: tuple(group) for key, group in groupby(found, lambda item: item.key)}
    names = Names(before, after)
    alike = collapsed(changes.records, names)
    told = {change.key: tell(change, names) for change in alike.records}
    entries = [
        Entry(
            key=change.key,
            headline=_headline(change),
            change=change,
            told=told.get(change.key, ()),
            consequences=following.pop(change.key, ()),
        )
        for change in changes.records
    ]
    return Account(
        base=states.base,
        head=states.head,
        entries=_arranged([*entries, *_reached(following, entries, after)]),
        bulk=alike.bulk,
        layout_only=changes.layout_only,
        unread=changes.unread,
        settings_changed=_settings_changed(before, after) and _is_inside(MANIFEST, paths),
        illegible=_illegible(states) if changes.unread else (),
    )


def _within(changes: CorpusChanges, paths: Collection[str]) -> CorpusChanges:
    def concerns(change: RecordChange) -> bool:
        kind, name = change.key
        files = {record_path(kind, name), record_path(kind, change.old_id or name)}
        return any(_is_inside(file, paths) for file in files)

    return CorpusChanges(
        records=tuple(change for change in changes.records if concerns(change)),
        layout_only=tuple(path for path in changes.layout_only if _is_inside(path, paths)),
        unread=tuple(item for item in changes.unread if _is_inside(item.path, paths)),
    )


def _is_inside(file: str, paths: Collection[str]) -> bool:
    return any(not path or file == path or file.startswith(f"{path}/") for path in paths)


def _reached(
    following: Mapping[Key, tuple[Consequence, ...]], entries: Iterable[Entry], after: Corpus
) -> Iterator[Entry]:
    """Yield the records for which something follows from one that is told."""
    told = {entry.key for entry in entries}
    records = after.records
    for key, group in following.items():
        kept = tuple(item for item in group if told.intersection(item.causes))
        if kept:
            there = records.of_kind(key[0])[key[1]]
            yield Entry(key=key, headline=headline(there), change=None, consequences=kept)


def _arranged(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda it: (RECORD_KINDS.index(it.key[0]), it.key)))


def _illegible(states: States) -> tuple[str, ...]:
    pairs = ((states.base, states.before.files), (states.head, states.after.files))
    return tuple(name for name, files in pairs if files and all(file.faults for file in files))


def _settings_changed(before: Corpus, after: Corpus) -> bool:
    return was_there(before) and was_there(after) and before.manifest != after.manifest


def _headline(change: RecordChange) -> str:
    record = change.after or change.before
    return headline(record) if record is not None else ""
