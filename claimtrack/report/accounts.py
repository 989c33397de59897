"""An account of changes: what every output tells of them, record by record."""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING, Literal, TypeAlias

from attrs import evolve, frozen

from claimtrack.changes.change import CorpusChanges, How, RecordChange, Unread
from claimtrack.changes.collapsing import Bulk, collapsed
from claimtrack.changes.consequence import OF_ONE_RECORD, Consequence
from claimtrack.changes.consequences import consequences
from claimtrack.changes.corpora import diff_corpora
from claimtrack.changes.gathering import Gathered, gathered
from claimtrack.changes.names import Names
from claimtrack.changes.sentence import Sentence
from claimtrack.changes.settings import setting_sentences
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
    #: Whether each is one file, of which nothing is known that it refers to.
    lone: bool = False


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
    #: What follows for it, but for what is told in one line with the same of others.
    consequences: tuple[Consequence, ...] = ()
    #: What its change brings about for many others alike.
    gathered: tuple[Gathered, ...] = ()

    @property
    def name(self) -> str:
        """Its id, with its kind where it is no claim."""
        kind, name = self.key
        return name if kind == "claim" else f"{kind} {name}"

    @property
    def follows(self) -> tuple[Sentence, ...]:
        """What is told to follow, below what changed."""
        alike = (each.sentence for each in self.gathered)
        return (*alike, *(item.sentence for item in self.consequences))

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
    #: Records that changed before those for which only something follows; each by kind and id.
    entries: tuple[Entry, ...]
    #: Changes of one shape in many of the records, each kind in one sentence.
    bulk: tuple[Bulk, ...] = ()
    layout_only: tuple[str, ...] = ()
    unread: tuple[Unread, ...] = ()
    #: What the manifest says else.
    settings: tuple[Sentence, ...] = ()
    #: The names of the states of which no record at all could be read whole.
    illegible: tuple[str, ...] = ()

    @property
    def differs(self) -> bool:
        """Whether a record or the settings changed, or a record could not be compared."""
        return bool(self.entries or self.unread or self.settings)


def account_between(states: States, *, paths: Collection[str] = _EVERYWHERE) -> Account:
    """Tell what changed between two states of a corpus, and what follows from it.

    Of lone files only what needs no other record follows. Paths, relative to the root, limit what
    is told to the files at and below them, and to what these bring about elsewhere.
    """
    before, after = states.before, states.after
    changes = diff_corpora(before, after)
    found = [
        item
        for item in consequences(changes, before, after)
        if not states.lone or item.kind in OF_ONE_RECORD
    ]
    changes = _within(changes, paths)
    together = gathered(found, {change.key for change in changes.records})
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
    entries += _reached(following, entries, after)
    return Account(
        base=states.base,
        head=states.head,
        entries=_arranged(_under_causes(entries, together)),
        bulk=alike.bulk,
        layout_only=changes.layout_only,
        unread=changes.unread,
        settings=_settings(before, after) if _is_inside(MANIFEST, paths) else (),
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


def _under_causes(entries: Iterable[Entry], together: Iterable[Gathered]) -> Iterator[Entry]:
    """Yield entries, with what follows for many alike told below its cause alone."""
    taken = {item for each in together for item in each.members}
    below: defaultdict[Key, list[Gathered]] = defaultdict(list)
    for each in together:
        below[each.cause].append(each)
    for entry in entries:
        left = tuple(item for item in entry.consequences if item not in taken)
        yield evolve(entry, consequences=left, gathered=tuple(below[entry.key]))


def _arranged(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    def place(entry: Entry) -> tuple[bool, int, Key]:
        return entry.change is None, RECORD_KINDS.index(entry.key[0]), entry.key

    return tuple(sorted(entries, key=place))


def _illegible(states: States) -> tuple[str, ...]:
    pairs = ((states.base, states.before.files), (states.head, states.after.files))
    return tuple(name for name, files in pairs if files and all(file.faults for file in files))


def _settings(before: Corpus, after: Corpus) -> tuple[Sentence, ...]:
    there = was_there(before) and was_there(after)
    return setting_sentences(before.manifest, after.manifest) if there else ()


def _headline(change: RecordChange) -> str:
    record = change.after or change.before
    return headline(record) if record is not None else ""
