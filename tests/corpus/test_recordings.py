from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimtrack.corpus.git import Repository, ShallowClone, UnbornBranch
from claimtrack.corpus.recordings import NotRecordedYet, recorded_by, recordings
from claimtrack.model.dates import Date
from tests.repositories import Repo, isolate

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    isolate(monkeypatch, tmp_path / "home")
    return Repo.init(tmp_path / "work")


def told(repo: Repo, *paths: str) -> list[tuple[str, tuple[str, ...]]]:
    found = recordings(Repository.at(repo.top), repo.top / "claims", paths or None)
    return [(item.subject, item.paths) for item in found]


def test_a_commit_is_told_with_what_it_changed_in_the_corpus(repo: Repo) -> None:
    repo.commit({"claims/a.yaml": "1", "claims/b/c.yaml": "1"}, "Begin")
    repo.commit({"elsewhere": "1"}, "Elsewhere")
    repo.commit({"claims/a.yaml": None, "claims/z.yaml": "1"}, "Rename")
    assert told(repo) == [("Rename", ("a.yaml", "z.yaml")), ("Begin", ("a.yaml", "b/c.yaml"))]
    assert told(repo, "b/c.yaml") == [("Begin", ("b/c.yaml",))]
    assert recordings(Repository.at(repo.top), repo.top / "claims", []) == ()


def test_settings_of_git_and_odd_words_change_nothing(repo: Repo) -> None:
    repo.git("config", "log.follow", "true")
    repo.git("config", "diff.renames", "copies")
    repo.commit({"claims/a.yaml": "1\n" * 50}, "\x01A\x01 \x1b[31mred")
    repo.commit({"claims/a.yaml": None, "claims/b.yaml": "1\n" * 50}, "Move")
    assert told(repo, "b.yaml") == [("Move", ("b.yaml",))]
    assert [subject for subject, _ in told(repo)] == ["Move", "\x01A\x01 \x1b[31mred"]


@pytest.mark.parametrize("branch", ["main", "master", "trunk"])
def test_the_main_branch_is_known_by_its_name_or_is_the_one_checked_out(
    repo: Repo, branch: str
) -> None:
    repo.git("symbolic-ref", "HEAD", f"refs/heads/{branch}")
    repo.commit({"claims/a.yaml": "1"}, "Begin")
    if branch != "trunk":
        repo.git("checkout", "--quiet", "-b", "side")
        repo.commit({"claims/a.yaml": "2"}, "On the side")
    assert [subject for subject, _ in told(repo)] == ["Begin"]


def test_the_state_of_a_date_is_that_of_its_last_commit(repo: Repo) -> None:
    first = repo.commit({"claims/a.yaml": "1"})
    second = repo.commit({"claims/a.yaml": "2"})
    repository = Repository.at(repo.top)
    assert recorded_by(repository, Date.parse("../2024-08-01")).id == second != first
    with pytest.raises(NotRecordedYet):
        recorded_by(repository, Date.parse("../2024-07-31"))


def test_what_was_cut_off_is_not_taken_for_not_recorded(repo: Repo, tmp_path: Path) -> None:
    repo.commit({"claims/a.yaml": "1"})
    repo.commit({"claims/a.yaml": "2"})
    repo.git("clone", "--quiet", "--depth", "1", repo.top.as_uri(), str(tmp_path / "clone"))
    with pytest.raises(ShallowClone):
        recorded_by(Repository.at(tmp_path / "clone"), Date.parse("../2024-07-31"))


def test_without_a_commit_nothing_is_recorded(repo: Repo) -> None:
    (repo.top / "claims").mkdir()
    with pytest.raises(UnbornBranch):
        told(repo)
