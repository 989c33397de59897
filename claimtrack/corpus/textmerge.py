"""Merging texts line by line, as git does it, where they cannot be merged by what they mean."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from claimtrack.corpus.gitprocess import run_git

if TYPE_CHECKING:
    from claimtrack.text.markers import Markers

#: How many conflicts `git merge-file` counts; what is beyond tells that it failed.
_COUNTED = 127


@frozen
class MergedLines:
    """What git made of three texts."""

    data: bytes
    #: How many conflicts stand in it.
    conflicts: int


def merge_lines(base: bytes, ours: bytes, theirs: bytes, markers: Markers) -> MergedLines:
    """Merge texts by their lines.

    Raises `NoGit`, and `GitFailed` for what git does not take for text.
    """
    labels = (markers.ours, markers.base, markers.theirs)
    options = ["--diff3"] if markers.with_base else []
    with tempfile.TemporaryDirectory(prefix="claimtrack-") as folder:
        for name, data in (("ours", ours), ("base", base), ("theirs", theirs)):
            (Path(folder) / name).write_bytes(data)
        ran = run_git(
            [
                *("merge-file", "-p", f"--marker-size={markers.size}", *options),
                *(part for label in labels for part in ("-L", label)),
                *("ours", "base", "theirs"),
            ],
            at=Path(folder),
            expected=range(_COUNTED + 1),
        )
    return MergedLines(ran.out, ran.code)
