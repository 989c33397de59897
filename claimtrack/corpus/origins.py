"""Where the files of a corpus are read from: the disk, or a state that git keeps."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from attrs import evolve, frozen

from claimtrack.corpus.files import MissingFileError, TooLargeError, read_file
from claimtrack.corpus.folder import scan

if TYPE_CHECKING:
    from collections.abc import Collection

    from claimtrack.corpus.folder import Scan


class Origin(Protocol):
    """Files below the root of a corpus, as they were at one moment."""

    @property
    def root(self) -> Path:
        """The folder on the disk that holds, or would hold, the manifest."""

    @property
    def name(self) -> str:
        """What a message calls it."""

    def scan(self, skip: Collection[str]) -> Scan:
        """List the files of records, as `folder.scan` does."""

    def read(self, path: str, *, limit: int) -> bytes:
        """Read a file, by its path relative to the root.

        Raises `FileError`, as `files.read_file` does.
        """

    def unchanged_since(self, other: Origin) -> frozenset[str]:
        """Return paths of files that are the same in both, as far as that is known unread."""


@frozen
class Disk:
    """The files that are on the disk when they are asked for."""

    root: Path

    @property
    def name(self) -> str:
        """What a message calls it."""
        return "the disk"

    def scan(self, skip: Collection[str]) -> Scan:
        """List the files of records."""
        return scan(self.root, skip=skip)

    def read(self, path: str, *, limit: int) -> bytes:
        """Read a file; raises `FileError`."""
        return read_file(self.root, path, limit=limit)

    def unchanged_since(self, _: Origin) -> frozenset[str]:
        """Return nothing: what is on the disk is not known before it is read."""
        return frozenset()


@frozen
class Replaced:
    """An origin of which some files are thought to hold other bytes, or not to be there."""

    base: Origin
    #: What they hold, by path; None of one that is not there.
    files: Mapping[str, bytes | None]

    @property
    def root(self) -> Path:
        """The folder that holds the manifest."""
        return self.base.root

    @property
    def name(self) -> str:
        """What a message calls it."""
        return self.base.name

    def scan(self, skip: Collection[str]) -> Scan:
        """List the files of records."""
        found = self.base.scan(skip)
        gone = {path for path, data in self.files.items() if data is None}
        files = tuple(file for file in found.files if file.path not in gone)
        return evolve(found, files=files)

    def read(self, path: str, *, limit: int) -> bytes:
        """Read a file; raises `FileError`."""
        if path not in self.files:
            return self.base.read(path, limit=limit)
        data = self.files[path]
        if data is None:
            raise MissingFileError(path)
        if len(data) > limit:
            raise TooLargeError(path, limit)
        return data

    def unchanged_since(self, _: Origin) -> frozenset[str]:
        """Return nothing: each file is compared by what it holds."""
        return frozenset()
