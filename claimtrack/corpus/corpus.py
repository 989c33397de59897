"""A corpus: the records of a folder, loaded, looked up and changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, Unpack, cast

import attrs

from claimtrack.corpus.conflicts import (
    NoSuchRecord,
    ReadOnly,
    RecordExists,
    RecordInUse,
    RecordsUnread,
    UnknownWord,
)
from claimtrack.corpus.files import digest_of
from claimtrack.corpus.folder import find_root
from claimtrack.corpus.index import key_of
from claimtrack.corpus.loading import load_folder, load_from
from claimtrack.corpus.origins import Disk, Replaced
from claimtrack.corpus.query import RECORDS_ASKED, Query
from claimtrack.corpus.records import Records
from claimtrack.corpus.references import with_renamed
from claimtrack.corpus.results import Attributions
from claimtrack.corpus.saving import Store, bytes_of
from claimtrack.model.claims import Claim
from claimtrack.model.events import Event
from claimtrack.model.ids import AUTHOR, RECORD_KINDS, SPEAKER_TOKENS, UNKNOWN
from claimtrack.model.sources import Source
from claimtrack.model.speakers import Speaker
from claimtrack.text.misfits import suggestion

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping
    from pathlib import Path

    from claimtrack.corpus.index import Index, Key
    from claimtrack.corpus.loading import Loaded, LoadedFile
    from claimtrack.corpus.origins import Origin
    from claimtrack.corpus.query import Asked
    from claimtrack.corpus.saving import Plan
    from claimtrack.findings import Finding
    from claimtrack.model.attributions import Attribution
    from claimtrack.model.ids import RecordKind
    from claimtrack.model.manifest import Manifest
    from claimtrack.model.records import Record

R = TypeVar("R", bound=Claim | Source | Speaker | Event)


class Corpus:
    """The records of a folder, made by `claimtrack.load`.

    A record that could not be read whole is not among the mappings: `findings` tells what is wrong
    with it, and `unread` names it. The mappings are read-only, by id, and sorted.
    """

    def __init__(self, loaded: Loaded) -> None:
        self._loaded = loaded
        self._files = {(file.found.kind, file.found.id): file for file in loaded.files}
        self._cached: Records | None = None
        self._by_path: Mapping[str, LoadedFile] | None = None

    def __reduce__(self) -> tuple[object, ...]:
        return Corpus, (attrs.evolve(self._loaded, files=self.files),)

    @property
    def root(self) -> Path:
        """The folder that holds the manifest."""
        return self._loaded.root

    @property
    def origin(self) -> Origin:
        """Where the files were read from, and can be read again."""
        return self._loaded.origin

    @property
    def manifest(self) -> Manifest:
        """The settings of the corpus."""
        return self._loaded.manifest

    @property
    def files(self) -> tuple[LoadedFile, ...]:
        """The files of records, by path, with what is wrong with each."""
        return tuple(self._paths.values())

    def file_at(self, path: str) -> LoadedFile | None:
        """Return the file of a record by its path, None where there is none."""
        return self._paths.get(path)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong with the files as such; `claimtrack.check` applies the rules as well."""
        of_files = (finding for file in self._files.values() for finding in file.findings)
        return tuple(sorted([*self._loaded.findings, *of_files]))

    @property
    def unread(self) -> tuple[Key, ...]:
        """The kind and id of each record that could not be read whole."""
        return tuple(sorted(key for key, file in self._files.items() if file.faults))

    @property
    def records(self) -> Records:
        """All records as they are now, by kind and id."""
        if self._cached is None:
            whole = (file.record for file in self._files.values() if not file.faults)
            self._cached = Records.of(record for record in whole if record is not None)
        return self._cached

    @property
    def claims(self) -> Mapping[str, Claim]:
        """The claims, by id."""
        return self.records.claims

    @property
    def sources(self) -> Mapping[str, Source]:
        """The sources, by id."""
        return self.records.sources

    @property
    def speakers(self) -> Mapping[str, Speaker]:
        """The speakers, by id."""
        return self.records.speakers

    @property
    def events(self) -> Mapping[str, Event]:
        """The events, by id."""
        return self.records.events

    @property
    def index(self) -> Index:
        """The look-ups over all records, made anew after a change."""
        return self.records.index

    def __repr__(self) -> str:
        counts = (
            _count(len(self.claims), "claim"),
            _count(len(self.sources), "source"),
            _count(len(self.speakers), "speaker"),
            _count(len(self.events), "event"),
        )
        unread = (f"{len(self.unread)} unread",) if self.unread else ()
        return f"<Corpus ({', '.join(counts + unread)})>"

    def get(self, kind: RecordKind, id: str) -> Record:  # noqa: A002 - the format's own word
        """Return the record of a kind and id.

        Raises `NoSuchRecord`, which suggests the nearest id, and `UnknownWord` for the kind.
        """
        if kind not in RECORD_KINDS:
            raise UnknownWord(kind, "kind of record", suggestion(str(kind), RECORD_KINDS))
        record = self.records.of_kind(kind).get(id)
        if record is None:
            raise NoSuchRecord((kind, id), suggestion(id, self.records.of_kind(kind)))
        return record

    def who(self, attribution: Attribution) -> str:
        """Return the name of everyone who made a statement, in words.

        The source's own voice and a source that does not say have names as well.
        """
        names = [self.name_of(attribution.speaker, attribution.source)]
        names += [self.name_of(speaker) for speaker in attribution.jointly]
        return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}, jointly"

    def name_of(self, speaker: str, source: str = "") -> str:
        """Return the name of a speaker, or the id where no such speaker is there."""
        if speaker == UNKNOWN:
            return "somebody not named"
        if speaker == AUTHOR:
            return self._author_of(source)
        record = self.speakers.get(speaker)
        return record.name if record else speaker

    def _author_of(self, source: str) -> str:
        record = self.sources.get(source)
        if record is None:
            return f'the author of "{source}"'
        authors = [self.name_of(author) for author in record.authors]
        return " and ".join(authors) if authors else f'the author of "{record.title}"'

    def attributions(self, **asked: Unpack[Asked]) -> Attributions:
        """Return the attributions that answer a question, with their claims and versions.

        What may be asked:

        - of the claim: `claim`, `kind`, `event`, `tag`, `answer`, `status`, `subject`;
        - of the attribution: `speaker` (anyone who takes part: as speaker, jointly, relied on, or
          carrying), `by` (who says it), `to`, `cited`, `source`, `stance`, `act`, `certainty`,
          `reported`, `form`;
        - `said`: those whose date lies within this one for certain, by `Date.within`;
          `possibly_said`: those of which that is not excluded, what is undated among them;
        - `text`: words that stand in the quote, the cue or the statement, in upper or lower case.

        Raises `NoSuchRecord`, `UnknownWord` and `InvalidDate` for what no record and no vocabulary
        has.
        """
        return Attributions(tuple(self._query(asked).utterances(self.claims.values())), self._query)

    def find(self, **asked: Unpack[Asked]) -> tuple[Claim, ...]:
        """Return the claims that have what is asked, as `attributions` takes it.

        What is asked of attributions is asked of one and the same.
        """
        return tuple(self._query(asked).claims(self.claims.values()))

    def add(self, record: R) -> R:
        """Write a new record to its file and return it as it reads.

        Raises `RecordExists`, `InvalidRecord`, `InvalidId`, or why the file cannot be written.
        """
        key = key_of(record)
        if key in self._files:
            raise RecordExists(key)
        return cast("R", self._put(self._store.addition(record)))

    def save(self, record: R) -> R:
        """Change the lines of a record's file that must change and return it as it reads.

        Raises `NoSuchRecord`, `InvalidRecord`, or why the file cannot be written, for example
        because it changed since it was read.
        """
        return cast("R", self._put(self._store.change(self._file(key_of(record)), record)))

    def remove(self, record: Record) -> None:
        """Remove a record's file.

        Raises `RecordInUse` where other records refer to it, `RecordsUnread` where a file that
        could not be read may, and `NoSuchRecord`.
        """
        key = key_of(record)
        old = self._file(key)
        self._require_read(but=key)
        users = [use.by for use in self.index.uses.get(key, ()) if use.by != key]
        if users:
            raise RecordInUse(key, users)
        self._take_away(old)

    def rename(self, record: R, id: str) -> R:  # noqa: A002 - the format's own word
        """Give a record a new id, rewrite every reference to it, and return it as it reads.

        Everything is worked out before the first file is written; then the new file is written
        first and the old one removed last. Where the machine stops midway, nothing is lost, and
        the same call finishes the work. Raises as `save`, `RecordExists`, and `RecordsUnread`
        where a file that could not be read may refer to the record.
        """
        kind, old = key_of(record)
        before = self._file((kind, old))
        self._require_read()
        moved = with_renamed(attrs.evolve(record, id=id), kind, old, id)
        plan = self._store.move(before, moved)
        there = self._files.get((kind, id))
        if there and there.digest != digest_of(plan.data):
            raise RecordExists((kind, id))
        users = sorted({use.by for use in self.index.uses.get((kind, old), ())} - {(kind, old)})
        plans = [
            self._store.change(self._file(user), with_renamed(self.get(*user), kind, old, id))
            for user in users
        ]
        if not there:
            self._put(plan)
        for each in plans:
            self._put(each)
        self._take_away(before)
        return cast("R", plan.record)

    def with_files(self, files: Mapping[str, bytes | None]) -> Corpus:
        """Return the corpus as it would be read if files held other bytes; nothing is written.

        None stands for a file that is not there. The files are named by their paths, relative to
        the root.
        """
        before = attrs.evolve(self._loaded, files=self.files)
        return Corpus(load_from(Replaced(self.origin, files), before))

    def with_claims(self, claims: Mapping[str, Claim | None]) -> Corpus:
        """Return the corpus as it would be if claims were others, or (None) not there.

        Nothing is written, and such a corpus cannot be changed. Raises `NoSuchRecord`.
        """
        files: dict[str, bytes | None] = {}
        for name, claim in claims.items():
            path = self._file(("claim", name)).found.path
            files[path] = bytes_of(claim) if claim else None
        return self.with_files(files)

    @property
    def _paths(self) -> Mapping[str, LoadedFile]:
        if self._by_path is None:
            files = ((file.found.path, file) for file in self._files.values())
            self._by_path = dict(sorted(files, key=lambda pair: pair[0]))
        return self._by_path

    @property
    def _store(self) -> Store:
        loaded = self._loaded
        if not isinstance(loaded.origin, Disk):
            raise ReadOnly(loaded.origin.name)
        return Store(root=loaded.root, limits=loaded.limits, skipped=loaded.manifest.texts)

    def _query(self, asked: Asked) -> Query:
        """Return the question, if everything that it names is there."""
        for name, kind in RECORDS_ASKED.items():
            id = cast("Mapping[str, str | None]", asked).get(name)  # noqa: A001 - the format's own word
            if id is not None and not (kind == "speaker" and id in SPEAKER_TOKENS):
                self._file((kind, str(id)))
        return Query.of(asked)

    def _require_read(self, but: Key | None = None) -> None:
        unread = [key for key in self.unread if key != but]
        if unread:
            raise RecordsUnread(unread)

    def _file(self, key: Key) -> LoadedFile:
        try:
            return self._files[key]
        except KeyError:
            ids = [id for kind, id in self._files if kind == key[0]]  # noqa: A001
            raise NoSuchRecord(key, suggestion(key[1], ids)) from None

    def _put(self, plan: Plan) -> Record:
        self._files[plan.found.kind, plan.found.id] = self._store.write(plan)
        self._cached = self._by_path = None
        return plan.record

    def _take_away(self, file: LoadedFile) -> None:
        self._store.remove(file)
        del self._files[file.found.kind, file.found.id]
        self._cached = self._by_path = None


def load(path: str | os.PathLike[str]) -> Corpus:
    """Load the corpus that a path lies in.

    Bad records never raise: `Corpus.findings` holds what is wrong. Raises `NotACorpus` where there
    is no manifest at or above the path.
    """
    return Corpus(load_folder(find_root(path)))


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
