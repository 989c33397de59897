"""Running git: with nobody's locale, pager, hooks, filters or prompts in between."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

from attrs import frozen

from claimtrack.errors import ClaimtrackError
from claimtrack.quoting import printable

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

#: What every call is told, so that no setting of a repository starts a program or moves a path.
_ALWAYS = (
    *("--no-pager", "--no-optional-locks", "--literal-pathspecs"),
    *("-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}"),
    *("-c", "log.showSignature=false", "-c", "core.quotePath=false"),
)
#: What a hook is given, which names a repository other than that of the path that is asked about.
_NOT_INHERITED = {
    *("GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_PREFIX", "GIT_NAMESPACE"),
    *("GIT_EXTERNAL_DIFF", "GIT_DIFF_OPTS", "GIT_GLOB_PATHSPECS", "GIT_ICASE_PATHSPECS"),
    *("GIT_NOGLOB_PATHSPECS", "LANGUAGE"),
}
_SET = {
    "LC_ALL": "C",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    # What a partial clone lacks is fetched by a program that the repository names.
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",
}


class GitError(ClaimtrackError):
    """What keeps claimtrack from asking git."""


class NoGit(GitError):  # noqa: N818 - reads as a sentence
    """There is no git to run."""

    def __init__(self) -> None:
        super().__init__("git is not installed, or not on the PATH: install it")


class GitFailed(GitError):  # noqa: N818 - reads as a sentence
    """A call of git that ended as it should not."""

    def __init__(self, command: str, told: str) -> None:
        self.command = command
        super().__init__(f"`git {command}` failed: {printable(told) or 'it does not say why'}")


class UntrustedRepository(GitError):  # noqa: N818 - reads as a sentence
    """A repository that git does not open, since somebody else owns it."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f'git does not trust the repository at "{printable(str(path))}", which another user '
            "owns: run `git config --global --add safe.directory` with its path"
        )


@frozen
class Ran:
    """What came of a call: its code and what it wrote."""

    code: int
    out: bytes

    @property
    def line(self) -> str:
        """The output without the end of its line."""
        return os.fsdecode(self.out).rstrip("\r\n")

    @property
    def fields(self) -> tuple[str, ...]:
        """The output of a call with `-z`, part by part."""
        return tuple(os.fsdecode(self.out).split("\0")[:-1])


def run_git(
    args: Sequence[str], *, at: Path, given: bytes = b"", expected: Collection[int] = (0,)
) -> Ran:
    """Run git in a folder and return what came of it.

    Raises `NoGit`, `UntrustedRepository`, and `GitFailed` for a code that is not expected.
    """
    done = subprocess.run(  # noqa: S603 - no shell, and git alone
        [*command(), *args],
        cwd=at,
        input=given,
        capture_output=True,
        env=environment(),
        check=False,
    )
    if done.returncode not in expected:
        told = done.stderr.decode("utf-8", "replace").strip()
        if "dubious ownership" in told:
            raise UntrustedRepository(at)
        last = told.splitlines()[-1] if told else ""
        raise GitFailed(args[0], last.removeprefix("fatal: ").removeprefix("error: "))
    return Ran(done.returncode, done.stdout)


def command() -> tuple[str, ...]:
    """Return how a call of git begins.

    Raises `NoGit`.
    """
    found = shutil.which("git")
    if found is None:
        raise NoGit
    return (found, *_ALWAYS)


def environment() -> dict[str, str]:
    """Return what git inherits: what this process was given, less what would lead it astray."""
    kept = {name: value for name, value in os.environ.items() if name not in _NOT_INHERITED}
    return {**kept, **_SET}
