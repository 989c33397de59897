"""Which corpus is asked about where git keeps it, and it may be gone from the disk or moved."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from claimtrack.cli.corpora import SeveralCorpora, corpus_root
from claimtrack.cli.targets import NoCorpusThere, NoSuchPath, absolute
from claimtrack.corpus.folder import MANIFEST
from claimtrack.corpus.git import Commit, Repository
from claimtrack.corpus.gitprocess import GitError
from claimtrack.corpus.roots import roots_kept, roots_lost
from claimtrack.errors import ClaimtrackError

if TYPE_CHECKING:
    from collections.abc import Collection

    from claimtrack.corpus.git import Side


@frozen(kw_only=True)
class Nearby:
    """A folder that a user named, its repository, and the corpus that it has on the disk."""

    folder: Path
    repository: Repository
    #: None where there is none.
    root: Path | None
    #: What is to be raised where git knows of none either.
    missing: ClaimtrackError | None = None

    @classmethod
    def of(cls, folder: Path | None) -> Nearby:
        """Look for the corpus of a folder; None is the current one.

        Raises `SeveralCorpora`, `GitError` for a corpus in no repository, and what `corpus_root`
        raises where there is neither.
        """
        start = folder or Path()
        try:
            root = corpus_root(folder)
        except (NoCorpusThere, NoSuchPath) as error:
            try:
                repository = Repository.at(start)
            except GitError:
                raise error from None
            return cls(folder=start, repository=repository, root=None, missing=error)
        return cls(folder=start, repository=Repository.at(root), root=root)

    def last(self, head: Commit) -> tuple[Path, Commit | None]:
        """Return the corpus on the disk, else the one that a commit has, or had before it.

        With it, unless it is on the disk, the commit that still had it. Raises `SeveralCorpora`.
        """
        if self.root is not None:
            return self.root, None
        kept = roots_kept(self.repository, head, self.folder)
        lost = None if kept else roots_lost(self.repository, head, self.folder)
        commit, roots = lost or (head, kept)
        return self._only(roots), commit

    def between(self, base: Side, head: Side) -> Path:
        """Return the corpus that one of two states has, on its later place where it moved.

        Raises `SeveralCorpora`, also where another one is gone between the two.
        """
        if self.root is not None and absolute(self.folder).is_relative_to(absolute(self.root)):
            return self.root
        before, after = self._roots(base), self._roots(head)
        both = before | after or self._roots("working tree")
        if not before & after and len(before) == len(after) == 1:
            there = [root for root in both if (root / MANIFEST).is_file()]
            return (there or list(after))[0]
        return self._only(both)

    def _roots(self, side: Side) -> frozenset[Path]:
        if side == "working tree":
            return frozenset([self.root.resolve()] if self.root else [])
        commit = side if isinstance(side, Commit) else None
        return roots_kept(self.repository, commit, self.folder)

    def _only(self, roots: Collection[Path]) -> Path:
        """Return the corpus of some, of which those around the folder go before those below it."""
        start = self.folder.resolve()
        around = [root for root in roots if start.is_relative_to(root)]
        if around:
            return max(around, key=lambda root: len(root.parts))
        if len(roots) > 1:
            raise SeveralCorpora(sorted(roots))
        if not roots and self.missing is not None:
            raise self.missing
        return next(iter(roots))


def kept_root(folder: Path | None, revision: str) -> Path:
    """Return the corpus that a folder has on the disk, else the one that a revision has in it.

    Raises `GitError`, `SeveralCorpora`, and what `corpus_root` raises where there is neither.
    """
    nearby = Nearby.of(folder)
    return nearby.root or nearby.between(*[nearby.repository.commit(revision)] * 2)
