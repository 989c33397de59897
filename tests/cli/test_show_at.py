"""`claimtrack show --at`: a record as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import TOLL, Ran, Run
from tests.repositories import Repo, isolate

if TYPE_CHECKING:
    from pathlib import Path

EIGHT = TOLL.replace("value: 7", "value: 8").replace("Seven people", "Eight people")
OFFICE = """\
Harbour Office
speaker:harbour-office · kind: organization

Says, in order of time
nothing

Sources by this speaker
  ferry-report: What happened to the ferry (publisher)
"""


@pytest.fixture
def repo(corpus: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Repo:
    isolate(monkeypatch, tmp_path / ".home")
    repo = Repo.init(corpus.parent)
    repo.write({".gitignore": ".home\n"})
    repo.commit({}, "Record the toll")
    repo.commit({"claims/ferry/toll.yaml": EIGHT}, "Count again")
    repo.commit({"claims/ferry/toll.yaml": None}, "Take it back")
    return repo


@pytest.mark.usefixtures("repo")
@pytest.mark.parametrize(
    ("revision", "told", "not_told"),
    [("HEAD~1", "Eight people died.", "Seven"), ("HEAD~2", "Seven people died.", "Eight")],
)
@pytest.mark.parametrize("name", ["ferry/toll", "claims/ferry/toll.yaml", "ferry/toll.yaml"])
def test_a_record_that_is_gone_is_shown_as_it_was(
    ran: Run, name: str, revision: str, told: str, not_told: str
) -> None:
    done = ran("show", name, "--at", revision)
    assert (done.code, done.err) == (0, "")
    assert told in done.out
    assert not_told not in done.out


@pytest.mark.usefixtures("repo")
def test_what_a_record_is_shown_with_is_of_that_time_too(ran: Run) -> None:
    assert "Seven people died." in ran("show", "harbour-office", "--at", "HEAD~2").out
    assert "people died" not in ran("show", "harbour-office", "--at", "HEAD").out


@pytest.mark.usefixtures("repo")
def test_a_record_that_was_not_there_is_unknown(ran: Run) -> None:
    done = ran("show", "ferry/tolls", "--at", "HEAD~1")
    assert done == Ran(
        2,
        "",
        'claimtrack: there is no record "ferry/tolls" at "HEAD~1", did you mean "ferry/toll"?\n',
    )
    done = ran("show", "ferry/toll", "--at", "HEAD")
    told = 'there is no record "ferry/toll" at "HEAD"; see `claimtrack log`'
    assert done == Ran(2, "", f"claimtrack: {told}\n")


def test_a_broken_record_is_told_with_what_was_wrong(ran: Run, repo: Repo) -> None:
    repo.commit({"claims/ferry/toll.yaml": "claim: [\n"})
    repo.commit({"claims/ferry/toll.yaml": TOLL})
    done = ran("show", "ferry/toll", "--at", "HEAD~1")
    assert (done.code, done.out) == (2, "")
    first, second = done.err.splitlines()
    assert first == 'claimtrack: 1 file could not be read whole at "HEAD~1"'
    assert second.startswith('claimtrack: claim "ferry/toll" could not be read whole at "HEAD~1": ')


def test_a_corpus_that_was_not_there_yet_is_told(ran: Run, repo: Repo) -> None:
    repo.git("checkout", "--quiet", "--orphan", "empty")
    repo.git("rm", "--quiet", "--cached", "-r", ".")
    repo.git("commit", "--quiet", "--allow-empty", "-m", "Nothing yet")
    done = ran("show", "ferry/toll", "--at", "empty")
    message = 'there was no corpus in "claims" at "empty": name a later revision'
    assert done == Ran(2, "", f"claimtrack: {message}\n")


def test_outside_a_repository_one_line_says_so(
    ran: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    isolate(monkeypatch, tmp_path / ".home")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    done = ran("show", "ferry/toll", "--at", "HEAD")
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert "is in no working tree of git: run `git init`" in done.err


@pytest.mark.usefixtures("repo")
def test_an_unknown_revision_is_one_line(ran: Run) -> None:
    done = ran("show", "ferry/toll", "--at", "mian")
    assert done == Ran(2, "", 'claimtrack: git knows no commit "mian", did you mean "main"?\n')
