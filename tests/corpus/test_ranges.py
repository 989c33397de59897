from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimtrack.corpus.git import Commit, Repository, Side, UnknownRevision
from claimtrack.corpus.ranges import NotTwoStates, sides
from tests.repositories import Repo, isolate

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """Two branches that left each other: `main` is at "three", `topic`, checked out, at "two"."""
    isolate(monkeypatch, tmp_path / "home")
    repo = Repo.init(tmp_path / "repo")
    repo.commit({"a": "1"}, "one")
    repo.git("checkout", "--quiet", "-b", "topic")
    repo.commit({"a": "2"}, "two")
    repo.git("checkout", "--quiet", "main")
    repo.commit({"b": "3"}, "three")
    repo.git("checkout", "--quiet", "topic")
    return Repository.at(tmp_path / "repo")


def told(repository: Repository, side: Side) -> str:
    if isinstance(side, Commit):
        return repository.run(["log", "-1", "--format=%s", side.id]).line
    return side


MEANT = {
    "": ("two", "working tree"),
    "main": ("three", "working tree"),
    "main topic": ("three", "two"),
    "main..topic": ("three", "two"),
    "main..": ("three", "two"),
    "..main": ("two", "three"),
    "main...": ("one", "two"),
    "...main": ("one", "three"),
    "topic...main": ("one", "three"),
    "main... topic": ("one", "two"),
    "HEAD~1 HEAD": ("one", "two"),
}


@pytest.mark.parametrize("words", MEANT)
def test_words_mean_what_they_mean_to_git(repository: Repository, words: str) -> None:
    found = sides(repository, words.split())
    assert tuple(told(repository, side) for side in found) == MEANT[words]


@pytest.mark.parametrize(("words", "base"), [("", "two"), ("main", "three")])
def test_what_is_staged_is_compared_with_one_commit(
    repository: Repository, words: str, base: str
) -> None:
    found = sides(repository, words.split(), staged=True)
    assert [told(repository, side) for side in found] == [base, "index"]


REFUSED = {
    "main topic HEAD": '"main" "topic" "HEAD": these are more than two revisions; write paths '
    "after `--`",
    "main main..topic": '"main" "main..topic": the second is a range: name its two ends apart',
}


@pytest.mark.parametrize("words", REFUSED)
def test_what_names_no_two_states_is_refused(repository: Repository, words: str) -> None:
    with pytest.raises(NotTwoStates) as error:
        sides(repository, words.split())
    assert str(error.value) == REFUSED[words]


@pytest.mark.parametrize("words", ["main topic", "main..topic", "main..."])
def test_what_is_staged_has_no_second_commit(repository: Repository, words: str) -> None:
    with pytest.raises(NotTwoStates, match="compared with one commit"):
        sides(repository, words.split(), staged=True)


@pytest.mark.parametrize("word", ["--output=x", "mian", "main...nowhere", "^main", "a\0b"])
def test_what_is_no_commit_is_refused(repository: Repository, word: str) -> None:
    with pytest.raises(UnknownRevision):
        sides(repository, [word])
