"""The records of blobs, each read once, and those that were others before."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from attrs import define, field

from claimtrack.changes.pairing import renamed_records
from claimtrack.corpus.files import TooLargeError
from claimtrack.corpus.folder import identify
from claimtrack.corpus.objects import Objects
from claimtrack.corpus.trail import Kept
from claimtrack.findings import Fault
from claimtrack.model.ids import InvalidId
from claimtrack.text.faults import TOO_LARGE
from claimtrack.text.limits import DEFAULT_LIMITS
from claimtrack.text.read import Document, read

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimtrack.corpus.index import Key
    from claimtrack.model.records import Record


@define
class Blobs:
    """Reads the records of files that git keeps."""

    objects: Objects
    _read: dict[Kept, Document] = field(factory=dict, init=False)

    def document(self, kept: Kept) -> Document:
        """Read a file as a record; never raises for a bad one."""
        if kept not in self._read:
            self._read[kept] = self._document(kept)
        return self._read[kept]

    def record(self, kept: Kept | None) -> Record | None:
        """Return the record of a file, None where it cannot be read whole."""
        document = self.document(kept) if kept else None
        whole = document is not None and not document.faults
        return cast("Record | None", document.record) if document and whole else None

    def finds(self, came: Kept, gone: Sequence[Kept]) -> Kept | None:
        """Find the file that another was before its record got a new id."""
        fresh = {key: record for key, (_, record) in self._by_key([came]).items()}
        were = self._by_key(kept for kept in gone if _kind(kept) == _kind(came)) if fresh else {}
        found = renamed_records({key: record for key, (_, record) in were.items()}, fresh)
        return next((were[key][0] for key in found), None)

    def _by_key(self, files: Iterable[Kept]) -> dict[Key, tuple[Kept, Record]]:
        found = ((key_at(kept.path), kept, self.record(kept)) for kept in files)
        return {key: (kept, record) for key, kept, record in found if key and record is not None}

    def _document(self, kept: Kept) -> Document:
        key = key_at(kept.path)
        if key is None:
            return Document(record=None)
        try:
            data = self.objects.read(kept.blob, kept.path, limit=DEFAULT_LIMITS.size)
        except TooLargeError as error:
            return Document(record=None, faults=(Fault(kind=TOO_LARGE, message=str(error)),))
        return read(data, kind=key[0], id=key[1])


def key_at(path: str) -> Key | None:
    """Return the kind and id of the record of a file, None where no record can lie there."""
    try:
        return identify(path) if path.endswith(".yaml") else None
    except InvalidId:
        return None


def _kind(kept: Kept) -> str | None:
    key = key_at(kept.path)
    return key[0] if key else None
