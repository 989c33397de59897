"""Real git repositories for the tests, whatever git is told on this machine."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pytest

#: Who commits, and when: the minute is the number of the commit.
_WHO = {
    "GIT_AUTHOR_NAME": "Ada Author",
    "GIT_AUTHOR_EMAIL": "ada@example.org",
    "GIT_COMMITTER_NAME": "Ada Author",
    "GIT_COMMITTER_EMAIL": "ada@example.org",
}


def isolate(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    """Keep git from what the machine and the surroundings of the test tell it."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    home.mkdir(exist_ok=True)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(home / "gitconfig"))
    (home / "gitconfig").write_text("[init]\n\tdefaultBranch = main\n", encoding="utf-8")


def program(folder: Path, script: str) -> None:
    """Put a `claimtrack` into a folder; what stands there may be a link of the machine's own."""
    path = folder / "claimtrack"
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


@frozen
class Repo:
    """A repository whose files a test writes and commits."""

    top: Path

    @classmethod
    def init(cls, top: Path, *options: str) -> Repo:
        top.mkdir(parents=True, exist_ok=True)
        repo = cls(top)
        repo.git("init", "--quiet", *options)
        return repo

    def git(self, *args: str, minute: int = 0) -> str:
        """Run git and return what it writes, without the last end of line."""
        when = f"2024-08-01T10:{minute:02}:00+00:00"
        env = {**os.environ, **_WHO, "GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
        ran = subprocess.run(["git", *args], cwd=self.top, env=env, capture_output=True, check=True)
        return os.fsdecode(ran.stdout).rstrip("\n")

    def write(self, files: Mapping[str, str | None]) -> None:
        """Write files below the top; None removes one."""
        for name, text in files.items():
            path = self.top / name
            if text is None:
                path.unlink()
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(text.encode("utf-8", "surrogateescape"))

    def commit(self, files: Mapping[str, str | None], message: str = "Change something") -> str:
        """Write files, commit everything that is there, and return the id of the commit."""
        self.write(files)
        self.git("add", "--all")
        count = self.git("rev-list", "--all", "--count")
        self.git("commit", "--quiet", "--allow-empty", "-m", message, minute=int(count) % 60)
        return self.git("rev-parse", "HEAD")
