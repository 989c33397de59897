"""The commits in which a file changed, followed through its renamings from the newest back."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from claimtrack.corpus.git import Commit, Repository

#: How much of a file git must find again, in per cent, to take it for renamed.
_ALIKE = 75
_ABOUT = "%H%x00%aN%x00%aI%x00%s"


@frozen
class Kept:
    """A file in a commit: its path relative to the root of the corpus, and the id of its blob."""

    path: str
    blob: str


@frozen
class Move:
    """What one comparison says of one file: as what it went, and as what it came."""

    old: Kept | None
    new: Kept | None


@frozen
class Authored:
    """A commit, with who wrote it, when (ISO 8601), and the first line of what it says."""

    id: str
    author: str
    date: str
    subject: str


@frozen(kw_only=True)
class Step:
    """A commit that changed the file."""

    commit: Authored
    #: The file after it; None where the commit deleted it.
    after: Kept | None
    #: The file in each commit before it; None where it was not there. Several where it joins lines
    #: of history, and then the file is in none of them as it is after it.
    before: tuple[Kept | None, ...]
    #: The file as which a deleted one lives on.
    became: Kept | None = None
    #: All that the commit made of files of the corpus, against each commit before it.
    around: tuple[tuple[Move, ...], ...] = ()
    #: Whether a shallow clone was cut off here, so that what came before is not known.
    cut: bool = False


#: Finds the file that another was before it was renamed, among some that are gone.
Finds: TypeAlias = Callable[[Kept, Sequence[Kept]], Kept | None]


@frozen
class _Compared:
    """A commit against one before it; against nothing where it is the first."""

    commit: str
    parent: str | None
    moves: tuple[Move, ...]

    def of(self, path: str, finds: Finds) -> Move | None:
        """Return what became of the file that has a path after, or had it before."""
        came = next((move for move in self.moves if move.new and move.new.path == path), None)
        if came is not None and came.new is not None and came.old is None:
            gone = [move.old for move in self.moves if move.old and move.new is None]
            return Move(finds(came.new, gone) if gone else None, came.new)
        went = next((move for move in self.moves if move.old and move.old.path == path), None)
        return came or went

    def heir(self, gone: Kept, finds: Finds) -> Kept | None:
        """Return the file as which one that is gone lives on."""
        for move in self.moves:
            if move.old == gone and move.new is not None:
                return move.new
            if move.new is not None and move.old is None and finds(move.new, [gone]):
                return move.new
        return None


#: Each commit against those before it, newest first.
_Commits: TypeAlias = Sequence[Sequence[_Compared]]


def trail(
    repository: Repository, root: Path, path: str, *, head: Commit, finds: Finds
) -> tuple[Step, ...]:
    """Return the commits that changed a file of a corpus, newest first, as `git log` orders them.

    Every line of history is followed, each under the name that the file has in it; a path that was
    given up for another leads to what the file is now. A commit that
    joins lines of history is among them only if the file is in none of them as it is after it.
    `finds` tells renamings that git does not see. Raises `GitError`.
    """
    below = repository.relative(root)
    commits = tuple(_by_commit(_comparisons(repository, below, head)))
    found = _latest(commits, path, finds)
    about = _about(repository, [step.commit for step in found])
    cut_off = repository.cut_off
    return tuple(
        Step(
            commit=about[step.commit],
            after=step.after,
            before=step.before,
            became=step.became,
            around=step.around,
            cut=step.commit in cut_off,
        )
        for step in found
    )


@frozen
class _Bare:
    """A step of which nothing but the id of its commit is known."""

    commit: str
    after: Kept | None
    before: tuple[Kept | None, ...]
    became: Kept | None
    around: tuple[tuple[Move, ...], ...]


def _latest(commits: _Commits, path: str, finds: Finds) -> tuple[_Bare, ...]:
    """Return the steps of the file that has a path, or as which the one that had it lives on."""
    seen = {path}
    found = tuple(_steps(commits, path, finds))
    while found and found[0].became is not None and found[0].became.path not in seen:
        path = found[0].became.path
        seen.add(path)
        found = tuple(_steps(commits, path, finds))
    return found


def _steps(commits: _Commits, path: str, finds: Finds) -> Iterator[_Bare]:
    paths: dict[str, str] = {}
    for number, group in enumerate(commits):
        commit = group[0].commit
        here = path if number == 0 else paths.get(commit)
        if here is None:
            continue
        moves = [item.of(here, finds) for item in group]
        for item, move in zip(group, moves, strict=True):
            if item.parent is not None:
                paths.setdefault(item.parent, move.old.path if move and move.old else here)
        told = [move for move in moves if move is not None]
        if len(told) == len(moves):
            after = next((m.new for m in told if m.new and m.new.path == here), None)
            gone = told[0].old
            became = group[0].heir(gone, finds) if after is None and gone else None
            before = tuple(move.old for move in told)
            yield _Bare(commit, after, before, became, tuple(item.moves for item in group))


def _by_commit(compared: Iterable[_Compared]) -> Iterator[list[_Compared]]:
    group: list[_Compared] = []
    for item in compared:
        if group and group[0].commit != item.commit:
            yield group
            group = []
        group.append(item)
    if group:
        yield group


def _comparisons(repository: Repository, below: str, head: Commit) -> Iterator[_Compared]:
    """Compare every commit that changed the corpus with those before it, in one call of git."""
    within = ["--", f"{below}/"] if below else []
    asked = ["rev-list", "--topo-order", "--simplify-merges", "--parents", head.id, *within]
    listed = repository.run(asked)
    pairs: list[tuple[str, str | None]] = []
    for line in listed.out.decode().splitlines():
        commit, *parents = line.split()
        pairs += [(commit, parent) for parent in parents] or [(commit, None)]
    given = "".join(f"{commit} {parent or ''}".rstrip() + "\n" for commit, parent in pairs)
    told = repository.run(
        [
            *("diff-tree", "--stdin", "--always", "--root", "-r", "-z", "--raw", "--no-abbrev"),
            *(f"-M{_ALIKE}%", "--no-ext-diff", "--no-textconv", *within),
        ],
        given=given.encode(),
    )
    fields = deque(told.fields)
    start = len(below) + 1 if below else 0
    for commit, parent in pairs:
        fields.popleft()
        yield _Compared(commit, parent, tuple(_moves(fields, start)))


def _moves(fields: deque[str], start: int) -> Iterator[Move]:
    """Take what is told of one comparison off the fields."""
    while fields and fields[0].startswith(":"):
        _, _, old, new, status = fields.popleft().split(" ")
        was = fields.popleft()[start:]
        now = fields.popleft()[start:] if status.startswith(("R", "C")) else was
        before = None if status.startswith(("A", "C")) else Kept(was, old)
        yield Move(before, None if status == "D" else Kept(now, new))


def _about(repository: Repository, commits: Sequence[str]) -> dict[str, Authored]:
    """Ask who wrote some commits, when, and what they say."""
    if not commits:
        return {}
    asked = ["log", "--no-walk=unsorted", "--stdin", "-z", "--encoding=UTF-8", f"--format={_ABOUT}"]
    told = repository.run(asked, given="".join(f"{commit}\n" for commit in commits).encode())
    parts = told.out.decode("utf-8", "replace").split("\0")
    groups = zip(parts[::4], parts[1::4], parts[2::4], parts[3::4], strict=False)
    return {group[0]: Authored(*group) for group in groups}
