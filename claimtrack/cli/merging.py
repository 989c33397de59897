"""What merging three files came to, and what is said of it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Self

from attrs import frozen

from claimtrack.changes.merge import merge
from claimtrack.changes.mergerefusals import refusal
from claimtrack.corpus.files import NotAFileError, read_file
from claimtrack.corpus.folder import NotACorpus, find_root, identify
from claimtrack.corpus.textmerge import merge_lines
from claimtrack.model.ids import InvalidId
from claimtrack.text.limits import DEFAULT_LIMITS

if TYPE_CHECKING:
    from claimtrack.text.markers import Markers


class FolderGivenError(NotAFileError):
    """A folder where a file to merge is asked for."""

    advice = "{path} is a folder: name a file in it"


@frozen(kw_only=True)
class Inputs:
    """The three files, and the path by which the merged one is known."""

    base: bytes
    ours: bytes
    theirs: bytes
    path: str

    @classmethod
    def read(cls, base: Path, ours: Path, theirs: Path, *, path: str | None) -> Self:
        """Read the files; raises `FileError`."""
        return cls(base=_read(base), ours=_read(ours), theirs=_read(theirs), path=path or str(ours))

    @property
    def id(self) -> str:
        """The id of the record, empty where the path is in no corpus."""
        whole = Path(os.path.abspath(self.path))  # noqa: PTH100 - Path.resolve would follow links
        there = next(folder for folder in whole.parents if os.path.lexists(folder))
        try:
            _, found = identify(whole.relative_to(find_root(there)).as_posix())
        except (NotACorpus, InvalidId):
            return ""
        return found


@frozen(kw_only=True)
class Done:
    """A merged file."""

    data: bytes
    #: Whether conflict markers stand in it.
    conflicts: bool
    #: What there is to say of it, a line each.
    told: tuple[str, ...]


def merge_files(inputs: Inputs, markers: Markers) -> Done:
    """Merge records by what they mean, and what is none line by line.

    Raises `GitError` where git is needed and fails.
    """
    merged = merge(inputs.base, inputs.ours, inputs.theirs, id=inputs.id, markers=markers)
    if merged.text is not None:
        told = tuple(map(str, merged.conflicts))
        return Done(data=merged.text.encode(), conflicts=bool(told), told=told)
    lines = merge_lines(inputs.base, inputs.ours, inputs.theirs, markers)
    why = refusal(inputs.base, inputs.ours, inputs.theirs)
    told = (f"merged line by line; {why}",)
    return Done(data=lines.data, conflicts=bool(lines.conflicts), told=told)


def _read(path: Path) -> bytes:
    if str(path) == os.devnull:
        return b""
    if path.is_dir():
        raise FolderGivenError(str(path))
    return read_file(path.parent, path.name, limit=DEFAULT_LIMITS.size)
