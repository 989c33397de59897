"""The GitHub Action and the workflows: what they may do, and what their steps do."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from attrs import frozen
from ruamel.yaml import YAML

from tests.cli.conftest import BAD_DATE, FILES
from tests.repositories import Repo, isolate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

GITHUB = Path(__file__).parent.parent / ".github"
WORKFLOWS = sorted(GITHUB.glob("workflows/*.yml"))
ACTIONS = sorted(GITHUB.glob("actions/*/action.yml"))
#: This repository's own, at the commit of the workflow.
OURS = tuple(f"$/.github/actions/{file.parent.name}" for file in ACTIONS)
#: An action of somebody else, at one commit for good.
PINNED = re.compile(r"[\w-]+/[\w/-]+@[0-9a-f]{40}")


def loaded(file: Path) -> dict[str, object]:
    return cast("dict[str, object]", YAML(typ="safe").load(file))


def nodes(node: object) -> Iterator[dict[str, object]]:
    """Yield every mapping in a file."""
    if isinstance(node, dict):
        yield cast("dict[str, object]", node)
        node = list(node.values())
    if isinstance(node, list):
        for part in node:
            yield from nodes(part)


def steps(file: Path) -> list[dict[str, object]]:
    return [node for node in nodes(loaded(file)) if {"run", "uses"} & node.keys()]


@pytest.mark.parametrize("file", [*WORKFLOWS, *ACTIONS], ids=lambda file: file.parent.name)
def test_files_are_as_github_describes_them(file: Path) -> None:
    kind = "github-actions" if file in ACTIONS else "github-workflows"
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{kind}"]
    done = subprocess.run([*command, file], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("file", [*WORKFLOWS, *ACTIONS], ids=lambda file: file.parent.name)
def test_no_step_runs_what_an_event_holds_or_what_may_change(file: Path) -> None:
    for step in steps(file):
        assert "${{" not in str(step.get("run", ""))
        used = str(step.get("uses", ""))
        assert used in ("", *OURS) or PINNED.fullmatch(used)
        if used.startswith("actions/checkout@"):
            options = cast("dict[str, object]", step["with"])
            assert options["persist-credentials"] is False
            assert "ref" not in options


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_workflows_have_no_right_that_a_job_does_not_name(file: Path) -> None:
    workflow = loaded(file)
    assert workflow["permissions"] == {}
    assert "pull_request_target" not in file.read_text(encoding="utf-8")
    for job in cast("dict[str, dict[str, object]]", workflow["jobs"]).values():
        rights = cast("dict[str, str]", job["permissions"])
        assert not {name for name, right in rights.items() if right != "read"}


@frozen
class Ran:
    code: int
    told: str


@frozen
class Runner:
    """What a step runs in: a checkout, a folder of its own, and the programs on its path."""

    checkout: Path
    temp: Path
    programs: Path

    def program(self, name: str, script: str) -> None:
        path = self.programs / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"#!/bin/bash\n{script}\n", encoding="utf-8")
        path.chmod(0o755)

    def run(self, action: str, step: str, env: Mapping[str, str]) -> Ran:
        (found,) = [one for one in steps(GITHUB / action) if one.get("name") == step]
        given = cast("dict[str, str]", found["env"])
        assert env.keys() <= given.keys() | {"GITHUB_STEP_SUMMARY", "PYTHONPATH", "GITHUB_ACTIONS"}
        constants = {name: value for name, value in given.items() if "${{" not in value}
        around = {
            "PATH": f"{self.programs}{os.pathsep}{os.environ['PATH']}",
            "HOME": os.environ["HOME"],
            "RUNNER_TEMP": str(self.temp),
            "GITHUB_REPOSITORY": "them/claims",
            "GITHUB_ACTION_PATH": str((GITHUB / action).parent),
        }
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", cast("str", found["run"])],
            cwd=self.checkout,
            env={**around, **dict.fromkeys(given, ""), **constants, **env},
            capture_output=True,
            text=True,
            check=False,
        )
        return Ran(done.returncode, done.stdout + done.stderr)


CHECK = "actions/check/action.yml"


@pytest.fixture
def runner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Runner:
    isolate(monkeypatch, tmp_path / "home")
    made = Runner(tmp_path / "checkout", tmp_path / "temp dir", tmp_path / "bin")
    for folder in (made.checkout, made.temp, made.programs):
        folder.mkdir()
    return made


@pytest.fixture
def installed(runner: Runner) -> Runner:
    """A runner on which claimtrack is installed, with a repository checked out."""
    root = Path(__file__).parent.parent
    call = (
        f'PYTHONPATH={shlex.quote(str(root))} exec {shlex.quote(sys.executable)} -m claimtrack "$@"'
    )
    runner.program(f"{runner.temp}/claimtrack/bin/claimtrack", call)
    files = {f"claims/{name}": text for name, text in FILES.items()}
    Repo.init(runner.checkout).commit(files, "Begin")
    return runner


def test_what_lies_in_the_checkout_is_not_run_by_the_installation(runner: Runner) -> None:
    for name in ("venv.py", "pip.py", "ensurepip.py", "site.py", "encodings.py"):
        (runner.checkout / name).write_text("open('run', 'w')\n", encoding="utf-8")
    runner.program("python3", f'echo "$@"\n{shlex.quote(sys.executable)} -I -c "import venv, pip"')
    runner.program(f"{runner.temp}/claimtrack/bin/python", 'echo "$@"')
    done = runner.run(CHECK, "Install claimtrack", {})
    assert done.code == 0, done.told
    first, second = done.told.splitlines()
    assert first == f"-I -m venv {runner.temp}/claimtrack"
    assert second.startswith("-I -m pip install ")
    assert Path(second.rpartition(" ")[2], "pyproject.toml").is_file()
    assert not (runner.checkout / "run").exists()


@pytest.mark.parametrize(
    ("version", "code"),
    [
        pytest.param("1.2.0rc1", 0, id="a-version"),
        pytest.param("1.0 evil", 2, id="two-packages"),
        pytest.param("1.0@https://example.org/x.whl", 2, id="an-address"),
        pytest.param("$(touch run)", 2, id="a-command"),
        pytest.param("1\n--index-url=x", 2, id="an-option"),
    ],
)
def test_only_a_version_is_installed(runner: Runner, version: str, code: int) -> None:
    runner.program("python3", "true")
    runner.program(f"{runner.temp}/claimtrack/bin/python", 'echo "$@"')
    done = runner.run(CHECK, "Install claimtrack", {"VERSION": version})
    assert done.code == code
    assert (f"claimtrack=={version}" in done.told) is (code == 0)
    assert not (runner.checkout / "run").exists()


def test_a_check_annotates_writes_its_file_and_fails(installed: Runner) -> None:
    (installed.checkout / "claims/ferry/toll.yaml").write_text(BAD_DATE, encoding="utf-8")
    done = installed.run(
        CHECK, "Check claims", {"SARIF": "out file.sarif", "GITHUB_ACTIONS": "true"}
    )
    assert done.code == 1
    assert "::error file=claims/ferry/toll.yaml,line=13," in done.told
    assert (installed.checkout / "out file.sarif").is_file()


def test_arguments_and_paths_are_one_a_line_and_run_nothing(runner: Runner) -> None:
    runner.program(f"{runner.temp}/claimtrack/bin/claimtrack", "printf '<%s>' \"$@\"")
    done = runner.run(
        CHECK,
        "Check claims",
        {
            "GIVEN_PATHS": "my claims\n\n--help\n",
            "GIVEN_ARGUMENTS": "--ignore\nCTF $(touch run); touch run\n*\n",
            "BASE": "0" * 40,
        },
    )
    assert done == Ran(
        0,
        f"<check><--format><github><--since><{'0' * 40}...><--ignore>"
        "<CTF $(touch run); touch run><*><--><my claims><--help>",
    )
    assert not (runner.checkout / "run").exists()


def test_a_pull_request_is_judged_by_what_it_changes(installed: Runner) -> None:
    repo = Repo(installed.checkout)
    repo.commit({"claims/speakers/idle.yaml": "speaker: Idle\nkind: person\nroles: 7\n"}, "Err")
    base = repo.git("rev-parse", "HEAD")
    repo.commit({"claims/speakers/other.yaml": "speaker: Other\nkind: person\nroles: 7\n"})
    done = installed.run(CHECK, "Check claims", {"BASE": base})
    assert done.code == 1
    assert "claims/speakers/other.yaml,line=3" in done.told
    assert "idle.yaml" not in done.told
