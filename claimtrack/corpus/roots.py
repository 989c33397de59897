"""Where corpora lie in the states that git keeps, also those that are gone from the disk."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from claimtrack.corpus.folder import MANIFEST
from claimtrack.corpus.git import Commit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from claimtrack.corpus.git import Repository

#: What git writes before the path of a file that a commit deletes.
_DELETED = "D"


def roots_kept(repository: Repository, commit: Commit | None, near: Path) -> frozenset[Path]:
    """Return the corpora in, right below or around a folder that a commit, or the index, has.

    Raises `GitError`.
    """
    asked = ["ls-tree", "-r", "--name-only", "--full-tree"] if commit else ["ls-files"]
    listed = repository.run([*asked, "-z", *([commit.id] if commit else [])])
    return frozenset(_roots(repository, listed.fields, near))


def roots_lost(
    repository: Repository, head: Commit, near: Path
) -> tuple[Commit, frozenset[Path]] | None:
    """Return the last commit up to another that had corpora near a folder which are gone by then.

    With it, the corpora; None where there never was one. Raises `GitError`.
    """
    listed = repository.run(["rev-list", "--topo-order", "--parents", head.id])
    lines = (line.split() for line in listed.out.decode().splitlines())
    pairs = [line[:2] for line in lines if len(line) > 1]
    told = repository.run(
        [
            *("diff-tree", "--stdin", "--always", "-r", "-z", "--name-status", "--no-renames"),
            *("--diff-filter=D", "--no-ext-diff", "--no-textconv"),
        ],
        given="".join(f"{' '.join(pair)}\n" for pair in pairs).encode(),
    )
    fields = deque(told.fields)
    for _, parent in pairs:
        fields.popleft()
        found = frozenset(_roots(repository, tuple(_deleted(fields)), near))
        if found:
            return Commit(parent, parent), found
    return None


def _deleted(fields: deque[str]) -> Iterator[str]:
    """Take the files that one commit deletes off the fields."""
    while fields and fields[0] == _DELETED:
        fields.popleft()
        yield fields.popleft()


def _roots(repository: Repository, paths: Iterable[str], near: Path) -> Iterator[Path]:
    """Yield the corpora near a folder among those whose manifests are among some files."""
    start = near.resolve()
    for path in paths:
        folder, _, name = path.rpartition("/")
        root = repository.top / folder
        hidden = root.name.startswith(".")
        if name == MANIFEST and (
            start.is_relative_to(root) or (root.parent == start and not hidden)
        ):
            yield root
