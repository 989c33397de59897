"""Which two states of a corpus a diff is between."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from claimtrack.cli.corpora import corpus_root
from claimtrack.cli.keptroots import Nearby
from claimtrack.cli.revisions import say_if_moved
from claimtrack.cli.targets import NoSuchPath, absolute, shown
from claimtrack.cli.terminal import say
from claimtrack.corpus.corpus import Corpus
from claimtrack.corpus.git import Commit, Repository
from claimtrack.corpus.gitprocess import GitError
from claimtrack.corpus.history import corpora_between, was_there
from claimtrack.corpus.loading import load_folder
from claimtrack.corpus.lone import lone_corpora
from claimtrack.corpus.ranges import sides
from claimtrack.errors import ClaimtrackError
from claimtrack.report.accounts import States

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.corpus.git import Side


class NotTwoPaths(ClaimtrackError):  # noqa: N818 - reads as a sentence
    """Something else than two files or two folders, where these are compared without git."""

    def __init__(self, words: Sequence[str]) -> None:
        told = " ".join(f'"{word}"' for word in words) or "nothing"
        super().__init__(f"{told}: `--no-index` compares two files, or two folders of corpora")


class ElsewhereInTheTree(ClaimtrackError):  # noqa: N818 - reads as a sentence
    """A path outside the corpus that is compared."""

    def __init__(self, path: Path, root: Path) -> None:
        super().__init__(f'"{path}" is not in the corpus "{shown(root)}": name it with `--corpus`')


def named_states(
    words: Sequence[str],
    *,
    count: int | None,
    staged: bool,
    no_index: bool,
    folder: Path | None,
) -> tuple[States, tuple[str, ...]]:
    """Read the two states that a user's words name, and the paths after them.

    Two paths in a folder that git does not know are compared without it, as git does.

    `count` tells how many words are revisions and not paths, None where that is to be found out.
    Raises what `Nearby`, `sides`, `states_of_git` and `states_of_paths` raise.
    """
    if no_index or _is_outside(words):
        return states_of_paths(words), ("",)
    nearby = Nearby.of(folder)
    if count is None:
        count = _revisions(nearby.repository, words)
    base, head = sides(nearby.repository, words[:count], staged=staged)
    root = nearby.between(base, head)
    states = states_of_git(nearby.repository, root, base=base, head=head)
    return states, paths_within(root, words[count:])


def states_of_git(repository: Repository, root: Path, *, base: Side, head: Side) -> States:
    """Read a corpus in two states; say where it is not there, or was elsewhere.

    Raises `GitError`.
    """
    before, after = corpora_between(repository, root, base, head)
    for corpus, name in ((before, base), (after, head)):
        if not was_there(corpus):
            say(f'claimtrack: there is no corpus in "{shown(root)}" at "{name}"')
        say_if_moved(corpus, root, name)
    return States(before=before, after=after, base=str(base), head=str(head))


def states_of_paths(words: Sequence[str]) -> States:
    """Read two files, or the corpora of two folders.

    Raises `NotTwoPaths`, `NoSuchPath`, `FileError` and what `corpus_root` raises.
    """
    if len(words) != 2:
        raise NotTwoPaths(words)
    one, other = (Path(word) for word in words)
    for path in (one, other):
        if not path.exists():
            raise NoSuchPath(path)
    if one.is_dir() != other.is_dir():
        raise NotTwoPaths(words)
    if one.is_dir():
        before, after = (Corpus(load_folder(corpus_root(path))) for path in (one, other))
    else:
        before, after = lone_corpora(one, other)
    lone = not one.is_dir()
    return States(before=before, after=after, base=words[0], head=words[1], lone=lone)


def paths_within(root: Path, words: Sequence[str]) -> tuple[str, ...]:
    """Return paths as they count from the root of a corpus; they need not be there any more.

    Raises `ElsewhereInTheTree`.
    """
    top = root.resolve()
    return tuple(_below(top, Path(word)) for word in words) or ("",)


def _below(top: Path, path: Path) -> str:
    whole = absolute(path)
    real = whole.parent.resolve() / whole.name
    if top.is_relative_to(real):
        return ""
    if not real.is_relative_to(top):
        raise ElsewhereInTheTree(path, top)
    return real.relative_to(top).as_posix()


def _is_outside(words: Sequence[str]) -> bool:
    """Tell whether these are two paths, in a folder that git does not know."""
    if len(words) != 2 or not all(Path(word).exists() for word in words):
        return False
    try:
        Repository.at(Path())
    except GitError:
        return True
    return False


def _revisions(repository: Repository, words: Sequence[str]) -> int:
    """Count the words before the first that is a path and no revision."""
    for number, word in enumerate(words):
        if _is_revision(repository, word):
            continue
        if Path(word).exists() or _was_there(repository, words[:number], word):
            return number
    return len(words)


def _was_there(repository: Repository, revisions: Sequence[str], word: str) -> bool:
    """Tell whether a path is on one of the sides that some revisions name, or staged."""
    try:
        path = repository.relative(absolute(Path(word)))
        commits = [it.id for it in sides(repository, revisions) if isinstance(it, Commit)]
    except GitError:
        return False
    return any(
        repository.run(["cat-file", "-e", f"{where}:{path}"], expected=(0, 1, 128)).code == 0
        for where in (*commits, "")
    )


def _is_revision(repository: Repository, word: str) -> bool:
    try:
        repository.commit(word)
    except GitError:
        return False
    return True
