"""A corpus as it was: at a commit, as it is staged, or on the disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.corpus.corpus import Corpus
from claimtrack.corpus.folder import MANIFEST
from claimtrack.corpus.git import Commit
from claimtrack.corpus.loading import Loaded, load_from
from claimtrack.corpus.origins import Disk
from claimtrack.corpus.snapshots import Snapshot, folders_of
from claimtrack.model.manifest import Manifest
from claimtrack.text.limits import DEFAULT_LIMITS

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrack.corpus.git import Repository, Side
    from claimtrack.corpus.origins import Origin


def corpus_at(repository: Repository, root: Path, side: Side) -> Corpus:
    """Return the corpus that has, or has not yet, its manifest in a folder of the working tree.

    A corpus that lay in another folder then is found there, where that is certain: in the one
    folder that held a manifest and holds none now. Where there was no manifest, the corpus is
    empty, and `was_there` tells so. Nothing is checked out; a corpus that is not read from the
    disk cannot be changed. Raises `GitError`.
    """
    return Corpus(_loaded(_origin(repository, root, side), None))


def corpora_between(
    repository: Repository, root: Path, base: Side, head: Side
) -> tuple[Corpus, Corpus]:
    """Return the corpus on two sides; files with the same bytes share their record.

    Raises `GitError`.
    """
    before = _loaded(_origin(repository, root, base), None)
    after = _loaded(_origin(repository, root, head), before)
    return Corpus(before), Corpus(after)


def was_there(corpus: Corpus) -> bool:
    """Tell whether a corpus had its manifest, and was one, where it was read from."""
    return _has_manifest(corpus.origin)


def moved_from(corpus: Corpus) -> str | None:
    """Return the folder that a corpus lay in then, relative to the repository, if another."""
    origin = corpus.origin
    if not isinstance(origin, Snapshot) or origin.folder == origin.repository.relative(origin.root):
        return None
    return origin.folder


def roots_at(repository: Repository, commit: Commit) -> tuple[Path, ...]:
    """Return the folders of the working tree that held a manifest at a commit, be they gone.

    Raises `GitError`.
    """
    return tuple(repository.top / one for one in sorted(folders_of(repository, commit, MANIFEST)))


def former_root(repository: Repository, root: Path, commit: Commit) -> Path | None:
    """Return the folder that a corpus lay in at a commit, where it was another and is certain.

    Raises `GitError`.
    """
    if _has_manifest(Snapshot.of(repository, root, commit)):
        return None
    folder = _former_folder(repository, commit)
    return None if folder is None else repository.top / folder


def _origin(repository: Repository, root: Path, side: Side) -> Origin:
    if side == "working tree":
        return Disk(root)
    if not isinstance(side, Commit):
        return Snapshot.of(repository, root, None)
    there = Snapshot.of(repository, root, side)
    former = None if _has_manifest(there) else _former_folder(repository, side)
    return there if former is None else Snapshot.of(repository, root, side, folder=former)


def _former_folder(repository: Repository, commit: Commit) -> str | None:
    """Return the one folder that held a manifest at a commit and holds none on the disk."""
    held = folders_of(repository, commit, MANIFEST)
    left = [folder for folder in held if not (repository.top / folder / MANIFEST).is_file()]
    return left[0] if len(left) == 1 else None


def _loaded(origin: Origin, before: Loaded | None) -> Loaded:
    if _has_manifest(origin):
        return load_from(origin, before)
    empty = Manifest(format="1")
    return Loaded(origin=origin, manifest=empty, limits=DEFAULT_LIMITS, files=(), findings=())


def _has_manifest(origin: Origin) -> bool:
    if isinstance(origin, Snapshot):
        return MANIFEST in origin.blobs
    return (origin.root / MANIFEST).is_file()
