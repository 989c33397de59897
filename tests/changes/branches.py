"""Branches of a whole corpus that git merges with the driver, and what is lost on the way."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from claimtrack.corpus.git import Repository
from claimtrack.corpus.gitsetup import Setup
from tests.changes.twosided import TwoSided, claims_in, is_right, two_sided
from tests.repositories import Repo

if TYPE_CHECKING:
    from random import Random

#: How many files both branches change.
FILES = 3


@frozen
class Outcome:
    """What came of one merge."""

    #: How many files both branches changed.
    files: int
    #: How many of them git left in conflict.
    conflicts: int
    #: What is there and should not be, or the other way round.
    lost: tuple[str, ...]


@frozen
class Branches:
    """A repository that holds a corpus, with the merge driver installed."""

    repo: Repo
    base: str
    paths: Mapping[str, str]

    @classmethod
    def begin(cls, folder: Path, files: Mapping[str, str]) -> Branches:
        """Commit a corpus and install the driver; the environment is this process's own."""
        program = folder / "bin" / "claimtrack"
        program.parent.mkdir(parents=True)
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m claimtrack "$@"\n')
        program.chmod(0o755)
        root = Path(__file__).parents[2]
        os.environ["PATH"] = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
        os.environ["PYTHONPATH"] = str(root)
        repo = Repo.init(folder / "repo")
        repo.write(files)
        Setup.local(Repository.at(repo.top)).install()
        return cls(repo, repo.commit({}), {text: path for path, text in files.items()})

    def merge(self, random: Random) -> Outcome:
        """Edit files on two branches, the same and others, and merge one branch into the other."""
        claims = claims_in({path: text for text, path in self.paths.items()})
        drawn = [two_sided(claims, random, most=3) for _ in range(FILES + 2)]
        mine, yours, *shared = {given.base: given for given in drawn}.values()
        ours = {self.paths[given.base]: given.ours for given in (mine, *shared)}
        theirs = {self.paths[given.base]: given.theirs for given in (yours, *shared)}
        for branch, files in (("ours", ours), ("theirs", theirs)):
            self.repo.git("checkout", "-q", "-f", "-B", branch, self.base)
            self.repo.commit(files, branch)
        ran = subprocess.run(
            ["git", "-c", "user.name=a", "-c", "user.email=a", "merge", "-q", "--no-edit", "ours"],
            cwd=self.repo.top, capture_output=True, check=False,
        )  # fmt: skip
        unmerged = set(self.repo.git("diff", "--name-only", "--diff-filter=U").splitlines())
        lost = [problem for given in shared if (problem := self._lost(given, unmerged))]
        beside = (mine.ours, yours.theirs)
        there = tuple(self._read(self.paths[given.base]) for given in (mine, yours))
        if beside != there or bool(unmerged) != bool(ran.returncode):
            lost.append(f"beside: {ran.returncode} {ran.stderr.decode()}")
        return Outcome(len(shared), len(unmerged), tuple(lost))

    def _lost(self, given: TwoSided, unmerged: set[str]) -> str:
        path = self.paths[given.base]
        if given.both is None or path in unmerged:
            return (
                "" if (given.both is None) == (path in unmerged) else f"{path}: no conflict, or one"
            )
        return "" if is_right(self._read(path), given) else f"{path}: not what both made"

    def _read(self, path: str) -> str:
        return (self.repo.top / path).read_text(encoding="utf-8")
