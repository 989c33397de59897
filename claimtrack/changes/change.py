"""What one change of a record is: its kind, its place on both sides, and what was and is there."""

from __future__ import annotations

from typing import Literal, TypeAlias

from attrs import frozen

from claimtrack.changes.paths import Path, pointer_of
from claimtrack.corpus.index import Key
from claimtrack.findings import Finding
from claimtrack.model.attributions import Attribution, Relay
from claimtrack.model.claims import RelatedClaim, Retirement, Value, Version
from claimtrack.model.ids import VersionRef
from claimtrack.model.locators import Locator
from claimtrack.model.records import Record
from claimtrack.model.reviews import Assessment, Review
from claimtrack.model.sources import ArchivedCopy, PassedOver, SourceFile
from claimtrack.model.speakers import Role

#: What is done to a part, in the words of RFC 6902.
Op: TypeAlias = Literal["add", "remove", "replace", "move"]
#: A part of a record that a change adds, removes or replaces, as the model has it.
Part: TypeAlias = (
    Value
    | Locator
    | VersionRef
    | Attribution
    | Relay
    | Version
    | Retirement
    | RelatedClaim
    | Assessment
    | Review
    | ArchivedCopy
    | PassedOver
    | SourceFile
    | Role
)
#: What became of a record.
How: TypeAlias = Literal["added", "removed", "renamed", "changed"]
#: Which of two states is meant.
Side: TypeAlias = Literal["before", "after"]


@frozen(kw_only=True)
class Change:
    """One change of a record.

    A `move` gives a version, or the record itself, a new id (`old` and `new` are the ids), or an
    item of a list that keeps its order another place. What changes within a part that was renamed
    is told by changes of its own.
    """

    op: Op
    #: The way to the part in the record after; to one that is removed, by its name before.
    path: Path
    #: The way to the part in the record before; to one that is added, by its name after.
    was: Path
    #: What stood there; None for nothing. A default that is left out stands there.
    old: Part | None = None
    #: What stands there now; None for nothing.
    new: Part | None = None
    #: Whether it only follows a renaming that is told elsewhere, of a version or of a record.
    follows: bool = False

    @property
    def pointer(self) -> str:
        """The JSON Pointer to the part: in the record after, of what is removed in that before.

        The record is taken in its canonical order.
        """
        return pointer_of(self.was if self.op == "remove" else self.path)

    @property
    def inverse(self) -> Change:
        """The change that undoes this one."""
        ops: dict[Op, Op] = {"add": "remove", "remove": "add"}
        return Change(
            op=ops.get(self.op, self.op),
            path=self.was,
            was=self.path,
            old=self.new,
            new=self.old,
            follows=self.follows,
        )


@frozen(kw_only=True)
class RecordChange:
    """What became of one record."""

    #: Its kind and id, after the change where it is still there.
    key: Key
    how: How
    #: The record before, None where it was added.
    before: Record | None
    #: The record after, None where it was removed.
    after: Record | None
    #: The path of its file, relative to the root of the corpus: after, or before if it is gone.
    path: str = ""
    #: The path of its file before, where that is another.
    old_path: str | None = None
    #: What changed within it; empty for a record that was added or removed as a whole.
    changes: tuple[Change, ...] = ()
    #: The records that only follow the renaming of this one or of its versions.
    followed_by: tuple[Key, ...] = ()

    @property
    def old_id(self) -> str | None:
        """The id before, where that is another."""
        renamed = self.before is not None and self.before.id != self.key[1]
        return self.before.id if self.before is not None and renamed else None


@frozen(kw_only=True)
class Unread:
    """A file that could not be read whole, so that its record could not be compared."""

    path: str
    key: Key
    side: Side
    #: Whether the file is there on the other side as well.
    elsewhere: bool = True
    #: What is wrong with the file.
    findings: tuple[Finding, ...] = ()


@frozen(kw_only=True)
class CorpusChanges:
    """What became of the records of a corpus."""

    #: By kind and id.
    records: tuple[RecordChange, ...] = ()
    #: The paths of files that changed while their records did not.
    layout_only: tuple[str, ...] = ()
    #: What could not be compared, and why.
    unread: tuple[Unread, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.records or self.layout_only or self.unread)
