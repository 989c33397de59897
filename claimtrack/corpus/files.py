"""Files below a folder that nobody vouches for: no links, no devices, no way out."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import re
import stat
from typing import TYPE_CHECKING, Self

from attrs import frozen

from claimtrack.errors import ClaimtrackError
from claimtrack.quoting import quoted

if TYPE_CHECKING:
    from pathlib import Path

_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)
#: So opened, a link is refused and a pipe is not waited for.
_SAFELY = os.O_RDONLY | _NO_FOLLOW
for _flag in ("O_NONBLOCK", "O_CLOEXEC", "O_NOCTTY", "O_BINARY"):
    _SAFELY |= getattr(os, _flag, 0)
_FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_CLOEXEC", 0)
#: Whether folders can be held open and walked by handle; else their paths are checked one by one.
_BY_HANDLE = {os.open, os.mkdir, os.unlink, os.link, os.stat} <= os.supports_dir_fd
_DRIVE = re.compile(r"[A-Za-z]:")
_CHUNK = 1 << 16
#: No system takes a longer path.
_PATH_LENGTH = 4096


class FileError(ClaimtrackError):
    """A file that claimtrack does not read or write; `path` is relative to the folder."""

    advice = "{path} cannot be used"

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path

    def __str__(self) -> str:
        path = quoted(self.path, mark='"', most=_PATH_LENGTH)
        return self.advice.format(**{**vars(self), "path": path})


class OutsideRootError(FileError):
    """A path that is absolute, or leaves the folder."""

    advice = "{path} is no path below the folder: write it relative, with `/`, without `.` and `..`"


class MissingFileError(FileError):
    """A file that is not there."""

    advice = "{path} does not exist: check its name"


class SymbolicLinkError(FileError):
    """A symbolic link, at the end of a path or on the way."""

    advice = "{path} is a symbolic link: put the file or folder itself there"


class NotAFolderError(FileError):
    """A path through something that is no folder."""

    advice = "{path} is no folder: move it out of the way"


class NotAFileError(FileError):
    """A folder, pipe, socket or device where a file is asked for."""

    advice = "{path} is no regular file: put one there, or remove it"


class TooLargeError(FileError):
    """A file of more bytes than its kind may have."""

    advice = "{path} has more than {limit} bytes: split it"

    def __init__(self, path: str, limit: int) -> None:
        super().__init__(path)
        self.limit = limit


class UnusableFileError(FileError):
    """A file that the system refuses, or fails, to read or write."""

    advice = "{path} cannot be used: {reason}"

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path)
        self.reason = reason


def digest_of(data: bytes) -> str:
    """Give the SHA-256 of a file's bytes, as 64 hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def read_file(root: Path, relative: str, *, limit: int) -> bytes:
    """Read a regular file below a folder.

    Raises `FileError` for a path that leaves the folder or leads through a symbolic link, for
    anything but a regular file, for more than `limit` bytes, and for what the system refuses.
    The root itself may be reached through a link.
    """
    folder, name = split(relative)
    with Folder.open(root, folder) as opened:
        return opened.read(name, limit=limit)


def digest_there(root: Path, relative: str, *, limit: int) -> str | None:
    """Return the digest of a file, None where there is none; raises as `read_file`."""
    try:
        return digest_of(read_file(root, relative, limit=limit))
    except MissingFileError:
        return None


def split(relative: str) -> tuple[str, str]:
    """Part a path into its folder and name.

    Raises `OutsideRootError`.

    >>> split("haniyeh-killing/method.yaml")
    ('haniyeh-killing', 'method.yaml')
    """
    parts = relative.split("/")
    if (
        {"", ".", ".."} & set(parts)
        or "\\" in relative
        or "\0" in relative
        or _DRIVE.match(relative)
    ):
        raise OutsideRootError(relative)
    return "/".join(parts[:-1]), parts[-1]


