from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimtrack.corpus.git import Repository
from claimtrack.corpus.trail import Finds, Kept, Step, trail
from tests.repositories import Repo, isolate

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

TEXT = "".join(f"line {number}\n" for number in range(20))


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    isolate(monkeypatch, tmp_path / "home")
    return Repo.init(tmp_path / "work")


def nothing(_: Kept, __: Sequence[Kept]) -> None:
    return None


def the_first(_: Kept, gone: Sequence[Kept]) -> Kept:
    return gone[0]


def steps(repo: Repo, path: str, finds: Finds = nothing) -> tuple[Step, ...]:
    repository = Repository.at(repo.top)
    head = repository.commit("HEAD")
    return trail(repository, repo.top / "claims", path, head=head, finds=finds)


def told(found: Sequence[Step]) -> list[str]:
    return [f"{step.commit.subject}: {_ways(step)}" for step in found]


def _ways(step: Step) -> str:
    before = " + ".join(kept.path if kept else "-" for kept in step.before)
    became = f" as {step.became.path}" if step.became else ""
    return f"{before} > {step.after.path if step.after else '-'}{became}"


def test_every_commit_that_changed_the_file_is_told_newest_first(repo: Repo) -> None:
    repo.commit({"claims/a.yaml": "1", "b": "1"}, "one")
    repo.commit({"b": "2"}, "two")
    repo.commit({"claims/a.yaml": "3"}, "three")
    repo.commit({"claims/c.yaml": "4"}, "four")
    found = steps(repo, "a.yaml")
    assert told(found) == ["three: a.yaml > a.yaml", "one: - > a.yaml"]
    first = found[-1].commit
    assert (first.author, first.date, first.id) == (
        "Ada Author",
        "2024-08-01T10:00:00+00:00",
        repo.git("rev-parse", "HEAD~3"),
    )


def test_a_file_that_never_was_has_no_steps(repo: Repo) -> None:
    repo.commit({"claims/a.yaml": "1"})
    assert steps(repo, "b.yaml") == ()


def test_a_repository_without_the_folder_has_no_steps(repo: Repo) -> None:
    repo.commit({"b": "1"})
    assert steps(repo, "b.yaml") == ()


def test_a_renaming_is_followed_with_small_changes_too(repo: Repo) -> None:
    repo.commit({"claims/a.yaml": TEXT}, "one")
    repo.commit({"claims/a.yaml": None, "claims/deep/b.yaml": TEXT + "more\n"}, "two")
    repo.commit({"claims/deep/b.yaml": TEXT}, "three")
    assert told(steps(repo, "deep/b.yaml")) == [
        "three: deep/b.yaml > deep/b.yaml",
        "two: a.yaml > deep/b.yaml",
        "one: - > a.yaml",
    ]


def test_the_old_name_leads_to_the_new_one(repo: Repo) -> None:
    repo.commit({"claims/a.yaml": TEXT}, "one")
    repo.commit({"claims/a.yaml": None, "claims/b.yaml": TEXT + "more\n"}, "two")
    repo.commit({"claims/b.yaml": TEXT + "much more\n"}, "three")
    repo.commit({"claims/b.yaml": None, "claims/c.yaml": TEXT + "much more\n"}, "four")
    every = [
        *("four: b.yaml > c.yaml", "three: b.yaml > b.yaml"),
        *("two: a.yaml > b.yaml", "one: - > a.yaml"),
    ]
    assert told(steps(repo, "c.yaml")) == every
    assert told(steps(repo, "b.yaml")) == every
    assert told(steps(repo, "a.yaml")) == every


def test_a_name_that_came_back_is_that_of_the_file_that_has_it_now(repo: Repo) -> None:
    repo.commit({"claims/a.yaml": TEXT}, "one")
    repo.commit({"claims/a.yaml": None, "claims/b.yaml": TEXT}, "two")
    repo.commit({"claims/b.yaml": None, "claims/a.yaml": TEXT}, "three")
    assert told(steps(repo, "b.yaml")) == told(steps(repo, "a.yaml"))
    repo.commit({"claims/b.yaml": "another\n"}, "four")
    assert told(steps(repo, "a.yaml"))[0] == "three: b.yaml > a.yaml"
    assert told(steps(repo, "b.yaml")) == [
        *("four: - > b.yaml", "three: b.yaml > - as a.yaml", "two: a.yaml > b.yaml"),
        "one: - > a.yaml",
    ]


