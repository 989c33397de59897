"""The hooks, run by the real pre-commit.

It installs nothing here: the hooks are taken over into a local repository of hooks, all that they
say but for the language, and find this program on the path.
"""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from pre_commit.clientlib import load_manifest

from tests.cli.conftest import FILES, TOLL
from tests.repositories import Repo, isolate

MANIFEST = Path(__file__).parent.parent / ".pre-commit-hooks.yaml"
#: YAML of another kind, which no hook may touch.
OTHER = "on:   push\njobs: {a:  {steps: [ ]}}\n"


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """A repository with a corpus in it, and the hooks that it uses."""
    isolate(monkeypatch, tmp_path / "home")
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "cache"))
    program = tmp_path / "bin/claimtrack"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m claimtrack "$@"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    hooks = [{**hook, "language": "system"} for hook in load_manifest(str(MANIFEST))]
    config = {"repos": [{"repo": "local", "hooks": hooks}]}
    repo = Repo.init(tmp_path / "repository")
    files = {f"claims/{name}": text for name, text in FILES.items()}
    files |= {".pre-commit-config.yaml": json.dumps(config), ".github/ci.yaml": OTHER}
    repo.commit(files, "Begin")
    return repo


def run(repo: Repo, *hooks: str) -> tuple[int, str]:
    repo.git("add", "--all")
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "run", "--color=never", *hooks],
        cwd=repo.top,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def test_pre_commit_takes_the_manifest() -> None:
    assert [hook["id"] for hook in load_manifest(str(MANIFEST))] == [
        "claimtrack-check",
        "claimtrack-format",
    ]


def test_a_clean_change_passes_and_other_files_are_left_alone(repository: Repo) -> None:
    repository.write({"notes.txt": "x\n", "other.yaml": OTHER, ".github/ci.yaml": OTHER + "x: 1\n"})
    code, told = run(repository)
    assert code == 0, told
    assert "claimtrack check.........................................................Passed" in told
    assert "(no files to check)Skipped" in told
    assert (repository.top / "other.yaml").read_text() == OTHER


def test_a_fault_stops_the_commit_and_is_named(repository: Repo) -> None:
    repository.write({"claims/ferry/toll.yaml": TOLL.replace("value: 7", "value: 7 or so")})
    code, told = run(repository, "claimtrack-check")
    assert code == 1
    assert "claims/ferry/toll.yaml:8:12: " in told


def test_what_a_deletion_breaks_elsewhere_stops_the_commit(repository: Repo) -> None:
    repository.write({"claims/speakers/harbour-office.yaml": None})
    code, told = run(repository, "claimtrack-check")
    assert code == 1
    assert "claims/ferry/toll.yaml:10:18: CTI110 there is no speaker" in told


def test_the_layout_of_what_is_in_no_corpus_is_left_alone(repository: Repo) -> None:
    repository.write({"k8s/claims/volume.yaml": OTHER})
    code, told = run(repository, "claimtrack-format")
    assert code == 0, told
    assert (repository.top / "k8s/claims/volume.yaml").read_text() == OTHER


def test_the_layout_is_mended_and_the_commit_stopped_once(repository: Repo) -> None:
    repository.write(
        {"claims/ferry/toll.yaml": TOLL.replace("kind: numerical", "kind:   numerical")}
    )
    code, told = run(repository, "claimtrack-format")
    assert code == 1
    assert "files were modified by this hook" in told
    assert (repository.top / "claims/ferry/toll.yaml").read_text() == TOLL
    assert run(repository, "claimtrack-format")[0] == 0