@frozen
class Folder:
    """A folder that was reached without following a link; use it in a `with` block.

    Many files of one folder are read fastest from here.
    """

    #: The path from the root, empty for the root itself.
    relative: str
    #: The path by which the system knows it.
    path: str
    #: The open folder; None where the platform does not open folders.
    handle: int | None

    @classmethod
    def open(cls, root: Path, relative: str = "", *, make: bool = False) -> Self:
        """Walk from the root to a folder, with `make` through folders made as needed.

        Raises `FileError`.
        """
        try:
            handle = os.open(root, _FOLDER) if _BY_HANDLE else None
        except OSError as error:
            raise UnusableFileError(os.fspath(root), str(error.strerror)) from error
        folder = cls("", os.fspath(root), handle)
        for part in relative.split("/") if relative else ():
            with folder:
                folder = folder._entered(part, make=make)
        return folder

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.handle is not None:
            os.close(self.handle)

    def at(self, name: str) -> str:
        """Give what the system's calls take for a name, beside `dir_fd=folder.handle`."""
        return name if self.handle is not None else f"{self.path}/{name}"

    def of(self, name: str) -> str:
        """Give the path of a name from the root."""
        return f"{self.relative}/{name}" if self.relative else name

    def read(self, name: str, *, limit: int) -> bytes:
        """Read a regular file of this folder; raises `FileError`."""
        try:
            handle = self.opened(name)
            try:
                size = os.fstat(handle).st_size
                data = b"" if size > limit else os.read(handle, size + 1)
                if len(data) != size <= limit:
                    data = _rest(handle, data, limit)
            finally:
                os.close(handle)
        except OSError as error:
            raise self.fault(name, error) from error
        if max(size, len(data)) > limit:
            raise TooLargeError(self.of(name), limit)
        return data

    def opened(self, name: str) -> int:
        """Open a regular file of this folder for reading; raises `FileError` or `OSError`."""
        if not _NO_FOLLOW:
            self.status(name)
        handle = os.open(self.at(name), _SAFELY, dir_fd=self.handle)
        if stat.S_ISREG(os.fstat(handle).st_mode):
            return handle
        os.close(handle)
        raise NotAFileError(self.of(name))

    def status(self, name: str) -> os.stat_result:
        """Look at a regular file of this folder; raises `FileError` for anything else."""
        try:
            found = os.stat(self.at(name), dir_fd=self.handle, follow_symlinks=False)
        except OSError as error:
            raise self.fault(name, error) from error
        if stat.S_ISLNK(found.st_mode):
            raise SymbolicLinkError(self.of(name))
        if not stat.S_ISREG(found.st_mode):
            raise NotAFileError(self.of(name))
        return found

    def fault(self, name: str, error: OSError) -> FileError:
        """Tell what stands in the way of a file for which the system gave an error."""
        if isinstance(error, FileNotFoundError):
            return MissingFileError(self.of(name))
        if self._is_link(name):
            return SymbolicLinkError(self.of(name))
        return UnusableFileError(self.of(name), str(error.strerror))

    def names(self) -> list[str]:
        """List what is in the folder."""
        with os.scandir(self.path if self.handle is None else self.handle) as entries:
            return [entry.name for entry in entries]

    def holds(self, name: str) -> bool:
        """Tell whether anything at all has this name, be it a dangling link."""
        return self._mode(name) is not None

    def _is_link(self, name: str) -> bool:
        mode = self._mode(name)
        return mode is not None and stat.S_ISLNK(mode)

    def _mode(self, name: str) -> int | None:
        try:
            return os.stat(self.at(name), dir_fd=self.handle, follow_symlinks=False).st_mode
        except OSError:
            return None

    def _entered(self, name: str, *, make: bool) -> Self:
        try:
            if make:
                self._make(name)
            if self.handle is None:
                return type(self)(self.of(name), self._checked(name), None)
            handle = os.open(name, _FOLDER | _NO_FOLLOW, dir_fd=self.handle)
        except NotADirectoryError as error:
            if self._is_link(name):
                raise SymbolicLinkError(self.of(name)) from error
            raise NotAFolderError(self.of(name)) from error
        except OSError as error:
            raise self.fault(name, error) from error
        return type(self)(self.of(name), f"{self.path}/{name}", handle)

    def _checked(self, name: str) -> str:
        path = self.at(name)
        mode = os.stat(path, dir_fd=self.handle, follow_symlinks=False).st_mode
        if not stat.S_ISDIR(mode):
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
        return path

    def _make(self, name: str) -> None:
        with contextlib.suppress(FileExistsError):
            os.mkdir(self.at(name), dir_fd=self.handle)
            self.settle()

    def settle(self) -> None:
        """Have the system put the folder's entries on the disk, where it can."""
        if self.handle is not None:
            os.fsync(self.handle)


def _rest(handle: int, data: bytes, limit: int) -> bytes:
    chunks, size = [data], len(data)
    while size <= limit and (chunk := os.read(handle, _CHUNK)):
        chunks.append(chunk)
        size += len(chunk)
    return b"".join(chunks)
