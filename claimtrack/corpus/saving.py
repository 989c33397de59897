"""Records to files: added, saved, removed and renamed."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, cast

from claimtrack.corpus.atomic import ChangedFileError, remove_file, write_file
from claimtrack.corpus.files import digest_of, read_file
from claimtrack.corpus.folder import FoundFile, record_path
from claimtrack.corpus.loading import LoadedFile
from claimtrack.errors import ClaimtrackError
from claimtrack.model.records import Record, kind_of
from claimtrack.text.convert import to_data
from claimtrack.text.edit import edit
from claimtrack.text.format import Unwritable, write
from claimtrack.text.limits import DEFAULT_LIMITS
from claimtrack.text.read import read
from claimtrack.text.salvage import salvage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from claimtrack.corpus.index import Key
    from claimtrack.findings import Fault


class InvalidRecord(ClaimtrackError, ValueError):  # noqa: N818 - reads as a sentence
    """A record that could not be read again if it were written."""

    def __init__(self, key: Key, faults: Iterable[Fault], cause: str = "") -> None:
        self.faults = tuple(faults)
        why = "; ".join(fault.message for fault in self.faults) or cause
        super().__init__(f'{key[0]} "{key[1]}" cannot be written: {why}')


class RecordExists(ClaimtrackError, ValueError):  # noqa: N818 - reads as a sentence
    """A record of that kind and id is there already."""

    def __init__(self, key: Key) -> None:
        super().__init__(f'there is a {key[0]} "{key[1]}" already; save it, or choose another id')


class NoSuchRecord(ClaimtrackError, KeyError):  # noqa: N818 - reads as a sentence
    """No record of that kind and id is there."""

    def __init__(self, key: Key, near: str = "") -> None:
        self.key = key
        super().__init__(f'there is no {key[0]} "{key[1]}"{near}')

    def __str__(self) -> str:
        return str(self.args[0])


class RecordInUse(ClaimtrackError, ValueError):  # noqa: N818 - reads as a sentence
    """Other records refer to a record that is to be removed."""

    def __init__(self, key: Key, by: Iterable[Key]) -> None:
        users = sorted({f'{kind} "{name}"' for kind, name in by})
        shown = ", ".join(users[:5]) + (f" and {len(users) - 5} more" if len(users) > 5 else "")
        super().__init__(
            f'{key[0]} "{key[1]}" is referred to by {shown}; '
            "change them first, or rename the record"
        )


class RecordsUnread(ClaimtrackError, ValueError):  # noqa: N818 - reads as a sentence
    """Files that could not be read stand in the way of a change to the whole corpus."""

    def __init__(self, keys: Iterable[Key]) -> None:
        named = [f'{kind} "{name}"' for kind, name in keys]
        shown = ", ".join(named[:5]) + (f" and {len(named) - 5} more" if len(named) > 5 else "")
        super().__init__(f"{shown} could not be read and may hold references; mend them first")


def create(root: Path, record: Record) -> LoadedFile:
    """Write the file of a new record, in the canonical layout; never over another file."""
    whole = _whole(record)
    found = _found(whole)
    with _writable(whole):
        data = write(to_data(whole), found.kind).encode()
    write_file(root, found.path, data, expected=None)
    return _reread(found, data)


def save(root: Path, old: LoadedFile, record: Record) -> LoadedFile:
    """Change the lines of a record's file that must change; refused when the file changed since."""
    whole = _whole(record)
    before = _unchanged(root, old)
    with _writable(whole):
        data = edit(before.decode(), whole).encode()
    write_file(root, old.found.path, data, expected=old.digest)
    return _reread(old.found, data)


def remove(root: Path, old: LoadedFile) -> None:
    """Remove a record's file; refused when the file changed since it was read."""
    remove_file(root, old.found.path, expected=_digest(old))


def copy(root: Path, old: LoadedFile, record: Record) -> LoadedFile:
    """Write a record's text, comments and all, to the file of its new id."""
    found = _found(record)
    data = _unchanged(root, old)
    write_file(root, found.path, data, expected=None)
    return LoadedFile(found=found, digest=digest_of(data), record=record)


def _unchanged(root: Path, old: LoadedFile) -> bytes:
    data = read_file(root, old.found.path, limit=DEFAULT_LIMITS.size)
    if digest_of(data) != old.digest:
        raise ChangedFileError(old.found.path)
    return data


def _digest(old: LoadedFile) -> str:
    return old.digest or ""


def _reread(found: FoundFile, data: bytes) -> LoadedFile:
    document = read(data, kind=found.kind, id=found.id)
    record = cast("Record", document.record)
    return LoadedFile(found=found, digest=digest_of(data), record=record)


@contextmanager
def _writable(record: Record) -> Iterator[None]:
    try:
        yield
    except Unwritable as error:
        raise InvalidRecord((kind_of(record), record.id), (error.fault,)) from error


def _found(record: Record) -> FoundFile:
    kind = kind_of(record)
    return FoundFile(record_path(kind, record.id), kind, record.id)


def _whole(record: Record) -> Record:
    """Return the record as it will be read again."""
    key = (kind_of(record), record.id)
    record_path(*key)
    try:
        data = to_data(record)
    except (AttributeError, TypeError, ValueError) as error:
        raise InvalidRecord(key, (), f"a value is of the wrong type ({error})") from error
    salvaged = salvage(data, *key)
    if salvaged.faults or salvaged.record is None:
        raise InvalidRecord(key, salvaged.faults)
    return cast("Record", salvaged.record)
