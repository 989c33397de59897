"""`claimtrack show`: which record is meant, and how it is printed."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import FILES, TOLL, Ran, Run, finished, lay, started

if TYPE_CHECKING:
    from pathlib import Path

VIEW = """\
How many people died on the ferry?
ferry/toll · kind: numerical · whether several versions can be right is not said ·
  status: draft

seven
Seven people died.
value: 7 people killed

+ asserts
  Harbour Office
    cue “counted”
    What happened to the ferry

Sources
  ferry-report: What happened to the ferry
"""
SPEAKER = """\
Harbour Office
speaker:harbour-office · kind: organization

Says, in order of time
without a date
  How many people died on the ferry? [ferry/toll#seven]
  + asserts: Seven people died.
    cue “counted”
    What happened to the ferry

Sources by this speaker
  ferry-report: What happened to the ferry (publisher)
"""


@pytest.mark.parametrize(
    "name",
    ["ferry/toll", "claim:ferry/toll", "claims/ferry/toll.yaml", "ferry/toll.yaml"],
    ids=["id", "kind", "path", "path in the corpus"],
)
def test_a_claim_is_shown_by_any_of_its_names(ran: Run, name: str) -> None:
    assert ran("show", name) == Ran(0, VIEW, "")


def test_a_version_is_shown_alone(corpus: Path, ran: Run) -> None:
    other = "  six:\n    statement: Six people died.\n    value: 6\n    attributions:\n"
    taker = "      - speaker: unknown\n        stance: asserts\n        source: ferry-report\n"
    lay(corpus, {"ferry/toll.yaml": TOLL + "\n" + other + taker})
    done = ran("show", "ferry/toll#seven")
    assert (done.code, done.err) == (0, "")
    assert "Seven people" in done.out
    assert "Six people" not in done.out
    assert '\nBetween the versions\n  "seven" contradicts "six": ' in done.out


def test_a_speaker_is_shown_with_what_it_says(ran: Run) -> None:
    assert ran("show", "harbour-office") == Ran(0, SPEAKER, "")


@pytest.mark.parametrize("below", [".", "ferry", "speakers"])
def test_the_corpus_is_that_of_the_current_folder(
    corpus: Path, ran: Run, monkeypatch: pytest.MonkeyPatch, below: str
) -> None:
    monkeypatch.chdir(corpus / below)
    assert ran("show", "ferry/toll").out == VIEW


def test_the_corpus_may_be_named(corpus: Path, ran: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("/")
    assert ran("show", "ferry/toll", "-C", corpus).out == VIEW
    assert ran("show", "ferry/toll", "--corpus", corpus.parent).out == VIEW
    assert ran("show", corpus / "ferry/toll.yaml").out == VIEW
    assert ran("show", corpus / "../claims/ferry/toll.yaml").out == VIEW


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("ferry/tol", 'there is no record "ferry/tol", did you mean "ferry/toll"?'),
        ("toll", 'there is no record "toll", did you mean "ferry/toll"?'),
        ("Harbour Office", 'there is no record "Harbour Office", did you mean "harbour-office"?'),
        ("xyzzy", 'there is no record "xyzzy"; see `claimtrack list`'),
        ("speaker:ferry/toll", 'there is no speaker "ferry/toll"; see `claimtrack list`'),
        ("person:zoe", 'there is no record "person:zoe"; see `claimtrack list`'),
        ("ferry/toll#sevn", 'there is no version "ferry/toll#sevn", did you mean "seven"?'),
        (
            "ferry/toll#x",
            'there is no version "ferry/toll#x"; see `claimtrack show ferry/toll`',
        ),
        (
            "harbour-office#x",
            'there is no version "harbour-office#x"; see `claimtrack show harbour-office`',
        ),
        ("gone.yaml", 'there is no record "gone.yaml"; see `claimtrack list`'),
        ("claims/claimtrack.yaml", 'there is no claim "claimtrack"; see `claimtrack list`'),
    ],
)
def test_an_unknown_name_is_refused_with_the_nearest(ran: Run, name: str, message: str) -> None:
    assert ran("show", name) == Ran(2, "", f"claimtrack: {message}\n")


def test_an_id_of_several_kinds_is_told_apart_by_its_kind(corpus: Path, ran: Run) -> None:
    lay(corpus, {"events/harbour-office.yaml": "event: The office burns\n"})
    message = (
        'claimtrack: "harbour-office" is the id of a speaker and an event: '
        "write `speaker:harbour-office` or `event:harbour-office`\n"
    )
    assert ran("show", "harbour-office") == Ran(2, "", message)
    assert ran("show", "speaker:harbour-office") == Ran(0, SPEAKER, "")
    assert ran("show", "event:harbour-office").out.startswith("The office burns\n")


def test_a_broken_file_hides_no_good_one_and_is_told(corpus: Path, ran: Run) -> None:
    lay(corpus, {"ferry/broken.yaml": "claim: [\n"})
    told = "claimtrack: 1 file could not be read whole: see `claimtrack check claims`\n"
    assert ran("show", "ferry/toll") == Ran(0, VIEW, told)
    message = (
        'claimtrack: claim "ferry/broken" could not be read whole: '
        "see `claimtrack check`, and mend it\n"
    )
    assert ran("show", "ferry/broken") == Ran(2, "", told + message)


def test_a_folder_without_a_corpus_is_refused(
    tmp_path: Path, ran: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    monkeypatch.chdir(empty)
    message = (
        'claimtrack: "." holds no corpus: there is no claimtrack.yaml in it, above it or below '
        "it; write one that holds `claimtrack: 1`\n"
    )
    assert ran("show", "ferry/toll") == Ran(2, "", message)
    nowhere = 'claimtrack: "nowhere" does not exist; check its name\n'
    assert ran("show", "ferry/toll", "-C", "nowhere") == Ran(2, "", nowhere)


def test_a_file_is_no_corpus(tmp_path: Path, ran: Run) -> None:
    (tmp_path / "note.txt").write_text("x")
    assert ran("show", "ferry/toll", "-C", "note.txt").code == 2


def test_of_several_corpora_none_is_guessed(tmp_path: Path, ran: Run) -> None:
    lay(tmp_path / ".hidden", FILES)
    assert ran("show", "ferry/toll") == Ran(0, VIEW, "")
    lay(tmp_path / "more", FILES)
    message = (
        'claimtrack: there are several corpora here, "claims", "more": name one with `--corpus`\n'
    )
    assert ran("show", "ferry/toll") == Ran(2, "", message)


def test_the_width_is_as_asked(ran: Run) -> None:
    lines = ran("show", "ferry/toll", "--width", "40").out.splitlines()
    assert max(map(len, lines)) <= 40
    assert ran("show", "ferry/toll", "--width", "12").code == 2


def test_what_cannot_be_seen_is_escaped_and_actions_obeys_nothing(corpus: Path) -> None:
    note = "note: >-\n  soft\u00adhyphen\n\n  ::error::owned ##[error]\n"
    lay(corpus, {"ferry/toll.yaml": TOLL + note})
    done = finished("show", "ferry/toll", env={"GITHUB_ACTIONS": "true"})
    assert done.code == 0
    assert "  soft\\xadhyphen\n  \\x3a:error::owned \\x23#[error]\n" in done.out
    assert "\x1b" not in done.out


def test_a_terminal_has_colours_and_its_own_width(corpus: Path) -> None:
    assert corpus.is_dir()
    ours, theirs = pty.openpty()
    env = {"TERM": "xterm-256color", "COLUMNS": "60", "LANG": "C.UTF-8"}
    with started("show", "ferry/toll", env=env, stdout=theirs) as process:
        os.close(theirs)
        shown = b""
        while chunk := _read(ours):
            shown += chunk
        _, err = process.communicate(timeout=60)
    os.close(ours)
    text = shown.decode().replace("\r\n", "\n")
    assert (process.returncode, err) == (0, b"")
    assert "\x1b[1;32m+ asserts\x1b[0m\n" in text
    assert "ferry/toll \x1b[2m·\x1b[0m kind: numerical \x1b[2m·\x1b[0m whether " in text
    assert 50 < max(map(len, re.sub(r"\x1b\[[0-9;]*m", "", text).splitlines())) <= 60


def _read(handle: int) -> bytes:
    try:
        return os.read(handle, 4096)
    except OSError:
        return b""


def test_a_closed_pipe_is_no_error(corpus: Path) -> None:
    assert corpus.is_dir()
    reader, writer = os.pipe()
    os.close(reader)
    with started("show", "ferry/toll", stdout=writer) as process:
        os.close(writer)
        _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (141, b"")


def test_nothing_of_a_terminal_is_imported_for_a_pipe(corpus: Path) -> None:
    code = (
        "import sys\nfrom claimtrack.cli.running import run\n"
        "run(['show', 'ferry/toll'])\nprint('rich' in sys.modules, file=sys.stderr)\n"
    )
    assert corpus.is_dir()
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr == "False\n"
