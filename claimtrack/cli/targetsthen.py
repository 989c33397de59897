"""Which corpora a user's paths mean of a change: those that are there, and those that were."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from claimtrack.cli.targets import NoCorpusThere, NoSuchPath, grouped, roots_of, standing
from claimtrack.corpus.folder import NotACorpus, find_root
from claimtrack.corpus.git import Repository
from claimtrack.corpus.history import former_root, roots_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimtrack.cli.targets import Target


def targets_since(paths: Sequence[Path], revision: str) -> tuple[Target, ...]:
    """Group paths by corpora, those that are there and those that were at a revision and are not.

    A corpus that moved is the one that is there now. Raises `NoSuchPath` and `NoCorpusThere` for
    a path that meant nothing then either, and `GitError`.
    """
    wanted = paths or (Path(),)
    here = [(root, path) for path in wanted for root in _present(path)]
    known = frozenset(Path(os.path.realpath(root)) for root, _ in here)
    gone = [(root, path) for path in wanted for root in _gone(path, revision, known)]
    for path in wanted:
        if all(path != meant for _, meant in (*here, *gone)):
            raise NoCorpusThere(path) if os.path.lexists(path) else NoSuchPath(path)
    return grouped((*here, *gone))


def _present(path: Path) -> Iterable[Path]:
    """Return the corpora that a path means; of one that is gone, that which it lay in."""
    try:
        return roots_of(path) if os.path.lexists(path) else (find_root(standing(path)),)
    except (NoCorpusThere, NotACorpus):
        return ()


def _gone(path: Path, revision: str, known: frozenset[Path]) -> Iterator[Path]:
    """Yield the roots of the corpora that a path meant at a revision, and means no more."""
    repository = Repository.at(standing(path))
    commit = repository.commit(revision)
    whole = repository.top / repository.relative(path)
    roots = roots_at(repository, commit)
    above = [root for root in roots if whole.is_relative_to(root)]
    lost = [root for root in above[-1:] or _below(whole, roots) if root not in known]
    if lost:
        inside = (root for root in known if root.is_relative_to(repository.top))
        moved = {former_root(repository, root, commit) for root in inside}
        yield from (root for root in lost if root not in moved)


def _below(folder: Path, roots: Iterable[Path]) -> Iterator[Path]:
    """Yield the outermost of roots below a folder; names that begin with a dot are passed over."""
    below = [root for root in roots if root.is_relative_to(folder)]
    for root in below:
        names = root.relative_to(folder).parts
        is_hidden = any(name.startswith(".") for name in names)
        if not is_hidden and not any(other in root.parents for other in below):
            yield root
