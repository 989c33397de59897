"""When a corpus was recorded: the commits of its main branch, along first parents."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from claimtrack.corpus.git import Commit, Repository, ShallowClone
from claimtrack.corpus.gitprocess import GitError
from claimtrack.model.dates import Date

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

#: What a main branch is called, the first that there is; else the branch that is checked out.
_MAIN: Final = ("main", "master", "refs/remotes/origin/HEAD", "HEAD")
_FORMAT: Final = "%x01%H%x00%cs %s%x00"
#: What no subject can look like, whatever is in it, since the day stands before it.
_START: Final = re.compile(r"(?:^|(?<=\0))\x01(?=[0-9a-f]{40,64}\0[0-9]{4}-[0-9]{2}-[0-9]{2} )")


class NotRecordedYet(GitError):  # noqa: N818 - reads as a sentence
    """A time before the first commit."""

    def __init__(self, date: Date) -> None:
        super().__init__(f'nothing was recorded within "{date}": name a later date')


@frozen(kw_only=True, repr=False)
class Recording:
    """A commit by which something came into the main branch."""

    id: str
    #: The day on which it was committed, as the committer's clock had it.
    date: Date
    #: The first line of what it says.
    subject: str
    #: The files below the root of the corpus that it changed, by their paths from there.
    paths: tuple[str, ...] = field(repr=False)

    @property
    def commit(self) -> Commit:
        """The commit as what a corpus is read from."""
        return Commit(self.id, self.id[:10])

    def __repr__(self) -> str:
        return f"<Recording {self.id[:10]} of {self.date}: {self.subject}>"


def recordings(
    repository: Repository, root: Path, paths: Iterable[str] | None = None
) -> tuple[Recording, ...]:
    """Return the commits of the main branch that changed files of a corpus, newest first.

    What was worked out on a side branch is recorded on the day on which it was merged. A file is
    known by its present path. Raises `GitError`.
    """
    below = repository.relative(root)
    prefix = f"{below}/" if below else ""
    wanted = [prefix] if paths is None else [f"{prefix}{path}" for path in paths]
    if not wanted:
        return ()
    told = repository.run(
        [
            *("log", "--first-parent", "-m", "--no-follow", "--no-renames", "--name-only", "-z"),
            *("--no-ext-diff", "--encoding=UTF-8", f"--format={_FORMAT}"),
            *(_main_branch(repository).id, "--", *filter(None, wanted)),
        ]
    )
    chunks = _START.split(told.out.decode("utf-8", "replace"))[1:]
    return tuple(_recording(chunk.split("\0"), len(prefix)) for chunk in chunks)


def recorded_by(repository: Repository, date: Date) -> Commit:
    """Return the last commit of the main branch that was made by the end of a date for certain.

    Raises `NotRecordedYet`, `ShallowClone` where older commits were cut off, and `GitError`.
    """
    listed = repository.run(
        ["log", "--first-parent", "--format=%H %cs", _main_branch(repository).id]
    )
    for line in listed.out.decode().splitlines():
        commit, day = line.split(" ")
        if Date.parse(day).within(date):
            return Commit(commit, commit[:10])
    if repository.shallow:
        raise ShallowClone(str(date))
    raise NotRecordedYet(date)


def _main_branch(repository: Repository) -> Commit:
    for name in _MAIN[:-1]:
        try:
            return repository.commit(name)
        except GitError:
            continue
    return repository.commit(_MAIN[-1])


def _recording(fields: Sequence[str], start: int) -> Recording:
    commit, about, *rest = fields
    day, _, subject = about.partition(" ")
    paths = (path.lstrip("\n")[start:] for path in rest)
    return Recording(
        id=commit, date=Date.parse(day), subject=subject, paths=tuple(sorted(filter(None, paths)))
    )
