"""A small clean corpus in the current folder, and the program run on it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from typing import IO, TYPE_CHECKING, TypeAlias

import pytest
from attrs import frozen

from claimtrack.cli.running import run

if TYPE_CHECKING:
    from pathlib import Path

#: What the surroundings of a test may say to the program.
SPOKEN = (
    *("GITHUB_ACTIONS", "GITHUB_WORKSPACE", "GITHUB_STEP_SUMMARY"),
    *("CLAIMTRACK_DEBUG", "NO_COLOR", "FORCE_COLOR"),
)

FILES = {
    "claimtrack.yaml": "claimtrack: 1\ntitle: Ferries\ntexts: [texts]\n",
    "speakers/harbour-office.yaml": "speaker: Harbour Office\nkind: organization\n",
    "sources/ferry-report.yaml": (
        "source: What happened to the ferry\ntype: report\npublisher: harbour-office\n"
    ),
    "ferry/toll.yaml": """\
claim: How many people died on the ferry?
kind: numerical
answer: quantity
unit: people killed
versions:
  seven:
    statement: Seven people died.
    value: 7
    attributions:
      - speaker: harbour-office
        stance: asserts
        source: ferry-report
        cue: counted
""",
}
TOLL = FILES["ferry/toll.yaml"]
#: The claim with a date on line 13 that is none.
BAD_DATE = TOLL.replace("        cue:", "        said: 2024-13-45\n        cue:")


@frozen
class Ran:
    """What came of a run: its code, and all that it printed."""

    code: int
    out: str
    err: str


#: Runs the program in this process.
Run: TypeAlias = Callable[..., Ran]


def lay(folder: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8", "surrogateescape"))


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder `claims` in the current folder."""
    for name in (*SPOKEN, "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    lay(tmp_path / "claims", FILES)
    monkeypatch.chdir(tmp_path)
    return tmp_path / "claims"


@pytest.fixture
def ran(corpus: Path, capfd: pytest.CaptureFixture[str]) -> Run:
    def run_it(*args: str | Path) -> Ran:
        assert corpus.is_absolute()
        code = run([str(arg) for arg in args])
        out, err = capfd.readouterr()
        return Ran(code, out, err)

    return run_it


def started(
    *args: str | bytes,
    env: Mapping[str, str] | None = None,
    stdin: int = subprocess.DEVNULL,
    stdout: int | IO[bytes] = subprocess.PIPE,
) -> subprocess.Popen[bytes]:
    """Start the program as a process of its own."""
    around = {name: value for name, value in os.environ.items() if name not in SPOKEN}
    return subprocess.Popen(
        [sys.executable, "-m", "claimtrack", *args],
        env={**around, **(env or {})},
        stdin=stdin,
        stdout=stdout,
        stderr=subprocess.PIPE,
    )


def finished(
    *args: str | bytes, stdin: bytes | None = None, env: Mapping[str, str] | None = None
) -> Ran:
    """Run the program as a process of its own."""
    source = subprocess.DEVNULL if stdin is None else subprocess.PIPE
    with started(*args, env=env, stdin=source) as process:
        out, err = process.communicate(stdin, timeout=60)
    return Ran(process.returncode, out.decode(), err.decode())
