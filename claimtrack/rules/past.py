"""What a change made of each record, for the rules that judge the change itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Self

from attrs import frozen

from claimtrack.changes.change import Change, RecordChange
from claimtrack.corpus.index import Key, key_of
from claimtrack.model.claims import Claim
from claimtrack.model.ids import VersionRef
from claimtrack.text.digest import digest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.changes.change import CorpusChanges
    from claimtrack.model.records import Record


@frozen(kw_only=True)
class Past:
    """What became of the records that there were before a change."""

    #: By the key of the record as it is now; of one that is gone, as it was.
    changes: Mapping[Key, RecordChange]
    #: The new id of each record that was renamed.
    records: Mapping[Key, str]
    #: The new address of each version that was renamed, or whose claim was.
    versions: Mapping[VersionRef, VersionRef]

    @classmethod
    def of(cls, changes: CorpusChanges) -> Self:
        """Arrange what changed between two states of a corpus."""
        renamed = (item for item in changes.records if item.how == "renamed" and item.old_id)
        return cls(
            changes={item.key: item for item in changes.records},
            records={(item.key[0], str(item.old_id)): item.key[1] for item in renamed},
            versions=dict(pair for item in changes.records for pair in _renamed_versions(item)),
        )

    @property
    def gone(self) -> tuple[RecordChange, ...]:
        """The records that are gone."""
        return tuple(item for item in self.changes.values() if item.how == "removed")

    def of_record(self, record: Record) -> RecordChange | None:
        """Return what became of a record; None for one that is new, or as it was."""
        item = self.changes.get(key_of(record))
        return item if item is not None and item.before is not None else None


def unanswered(record: Record, past: Past | None) -> tuple[Change, ...]:
    """Return what changed in a claim that was accepted before, unless something answers it."""
    item = past.of_record(record) if past else None
    if item is None or not was_kept(item) or is_answered(record, past):
        return ()
    return item.changes


def was_kept(item: RecordChange) -> bool:
    """Tell whether a record is a claim that was accepted, be it that it was retired since."""
    return isinstance(item.before, Claim) and item.before.status in {"accepted", "retired"}


def is_answered(record: Record, past: Past | None) -> bool:
    """Tell whether a record says itself that its new state is not taken for the accepted one.

    It is a draft again, or a review that was not there before names what it means now.
    """
    item = past.of_record(record) if past else None
    before = item.before.reviews if item is not None and item.before is not None else ()
    fresh = {review.digest for review in Counter(record.reviews) - Counter(before)}
    return (isinstance(record, Claim) and record.status == "draft") or digest(record) in fresh


#: What a message proposes where `is_answered` would be an answer.
ANSWER = (
    "undo it, or have the claim reviewed as it is now (`claimtrack review`), "
    "or put it back to `status: draft`"
)


def _renamed_versions(item: RecordChange) -> Iterator[tuple[VersionRef, VersionRef]]:
    for change in item.changes:
        if change.op == "move" and len(change.path) == len(("versions", "id")):
            old = VersionRef(item.old_id or item.key[1], str(change.old))
            yield old, VersionRef(item.key[1], str(change.new))