def test_a_renaming_that_git_does_not_see_is_found_by_who_is_asked(repo: Repo) -> None:
    repo.commit({"claims/a.yaml": "1\n"}, "one")
    repo.commit({"claims/a.yaml": None, "claims/b.yaml": "2\n"}, "two")
    assert told(steps(repo, "b.yaml")) == ["two: - > b.yaml"]
    assert told(steps(repo, "b.yaml", the_first)) == ["two: a.yaml > b.yaml", "one: - > a.yaml"]
    assert told(steps(repo, "a.yaml", the_first))[0] == "two: a.yaml > b.yaml"


def test_deletion_and_return_are_told(repo: Repo) -> None:
    repo.commit({"claims/a.yaml": "1\n"}, "one")
    repo.commit({"claims/a.yaml": None}, "two")
    repo.commit({"claims/c.yaml": "3\n"}, "three")
    repo.commit({"claims/a.yaml": "4\n"}, "four")
    assert told(steps(repo, "a.yaml")) == [
        "four: - > a.yaml",
        "two: a.yaml > -",
        "one: - > a.yaml",
    ]


def joined(repo: Repo, ours: dict[str, str | None], theirs: dict[str, str | None]) -> None:
    repo.commit({"claims/a.yaml": TEXT}, "base")
    repo.git("checkout", "--quiet", "-b", "topic")
    repo.commit(theirs, "theirs")
    repo.git("checkout", "--quiet", "main")
    repo.commit(ours, "ours")


def test_a_merge_that_takes_one_side_is_not_told_and_that_side_is(repo: Repo) -> None:
    joined(repo, {"claims/c.yaml": "1\n"}, {"claims/a.yaml": TEXT + "theirs\n"})
    repo.git("merge", "--quiet", "-m", "merge", "topic")
    assert told(steps(repo, "a.yaml")) == ["theirs: a.yaml > a.yaml", "base: - > a.yaml"]


def test_a_side_of_which_a_merge_took_nothing_is_told(repo: Repo) -> None:
    joined(repo, {"claims/a.yaml": "ours\n" + TEXT}, {"claims/a.yaml": TEXT + "theirs\n"})
    repo.git("merge", "--quiet", "-s", "ours", "-m", "merge", "topic")
    found = told(steps(repo, "a.yaml"))
    assert set(found[:-1]) == {"ours: a.yaml > a.yaml", "theirs: a.yaml > a.yaml"}
    assert found[-1] == "base: - > a.yaml"


def test_a_merge_of_two_changes_is_told_with_both_sides(repo: Repo) -> None:
    joined(repo, {"claims/a.yaml": "ours\n" + TEXT}, {"claims/a.yaml": TEXT + "theirs\n"})
    repo.git("merge", "--quiet", "-m", "merge", "topic")
    found = told(steps(repo, "a.yaml"))
    assert found[0] == "merge: a.yaml + a.yaml > a.yaml"
    assert set(found[1:3]) == {"ours: a.yaml > a.yaml", "theirs: a.yaml > a.yaml"}
    assert found[3] == "base: - > a.yaml"


def test_each_side_is_followed_under_the_name_that_it_has(repo: Repo) -> None:
    joined(
        repo,
        {"claims/a.yaml": None, "claims/b.yaml": TEXT},
        {"claims/a.yaml": TEXT + "theirs\n"},
    )
    repo.git("merge", "--quiet", "-m", "merge", "topic")
    found = told(steps(repo, "b.yaml"))
    assert found[0] == "merge: b.yaml + a.yaml > b.yaml"
    assert set(found[1:3]) == {"ours: a.yaml > b.yaml", "theirs: a.yaml > a.yaml"}
    assert found[3] == "base: - > a.yaml"


def test_odd_names_and_messages_are_followed(repo: Repo) -> None:
    name = "claims/ä :(top)\n.yaml"
    repo.commit({name: TEXT}, "eins\n\nzwei")
    repo.commit({name: None, "claims/:b.yaml": TEXT}, ":100644 x")
    assert told(steps(repo, ":b.yaml")) == [
        ":100644 x: ä :(top)\n.yaml > :b.yaml",
        "eins: - > ä :(top)\n.yaml",
    ]


def test_a_corpus_may_be_the_whole_repository(repo: Repo) -> None:
    repo.commit({"a.yaml": "1"}, "one")
    repository = Repository.at(repo.top)
    head = repository.commit("HEAD")
    found = trail(repository, repo.top, "a.yaml", head=head, finds=nothing)
    assert told(found) == ["one: - > a.yaml"]
