"""Records to files: planned whole before the first is written, and written one by one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, cast

from attrs import frozen

from claimtrack.corpus.atomic import ChangedFileError, remove_file, write_file
from claimtrack.corpus.files import digest_of, read_file
from claimtrack.corpus.folder import FoundFile, record_path
from claimtrack.corpus.loading import LoadedFile
from claimtrack.errors import ClaimtrackError
from claimtrack.findings import pointer
from claimtrack.model.records import Record, kind_of
from claimtrack.text.convert import to_data
from claimtrack.text.edit import edit
from claimtrack.text.format import Unwritable, write
from claimtrack.text.limits import Limits
from claimtrack.text.read import read
from claimtrack.text.salvage import salvage
from claimtrack.text.suppressions import suppressions

if TYPE_CHECKING:
    from claimtrack.corpus.index import Key
    from claimtrack.findings import Fault


class InvalidRecord(ClaimtrackError, ValueError):  # noqa: N818 - reads as a sentence
    """A record that could not be read again if it were written."""

    def __init__(self, key: Key, faults: Iterable[Fault], cause: str = "") -> None:
        self.key = key
        self.faults = tuple(faults)
        why = "; ".join(map(_told, self.faults)) or cause
        super().__init__(f'{key[0]} "{key[1]}" cannot be written: {why}')


def _told(fault: Fault) -> str:
    return f"{pointer(fault.keys)}: {fault.message}" if fault.keys else fault.message


@frozen
class Plan:
    """A file as it is to be written."""

    found: FoundFile
    data: bytes
    #: The digest of what is there, None for a new file.
    expected: str | None
    record: Record


def bytes_of(record: Record) -> bytes:
    """Return the file of a record in the canonical layout; raises `InvalidRecord`."""
    whole = _whole(record)
    with _writable(whole):
        return write(to_data(whole), kind_of(whole)).encode()


@frozen(kw_only=True)
class Store:
    """Writes the files of a corpus."""

    root: Path
    limits: Limits
    #: The folders whose files are no records.
    skipped: Collection[str] = ()

    def addition(self, record: Record) -> Plan:
        """Plan the file of a new record, in the canonical layout; never over another file.

        Raises `InvalidRecord` and `InvalidId`.
        """
        found = self._found(record)
        whole = _whole(record)
        with _writable(whole):
            text = write(to_data(whole), found.kind)
        return self._plan(found, text, None)

    def change(self, old: LoadedFile, record: Record) -> Plan:
        """Plan the lines of a record's file that must change.

        Raises `InvalidRecord`, and `ChangedFileError` where the file changed since it was read.
        """
        return self._plan(old.found, self._edited(old, record), old.digest)

    def move(self, old: LoadedFile, record: Record) -> Plan:
        """Plan the file of a record under its new id, with the text and comments of the old one.

        Raises as `change`, and `InvalidId`.
        """
        return self._plan(self._found(record), self._edited(old, record), None)

    def write(self, plan: Plan) -> LoadedFile:
        """Write a planned file; refused when what is there is not what was read."""
        write_file(self.root, plan.found.path, plan.data, expected=plan.expected)
        return LoadedFile(
            found=plan.found,
            digest=digest_of(plan.data),
            record=plan.record,
            suppressions=suppressions(plan.data),
        )

    def remove(self, old: LoadedFile) -> None:
        """Remove a record's file; refused when it changed since it was read."""
        remove_file(self.root, old.found.path, expected=old.digest or "")

    def _edited(self, old: LoadedFile, record: Record) -> str:
        whole = _whole(record)
        before = read_file(self.root, old.found.path, limit=self.limits.size)
        if digest_of(before) != old.digest:
            raise ChangedFileError(old.found.path)
        with _writable(whole):
            return edit(before.decode(), whole)

    def _plan(self, found: FoundFile, text: str, expected: str | None) -> Plan:
        data = text.encode()
        document = read(data, kind=found.kind, id=found.id, limits=self.limits)
        if document.faults:
            raise InvalidRecord((found.kind, found.id), document.faults)
        return Plan(found, data, expected, cast("Record", document.record))

    def _found(self, record: Record) -> FoundFile:
        kind = kind_of(record)
        return FoundFile(record_path(kind, record.id, self.skipped), kind, record.id)


def _whole(record: Record) -> Record:
    """Return the record as it will be read again."""
    key = (kind_of(record), record.id)
    try:
        data = to_data(record)
    except (AttributeError, TypeError, ValueError) as error:
        raise InvalidRecord(key, (), f"a value is of the wrong type ({error})") from error
    salvaged = salvage(data, *key)
    if salvaged.faults or salvaged.record is None:
        raise InvalidRecord(key, salvaged.faults)
    return cast("Record", salvaged.record)


@contextmanager
def _writable(record: Record) -> Iterator[None]:
    try:
        yield
    except Unwritable as error:
        raise InvalidRecord((kind_of(record), record.id), (error.fault,)) from error
