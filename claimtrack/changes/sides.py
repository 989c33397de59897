"""A corpus before and after, and which record on one side is which on the other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Self

from attrs import frozen

from claimtrack.changes.change import RecordChange
from claimtrack.corpus.index import Key
from claimtrack.corpus.records import Records
from claimtrack.model.ids import SPEAKER_TOKENS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.changes.change import CorpusChanges
    from claimtrack.corpus.corpus import Corpus
    from claimtrack.corpus.references import Reference
    from claimtrack.model.records import Record


@frozen
class Side:
    """The records of one side."""

    records: Records
    #: The records that are there and could not be read.
    unread: frozenset[Key]

    @classmethod
    def of(cls, corpus: Corpus) -> Self:
        """Take the records of a corpus as they are now."""
        return cls(corpus.records, frozenset(corpus.unread))

    def record(self, key: Key) -> Record | None:
        """Return the record of a kind and id, None where it is not there or could not be read."""
        return self.records.of_kind(key[0]).get(key[1])

    def users(self, key: Key) -> tuple[Key, ...]:
        """Return the other records that refer to a record."""
        uses = self.records.index.uses.get(key, ())
        return tuple(dict.fromkeys(use.by for use in uses if use.by != key))

    def holds(self, reference: Reference) -> bool:
        """Tell whether what a reference names is there, or may be in a file that was not read."""
        key = (reference.kind, reference.id)
        if key in self.unread or (reference.kind == "speaker" and reference.id in SPEAKER_TOKENS):
            return True
        if reference.version is None:
            return self.record(key) is not None
        claim = self.records.claims.get(reference.id)
        return claim is not None and reference.version in claim.versions


@frozen(kw_only=True)
class Sides:
    """Both sides, and what changed between them."""

    before: Side
    after: Side
    #: The changes, by the key of the record after, or before where it is gone.
    changes: Mapping[Key, RecordChange]
    #: The key after of each record that was renamed, by that before.
    renamed: Mapping[Key, Key]

    @classmethod
    def of(cls, changes: CorpusChanges, before: Corpus, after: Corpus) -> Self:
        """Put two corpora side by side."""
        by_key = {change.key: change for change in changes.records}
        renamed = {(key[0], it.old_id): key for key, it in by_key.items() if it.old_id}
        return cls(before=Side.of(before), after=Side.of(after), changes=by_key, renamed=renamed)

    def key_before(self, key: Key) -> Key:
        """Return the key that a record of this key had before."""
        change = self.changes.get(key)
        return (key[0], change.old_id) if change and change.old_id else key

    @property
    def unread_and_gone(self) -> frozenset[Key]:
        """The records that could not be read before, and are not there after."""
        gone = self.before.unread - self.after.unread
        return frozenset(key for key in gone if self.after.record(key) is None)

    def unread_users(self, key: Key) -> frozenset[Key]:
        """Return what referred to a record before and may still, in a file that was not read."""
        return self.after.unread & frozenset(self.before.users(key))

    def pairs(self) -> Iterator[tuple[Key, Record, Record]]:
        """Yield every record that changed and is there on both sides, with its key after."""
        for key, change in self.changes.items():
            if change.before is not None and change.after is not None:
                yield key, change.before, change.after
        follow = {key for change in self.changes.values() for key in change.followed_by}
        for key in sorted(follow - self.changes.keys()):
            kind, name = key
            yield (
                key,
                self.before.records.of_kind(kind)[name],
                self.after.records.of_kind(kind)[name],
            )
