"""The git repository that a corpus lies in, and the states of it that can be looked at."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Self, TypeAlias

from attrs import frozen

from claimtrack.corpus.gitprocess import GitError, GitFailed, run_git
from claimtrack.quoting import printable, quoted
from claimtrack.text.misfits import suggestion

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from claimtrack.corpus.gitprocess import Ran

#: What git answers where there is no such thing, and where it cannot tell.
_NO, _FATAL = 1, 128
#: How many digits of a commit are shown.
_SHORT = 10


class NoRepository(GitError):  # noqa: N818 - reads as a sentence
    """A path that lies in no git repository with a working tree."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(
            f"{quoted(str(path), mark=_MARK, most=_LONG)} is in no working tree of git: "
            "run `git init`, or name a folder of a repository"
        )


class UnknownRevision(GitError):  # noqa: N818 - reads as a sentence
    """Words that name no commit."""

    def __init__(self, name: str, advice: str) -> None:
        self.name = name
        super().__init__(f"git knows no commit {quoted(name, mark=_MARK, most=_LONG)}{advice}")


class UnbornBranch(GitError):  # noqa: N818 - reads as a sentence
    """A repository in which nothing was committed yet."""

    def __init__(self, top: Path) -> None:
        super().__init__(
            f"the repository at {quoted(str(top), mark=_MARK, most=_LONG)} has no commit yet: "
            "commit something first"
        )


class ShallowClone(GitError):  # noqa: N818 - reads as a sentence
    """A clone that was cut off before what is asked for."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{quoted(name, mark=_MARK, most=_LONG)} is not in this shallow clone: "
            "run `git fetch --unshallow`, or have CI check out with `fetch-depth: 0`"
        )


class NoMergeBase(GitError):  # noqa: N818 - reads as a sentence
    """Two commits without a common ancestor."""

    def __init__(self, one: str, other: str) -> None:
        super().__init__(
            f'"{printable(one)}" and "{printable(other)}" have no commit in common: '
            "name one commit to compare with"
        )


_MARK, _LONG = '"', 200


@frozen
class Commit:
    """A commit, and the words by which it was asked for."""

    #: All its hexadecimal digits.
    id: str
    name: str

    @property
    def short(self) -> str:
        """The first digits of the id."""
        return self.id[:_SHORT]

    def __str__(self) -> str:
        return self.name


#: A state of the files: that of a commit, what is staged, or what is on the disk.
Side: TypeAlias = Commit | Literal["index", "working tree"]


@frozen(repr=False)
class Repository:
    """A git repository with a working tree."""

    #: The folder of the working tree, its links resolved.
    top: Path

    @classmethod
    def at(cls, path: str | os.PathLike[str]) -> Self:
        """Find the repository of a file or folder, be it gone.

        Raises `NoGit`, `NoRepository` and `UntrustedRepository`.
        """
        given = Path(path)
        whole = given.resolve()
        folder = next(one for one in (whole, *whole.parents) if one.is_dir())
        try:
            found = run_git(["rev-parse", "--show-toplevel"], at=folder)
        except GitFailed as error:
            raise NoRepository(given) from error
        if not found.line:
            raise NoRepository(given)
        return cls(Path(found.line).resolve())

    def __repr__(self) -> str:
        return f"<Repository at {self.top}>"

    def run(
        self, args: Sequence[str], *, given: bytes = b"", expected: Collection[int] = (0,)
    ) -> Ran:
        """Run git in the working tree; raises `GitError`."""
        return run_git(args, at=self.top, given=given, expected=expected)

    def relative(self, path: Path) -> str:
        """Return a path of the working tree relative to its top, empty for the top itself.

        Raises `NoRepository` for a path outside.
        """
        whole = path.resolve()
        if not whole.is_relative_to(self.top):
            raise NoRepository(path)
        below = whole.relative_to(self.top).as_posix()
        return "" if below == "." else below

    def commit(self, name: str) -> Commit:
        """Find the commit that words name: a revision, or with `...` the merge base of two.

        `main...` is where the history of `HEAD` left that of `main`. Raises `UnknownRevision`,
        `UnbornBranch`, `ShallowClone` and `NoMergeBase`.
        """
        one, dots, other = name.partition("...")
        if not dots:
            return self._resolved(name)
        ends = [self._resolved(one or "HEAD"), self._resolved(other or "HEAD")]
        base = self.run(["merge-base", *(end.id for end in ends)], expected=(0, _NO))
        if base.code == _NO and self.shallow:
            raise ShallowClone(name)
        if base.code == _NO:
            raise NoMergeBase(ends[0].name, ends[1].name)
        return Commit(base.line, name)

    @property
    def shallow(self) -> bool:
        """Whether the history was cut off when the repository was cloned."""
        return self.run(["rev-parse", "--is-shallow-repository"]).line == "true"

    @property
    def cut_off(self) -> frozenset[str]:
        """The ids of the commits at which a shallow clone begins; none of a whole one."""
        listed = self.top / self.run(["rev-parse", "--git-path", "shallow"]).line
        try:
            return frozenset(listed.read_text(encoding="ascii").split())
        except FileNotFoundError:
            return frozenset()
        except (OSError, ValueError) as error:
            raise GitFailed("rev-parse", f"{listed} cannot be read") from error

    @property
    def nothing(self) -> Commit:
        """What stands for a commit before the first one: a tree without files."""
        return Commit(self.run(["hash-object", "-t", "tree", "--stdin"]).line, "no commit yet")

    @property
    def born(self) -> bool:
        """Whether there is a commit at all on the branch."""
        return self._id_of("HEAD") is not None

    def _resolved(self, name: str) -> Commit:
        found = self._id_of(name)
        if found is not None:
            return Commit(found, name)
        if not self.born and not self._branches():
            raise UnbornBranch(self.top)
        if self.shallow:
            raise ShallowClone(name)
        raise UnknownRevision(name, self._advice(name))

    def _id_of(self, name: str) -> str | None:
        """Return the id of the commit of a name, which is taken for no option and no range."""
        if not name or name.startswith(("-", "^")) or "\0" in name or ".." in name:
            return None
        found = self._verified(name)
        return self._verified(f"{found}^{{commit}}") if found else None

    def _verified(self, name: str) -> str | None:
        asked = ["rev-parse", "--verify", "--quiet", "--end-of-options", name]
        found = self.run(asked, expected=(0, _NO, _FATAL))
        return found.line if found.code == 0 else None

    def _advice(self, name: str) -> str:
        if ".." in name:
            return ": that is a range, name its two ends apart"
        branches = self._branches()
        remote = [branch for branch in branches if branch.endswith(f"/{name}")]
        if remote and name:
            return f', did you mean "{remote[0]}"?'
        return suggestion(name, branches) or ": see `git log` and `git branch --all`, or fetch it"

    def _branches(self) -> tuple[str, ...]:
        asked = ["for-each-ref", "--format=%(refname:short)"]
        return tuple(os.fsdecode(self.run(asked).out).split())
