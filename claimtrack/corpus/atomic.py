"""Changing one file so that it is, at every moment, either the old one or the new one."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import secrets
import stat
import sys
import time
from typing import TYPE_CHECKING, TypeAlias

from claimtrack.corpus.files import FileError, Folder, digest_of, split

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

#: How the files begin and end that a write puts down before it renames them; no record's name does.
TEMPORARY = (".claimtrack-", ".tmp")

#: After how many seconds a temporary file was surely left behind, where folders cannot be locked.
_STALE = 3600
_CREATE = (
    os.O_WRONLY
    | os.O_CREAT
    | os.O_EXCL
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
#: What systems say where a file can have one name only.
_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK}

Place: TypeAlias = tuple[Folder, str]


class ChangedFileError(FileError):
    """A file that somebody changed after it was read."""

    advice = "{path} changed since it was read: read it again and repeat the change"


class ExistingFileError(FileError):
    """A file where a new one was to be put."""

    advice = "{path} exists already: choose another name, or read it and change it"


def write_file(root: Path, relative: str, data: bytes, *, expected: str | None) -> bool:
    """Write a file below a folder, and tell whether that changed anything.

    `expected` is the digest (`digest_of`) of what was read, or None for a new file, whose folders
    are made as needed. A file that is there keeps its mode.
    Raises `ChangedFileError` for a file that is no longer what was read, `ExistingFileError` for
    a new one that is there already, and `FileError` for whatever `read_file` refuses.
    """
    folder, name = split(relative)
    with (
        Folder.open(root, folder, make=expected is None) as opened,
        _alone(opened),
        _told(opened, name),
    ):
        if expected is None:
            _create(opened, name, data)
            return True
        before = _unchanged(opened, name, expected)
        if digest_of(data) == expected:
            return False
        _replace(opened, name, data, before)
        return True


def remove_file(root: Path, relative: str, *, expected: str) -> None:
    """Remove a file below a folder, if it is still what was read.

    Raises as `write_file` does.
    """
    folder, name = split(relative)
    with Folder.open(root, folder) as opened, _alone(opened), _told(opened, name):
        _unchanged(opened, name, expected)
        os.unlink(opened.at(name), dir_fd=opened.handle)
        opened.settle()


@contextlib.contextmanager
def _alone(folder: Folder) -> Iterator[None]:
    """Keep other writers out of a folder, and remove what killed ones left in it."""
    locked = _lock(folder)
    _sweep(folder, older_than=0 if locked else _STALE)
    try:
        yield
    finally:
        if locked:
            _unlock(folder)


def _lock(folder: Folder) -> bool:
    if sys.platform == "win32" or folder.handle is None:
        return False
    import fcntl  # noqa: PLC0415 - Windows has none

    try:
        fcntl.flock(folder.handle, fcntl.LOCK_EX)
    except OSError:  # pragma: no cover - some network file systems lock no folders
        return False
    return True


def _unlock(folder: Folder) -> None:
    if sys.platform != "win32" and folder.handle is not None:  # pragma: no branch - was locked
        import fcntl  # noqa: PLC0415 - Windows has none

        fcntl.flock(folder.handle, fcntl.LOCK_UN)


def _sweep(folder: Folder, *, older_than: int) -> None:
    begin, end = TEMPORARY
    for name in folder.names():
        if name.startswith(begin) and name.endswith(end):
            with contextlib.suppress(FileError, OSError):
                if time.time() - folder.status(name).st_mtime >= older_than:
                    os.unlink(folder.at(name), dir_fd=folder.handle)


@contextlib.contextmanager
def _told(folder: Folder, name: str) -> Iterator[None]:
    """Name the file in whatever the system complains of."""
    try:
        yield
    except FileExistsError as error:
        raise ExistingFileError(folder.of(name)) from error
    except OSError as error:
        raise folder.fault(name, error) from error


def _unchanged(folder: Folder, name: str, expected: str) -> os.stat_result:
    with os.fdopen(folder.opened(name), "rb") as file:
        if hashlib.file_digest(file, "sha256").hexdigest() != expected:
            raise ChangedFileError(folder.of(name))
        return os.fstat(file.fileno())


def _create(folder: Folder, name: str, data: bytes) -> None:
    if folder.holds(name):
        raise ExistingFileError(folder.of(name))
    with _temporary(folder, data) as temporary:
        _name((folder, temporary), (folder, name))
    folder.settle()


def _replace(folder: Folder, name: str, data: bytes, before: os.stat_result) -> None:
    with _temporary(folder, data, mode=stat.S_IMODE(before.st_mode)) as temporary:
        now = folder.status(name)
        if (now.st_ino, now.st_size, now.st_mtime_ns) != (
            before.st_ino,
            before.st_size,
            before.st_mtime_ns,
        ):
            raise ChangedFileError(folder.of(name))
        os.replace(
            folder.at(temporary),
            folder.at(name),
            src_dir_fd=folder.handle,
            dst_dir_fd=folder.handle,
        )
    folder.settle()


@contextlib.contextmanager
def _temporary(folder: Folder, data: bytes, *, mode: int | None = None) -> Iterator[str]:
    """Put the bytes on the disk under another name, which is gone afterwards."""
    begin, end = TEMPORARY
    name = f"{begin}{secrets.token_hex(8)}{end}"
    try:
        handle = os.open(folder.at(name), _CREATE, 0o666, dir_fd=folder.handle)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            if mode is not None and sys.platform != "win32":
                os.fchmod(handle, mode)
            os.fsync(handle)
        yield name
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(folder.at(name), dir_fd=folder.handle)


def _name(old: Place, new: Place) -> None:
    """Give a file a second name, which must be free."""
    (folder, name), (there, new_name) = old, new
    try:
        os.link(
            folder.at(name),
            there.at(new_name),
            src_dir_fd=folder.handle,
            dst_dir_fd=there.handle,
        )
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        # Where a file can have one name only, it is moved; the look just before is all there is.
        if there.holds(new_name):
            raise ExistingFileError(there.of(new_name)) from error
        os.rename(
            folder.at(name),
            there.at(new_name),
            src_dir_fd=folder.handle,
            dst_dir_fd=there.handle,
        )
