"""The files of a corpus in a state that git keeps, read without checking anything out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Self

from attrs import Factory, field, frozen

from claimtrack.corpus.files import (
    FileError,
    MissingFileError,
    NotAFileError,
    SymbolicLinkError,
    split,
)
from claimtrack.corpus.folder import Entry, Sort, arrange
from claimtrack.corpus.git import Commit, Repository
from claimtrack.corpus.objects import Objects

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from claimtrack.corpus.folder import Scan
    from claimtrack.corpus.origins import Origin

_SORTS: dict[str, Sort] = {"100": "file", "120": "link", "160": "module"}
#: The stage of a staged file that is in no conflict.
_MERGED = "0"


class UnmergedFileError(FileError):
    """A file of which several versions are in the index, and none of them is meant yet."""

    advice = "this file is in conflict and not staged; resolve it, and stage it"


@frozen
class Blob:
    """A file in a state that git keeps."""

    #: The id of its contents.
    id: str
    sort: Sort


@frozen(kw_only=True, eq=False, repr=False)
class Snapshot:
    """The files below the root of a corpus in a commit, or as they are staged."""

    root: Path
    repository: Repository
    #: The folder that it lay in then, relative to the top of the working tree.
    folder: str
    #: The commit; None for what is staged.
    commit: Commit | None
    #: By path relative to the root, with forward slashes.
    blobs: Mapping[str, Blob]
    _objects: Objects = field(
        default=Factory(lambda self: Objects(self.repository.top), takes_self=True), init=False
    )

    @classmethod
    def of(
        cls, repository: Repository, root: Path, commit: Commit | None, *, folder: str | None = None
    ) -> Self:
        """List the files that a commit, or the index, has below a folder of the working tree.

        The folder is that of the root unless it was another then. Raises `GitError`.
        """
        below = repository.relative(root) if folder is None else folder
        asked = ["--", f"{below}/"] if below else []
        entries = _tree(repository, commit, asked) if commit else _index(repository, asked)
        start = len(below) + 1 if below else 0
        blobs = {path[start:]: blob for path, blob in entries if len(path) > start}
        return cls(root=root, repository=repository, folder=below, commit=commit, blobs=blobs)

    def __repr__(self) -> str:
        return f"<Snapshot of {self.root} in {self.name}>"

    @property
    def name(self) -> str:
        """What a message calls it."""
        return f'"{self.commit}"' if self.commit else "the index"

    def scan(self, skip: Collection[str]) -> Scan:
        """List the files of records."""
        entries = (Entry(path, blob.sort) for path, blob in self.blobs.items())
        return arrange(entries, skip)

    def read(self, path: str, *, limit: int) -> bytes:
        """Read a file; raises `FileError`, and `GitError` where the repository is not whole."""
        split(path)
        blob = self.blobs.get(path)
        if blob is None:
            raise MissingFileError(path)
        if blob.sort == "link":
            raise SymbolicLinkError(path)
        if blob.sort == "conflict":
            raise UnmergedFileError(path)
        if blob.sort != "file":
            raise NotAFileError(path)
        return self._objects.read(blob.id, path, limit=limit)

    def unchanged_since(self, other: Origin) -> frozenset[str]:
        """Return the paths of files that have the same contents in another snapshot."""
        if not isinstance(other, Snapshot) or other.repository != self.repository:
            return frozenset()
        return frozenset(path for path, blob in self.blobs.items() if other.blobs.get(path) == blob)


def folders_of(repository: Repository, commit: Commit, name: str) -> frozenset[str]:
    """Return the folders in which a commit has a file of a name, the top as an empty text.

    Raises `GitError`.
    """
    found = (path for path, blob in _tree(repository, commit, ()) if blob.sort == "file")
    parted = (path.rpartition("/") for path in found)
    return frozenset(folder for folder, _, last in parted if last == name)


def _tree(
    repository: Repository, commit: Commit, asked: Iterable[str]
) -> Iterator[tuple[str, Blob]]:
    listed = repository.run(["ls-tree", "-r", "-z", "--full-tree", commit.id, *asked])
    for item in listed.fields:
        about, _, path = item.partition("\t")
        mode, _, blob = about.split(" ")
        yield path, Blob(blob, _sort(mode))


def _index(repository: Repository, asked: Iterable[str]) -> Iterator[tuple[str, Blob]]:
    listed = repository.run(["ls-files", "--stage", "-z", "--full-name", *asked])
    for item in listed.fields:
        about, _, path = item.partition("\t")
        mode, blob, stage = about.split(" ")
        yield path, Blob(blob, _sort(mode) if stage == _MERGED else "conflict")


def _sort(mode: str) -> Sort:
    return _SORTS.get(mode[:3], "other")
