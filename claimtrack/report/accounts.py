"""An account of changes: what every output tells of them, record by record."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Literal, TypeAlias

from attrs import evolve, frozen

from claimtrack.changes.change import How, RecordChange, Unread
from claimtrack.changes.consequence import Consequence
from claimtrack.changes.consequences import consequences
from claimtrack.changes.names import Names
from claimtrack.changes.telling import Told, tell
from claimtrack.corpus.folder import MANIFEST, record_path
from claimtrack.corpus.history import was_there
from claimtrack.corpus.index import Key
from claimtrack.corpus.records import records_of
from claimtrack.model.ids import RECORD_KINDS
from claimtrack.model.records import headline

if TYPE_CHECKING:
    from collections.abc import Collection

    from claimtrack.changes.change import CorpusChanges
    from claimtrack.corpus.corpus import Corpus

#: What became of a record; `reached` is one that did not change, but something follows for it.
Fate: TypeAlias = How | Literal["reached"]


@frozen(kw_only=True)
class Entry:
    """What is told of one record."""

    #: Its kind and id, after the change where it is still there.
    key: Key
    headline: str
    #: None where only something follows for it.
    change: RecordChange | None
    #: Each change in a sentence, with the changes that it tells.
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
    layout_only: tuple[str, ...] = ()
    unread: tuple[Unread, ...] = ()
    #: Whether the manifest says something else.
    settings_changed: bool = False

    @property
    def differs(self) -> bool:
        """Whether a record or the settings changed, or a record could not be compared."""
        return bool(self.entries or self.unread or self.settings_changed)

    def within(self, paths: Collection[str]) -> Account:
        """Return what is told of the files at and below some paths, relative to the root.

        What a change there brings about elsewhere is told as well.
        """

        def inside(*files: str) -> bool:
            return any(_is_below(file, path) for file in files for path in paths)

        shown = {
            it.key
            for it in self.entries
            if inside(it.path, record_path(it.key[0], it.old_id or it.key[1]))
        }
        return evolve(
            self,
            entries=tuple(
                it
                for it in self.entries
                if it.key in shown
                or (
                    not it.change and any(shown.intersection(one.causes) for one in it.consequences)
                )
            ),
            layout_only=tuple(path for path in self.layout_only if inside(path)),
            unread=tuple(it for it in self.unread if inside(it.path)),
            settings_changed=self.settings_changed and inside(MANIFEST),
        )


def account_of(
    changes: CorpusChanges, before: Corpus, after: Corpus, *, base: str, head: str
) -> Account:
    """Tell changes between two corpora, called `base` and `head`, and what follows from them."""
    found = consequences(changes, before, after)
    following = {key: tuple(group) for key, group in groupby(found, lambda item: item.key)}
    names = Names(before, after)
    entries = [
        Entry(
            key=change.key,
            headline=_headline(change),
            change=change,
            told=tell(change, names),
            consequences=following.pop(change.key, ()),
        )
        for change in changes.records
    ]
    records = records_of(after)
    for key, group in following.items():
        there = records.of_kind(key[0])[key[1]]
        entries.append(Entry(key=key, headline=headline(there), change=None, consequences=group))
    return Account(
        base=base,
        head=head,
        entries=tuple(sorted(entries, key=lambda it: (RECORD_KINDS.index(it.key[0]), it.key))),
        layout_only=changes.layout_only,
        unread=changes.unread,
        settings_changed=all(map(was_there, (before, after))) and before.manifest != after.manifest,
    )


def _headline(change: RecordChange) -> str:
    record = change.after or change.before
    return headline(record) if record is not None else ""


def _is_below(path: str, folder: str) -> bool:
    return not folder or path == folder or path.startswith(f"{folder}/")
