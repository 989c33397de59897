"""Corpora that are gone from the disk, or were moved, in the commands that look into git."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import FILES, TOLL, Ran, Run
from tests.repositories import Repo, isolate

if TYPE_CHECKING:
    from pathlib import Path

QUESTION = "How many people died on the ferry?"
NO_CORPUS = (
    'claimtrack: "." holds no corpus: there is no claimtrack.yaml in it, above it or below it; '
    "write one that holds `claimtrack: 1`\n"
)


@pytest.fixture
def repo(corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """A repository in the current folder, with the corpus in `claims` committed."""
    isolate(monkeypatch, tmp_path / ".home")
    assert corpus.is_dir()
    made = Repo.init(tmp_path)
    made.commit({".gitignore": ".home\n"}, "Begin")
    return made


def without(repo: Repo, folder: str = "claims") -> Repo:
    """Delete a corpus, and stage that."""
    repo.git("rm", "-r", "--quiet", folder)
    return repo


def fates(done: Ran) -> set[tuple[str, str]]:
    return {(record["id"], record["how"]) for record in json.loads(done.out)["records"]}


REMOVED = {("ferry/toll", "removed"), ("ferry-report", "removed"), ("harbour-office", "removed")}


@pytest.mark.parametrize("words", ["", "--staged", "HEAD", "-C claims", "HEAD -- claims/ferry"])
def test_a_corpus_that_is_deleted_is_told_before_it_is_committed(
    ran: Run, repo: Repo, words: str
) -> None:
    without(repo)
    done = ran("diff", "--format", "json", *words.split())
    told = REMOVED if "--" not in words.split() else {("ferry/toll", "removed")}
    assert (done.code, fates(done)) == (0, told)
    side = "index" if "--staged" in words else "working tree"
    assert done.err.startswith(f'claimtrack: there is no corpus in "claims" at "{side}"\n')


@pytest.mark.parametrize("words", ["HEAD~1 HEAD", "HEAD~1", "before...", "HEAD~1 -C claims"])
def test_a_corpus_that_is_deleted_is_told_between_commits(ran: Run, repo: Repo, words: str) -> None:
    repo.git("branch", "before")
    without(repo).commit({}, "Give it up")
    assert fates(ran("diff", "--format", "json", *words.split())) == REMOVED
    assert fates(ran("diff", "HEAD", "HEAD~1", "--format", "json")) == {
        (name, "added") for name, _ in REMOVED
    }


def test_a_record_of_a_corpus_that_is_gone_is_shown_and_has_a_history(ran: Run, repo: Repo) -> None:
    before = ran("show", "ferry/toll", "--at", "HEAD")
    assert QUESTION in before.out
    without(repo).commit({}, "Give it up")
    repo.commit({"other": "x"}, "Go on")
    assert ran("show", "ferry/toll", "--at", "HEAD~2") == before
    done = ran("log", "ferry/toll")
    assert (done.code, done.err) == (0, "")
    assert f"claim removed: {QUESTION}" in done.out
    assert f"claim added: {QUESTION}" in done.out
    assert ran("log", "ferry/toll", "-C", "claims") == done
    assert ran("log", "claims/ferry/toll.yaml") == done
    assert QUESTION in ran("log", "ferry/toll", "--at", "HEAD~2").out
    assert ran("log", "ferry/tull").code == 2


@pytest.mark.parametrize("words", ["diff", "log ferry/toll", "show ferry/toll --at HEAD"])
def test_where_git_knows_no_corpus_either_one_line_says_so(
    ran: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    isolate(monkeypatch, tmp_path / ".home")
    monkeypatch.chdir(Repo.init(tmp_path / "work").top)
    Repo(tmp_path / "work").commit({"a": "b"})
    assert ran(*words.split()) == Ran(2, "", NO_CORPUS)
    done = ran(*words.split(), "-C", "gone")
    assert done == Ran(2, "", 'claimtrack: "gone" does not exist; check its name\n')


def test_outside_of_git_a_corpus_that_is_missing_is_told_as_ever(
    ran: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    isolate(monkeypatch, tmp_path / ".home")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    assert ran("log", "ferry/toll") == Ran(2, "", NO_CORPUS)


def test_one_of_several_corpora_that_is_deleted_is_not_passed_over(ran: Run, repo: Repo) -> None:
    repo.commit({f"north/{name}": text for name, text in FILES.items()}, "Add another")
    without(repo, "north")
    told = 'there are several corpora here, "claims", "north": name one with `--corpus`'
    assert ran("diff") == Ran(2, "", f"claimtrack: {told}\n")
    assert fates(ran("diff", "-C", "north", "--format", "json")) == REMOVED
    assert fates(ran("diff", "-C", "claims", "--format", "json")) == set()


@pytest.mark.parametrize("words", ["HEAD~1", "HEAD~1 HEAD", "HEAD~1 -C corpus"])
def test_a_corpus_that_was_moved_is_compared_with_what_it_was(
    ran: Run, repo: Repo, words: str
) -> None:
    repo.git("mv", "claims", "corpus")
    repo.commit({"corpus/ferry/toll.yaml": TOLL.replace("value: 7", "value: 8")}, "Move it")
    done = ran("diff", "--format", "json", *words.split())
    assert fates(done) == {("ferry/toll", "changed")}
    assert done.err == (
        'claimtrack: the corpus in "corpus" was in "claims" at "HEAD~1"\n'
        "claimtrack: 1 record changed\n"
    )


def test_a_corpus_that_another_branch_moved_is_followed_too(ran: Run, repo: Repo) -> None:
    repo.git("checkout", "--quiet", "-b", "topic")
    repo.git("mv", "claims", "corpus")
    repo.commit({"corpus/ferry/toll.yaml": TOLL.replace("value: 7", "value: 8")}, "Move it")
    repo.git("checkout", "--quiet", "main")
    changed = {("ferry/toll", "changed")}
    assert fates(ran("diff", "main", "topic", "--format", "json")) == changed
    assert fates(ran("diff", "topic", "main", "--format", "json")) == changed


def test_before_the_first_commit_everything_is_new(
    ran: Run, corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    isolate(monkeypatch, tmp_path / ".home")
    repo = Repo.init(corpus.parent)
    added = {(name, "added") for name, _ in REMOVED}
    done = ran("diff", "--format", "json")
    assert fates(done) == added
    assert 'there is no corpus in "claims" at "no commit yet"\n' in done.err
    assert fates(ran("diff", "--staged", "--format", "json")) == set()
    repo.git("add", "--all")
    assert fates(ran("diff", "--staged", "--format", "json")) == added
    assert "has no commit yet: commit something first" in ran("diff", "HEAD").err
