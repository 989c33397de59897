from __future__ import annotations

import os
import pickle
import sys
from typing import TYPE_CHECKING

import pytest

from claimtrack.corpus.files import TooLargeError
from claimtrack.corpus.git import (
    NoMergeBase,
    NoRepository,
    Repository,
    ShallowClone,
    UnbornBranch,
    UnknownRevision,
)
from claimtrack.corpus.gitprocess import GitError, GitFailed, NoGit, run_git
from claimtrack.corpus.objects import MissingObject, Objects
from tests.repositories import Repo, isolate

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    isolate(monkeypatch, tmp_path / "home")
    return Repo.init(tmp_path / "work")


def test_a_repository_is_found_from_any_file_and_folder_in_it(repo: Repo) -> None:
    repo.write({"claims/ferry/toll.yaml": "claim: How many?\n"})
    for name in (".", "claims", "claims/ferry/toll.yaml"):
        assert Repository.at(repo.top / name).top == repo.top.resolve()


def test_a_repository_is_found_through_a_symbolic_link(repo: Repo, tmp_path: Path) -> None:
    (repo.top / "claims").mkdir()
    (tmp_path / "link").symlink_to(repo.top / "claims")
    found = Repository.at(tmp_path / "link")
    assert found.relative(tmp_path / "link") == "claims"


def test_what_a_hook_is_given_leads_to_no_other_repository(
    repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Repo.init(tmp_path / "other")
    monkeypatch.setenv("GIT_DIR", str(other.top / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other.top))
    (repo.top / "claims").mkdir()
    assert Repository.at(repo.top / "claims").top == repo.top.resolve()


@pytest.mark.usefixtures("repo")
@pytest.mark.parametrize("name", ["outside", "not/there/at/all", "work/.git"])
def test_a_path_in_no_working_tree_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "outside").mkdir()
    with pytest.raises(NoRepository, match="is in no working tree of git: run `git init`"):
        Repository.at(tmp_path / name)


@pytest.mark.usefixtures("repo")
def test_a_bare_repository_has_no_working_tree(tmp_path: Path) -> None:
    bare = Repo.init(tmp_path / "bare", "--bare")
    with pytest.raises(NoRepository):
        Repository.at(bare.top)


def test_a_path_outside_is_not_relative(repo: Repo, tmp_path: Path) -> None:
    with pytest.raises(NoRepository):
        Repository.at(repo.top).relative(tmp_path)


def test_without_git_one_line_says_so(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(NoGit, match="git is not installed, or not on the PATH: install it"):
        Repository.at(repo.top)


def test_a_call_that_fails_says_what_git_said(repo: Repo) -> None:
    with pytest.raises(
        GitFailed, match=r"^`git cat-file` failed: Not a valid object name nothing$"
    ):
        run_git(["cat-file", "-p", "nothing"], at=repo.top)


def test_a_commit_is_found_by_every_name_that_it_has(repo: Repo) -> None:
    first = repo.commit({"a": "1"})
    second = repo.commit({"a": "2"})
    repo.git("tag", "release")
    found = Repository.at(repo.top)
    for name in ("HEAD", "main", "release", second, second[:8], "@", ":/Change"):
        assert found.commit(name).id == second
        assert str(found.commit(name)) == name
    assert found.commit("HEAD~1").id == first
    assert first.startswith(found.commit("HEAD^").short)


def test_a_merge_base_is_where_two_histories_parted(repo: Repo) -> None:
    base = repo.commit({"a": "1"})
    repo.git("checkout", "--quiet", "-b", "topic")
    repo.commit({"b": "1"})
    repo.git("checkout", "--quiet", "main")
    repo.commit({"c": "1"})
    found = Repository.at(repo.top)
    for name in ("topic...", "...topic", "topic...main", "main...topic"):
        assert found.commit(name).id == base


def test_histories_that_never_met_have_no_merge_base(repo: Repo) -> None:
    repo.commit({"a": "1"})
    repo.git("checkout", "--quiet", "--orphan", "alone")
    repo.commit({"b": "1"})
    with pytest.raises(NoMergeBase, match='"main" and "alone" have no commit in common'):
        Repository.at(repo.top).commit("main...alone")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("mian", 'git knows no commit "mian", did you mean "main"?'),
        ("topic", 'git knows no commit "topic", did you mean "origin/topic"?'),
        ("zzz", 'git knows no commit "zzz": see `git log` and `git branch --all`, or fetch it'),
        (
            "main..HEAD",
            'git knows no commit "main..HEAD": that is a range, name its two ends apart',
        ),
        (
            "main...zzz",
            'git knows no commit "zzz": see `git log` and `git branch --all`, or fetch it',
        ),
        ("--all", 'git knows no commit "--all": see `git log` and `git branch --all`, or fetch it'),
        (
            "--output=x",
            'git knows no commit "--output=x": see `git log` and `git branch --all`, or fetch it',
        ),
        ("^main", 'git knows no commit "^main", did you mean "main"?'),
        ("", 'git knows no commit "": see `git log` and `git branch --all`, or fetch it'),
        (
            "a\0b\n",
            r'git knows no commit "a\x00b\n": see `git log` and `git branch --all`, or fetch it',
        ),
        (
            "HEAD:a",
            'git knows no commit "HEAD:a": see `git log` and `git branch --all`, or fetch it',
        ),
    ],
)
def test_words_that_name_no_commit_are_refused_with_advice(
    repo: Repo, name: str, told: str
) -> None:
    commit = repo.commit({"a": "1"})
    repo.git("update-ref", "refs/remotes/origin/topic", commit)
    with pytest.raises(UnknownRevision) as caught:
        Repository.at(repo.top).commit(name)
    assert str(caught.value) == told


def test_before_the_first_commit_there_is_no_revision(repo: Repo) -> None:
    with pytest.raises(UnbornBranch, match="has no commit yet: commit something first"):
        Repository.at(repo.top).commit("HEAD")


def test_what_a_shallow_clone_lacks_is_told_with_how_to_get_it(repo: Repo, tmp_path: Path) -> None:
    first = repo.commit({"a": "1"})
    repo.commit({"a": "2"})
    repo.git("clone", "--quiet", "--depth", "1", f"file://{repo.top}", str(tmp_path / "shallow"))
    shallow = Repository.at(tmp_path / "shallow")
    assert shallow.commit("HEAD").id == repo.git("rev-parse", "HEAD")
    for name in (first, "HEAD~1"):
        with pytest.raises(ShallowClone, match=r"`git fetch --unshallow`.*`fetch-depth: 0`"):
            shallow.commit(name)


def test_another_language_changes_no_message(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    monkeypatch.setenv("LANGUAGE", "de")
    with pytest.raises(GitFailed, match="Not a valid object name"):
        run_git(["cat-file", "-p", "nothing"], at=repo.top)


def blob(repo: Repo, data: bytes) -> str:
    (repo.top / "blob").write_bytes(data)
    return repo.git("hash-object", "-w", "--no-filters", "blob")


@pytest.mark.parametrize(
    "data", [b"", b"one\n", b"\0\xff\r\n" * 50_000], ids=["empty", "text", "raw"]
)
def test_a_blob_reads_as_it_was_written(repo: Repo, data: bytes) -> None:
    objects = Objects(repo.top)
    name = blob(repo, data)
    for _ in range(3):
        assert objects.read(name, "x.yaml", limit=len(data)) == data


def test_a_blob_that_is_too_large_or_missing_hides_no_other(repo: Repo) -> None:
    objects = Objects(repo.top)
    large, small = blob(repo, b"x" * 300_000), blob(repo, b"small")
    for _ in range(2):
        with pytest.raises(TooLargeError, match=r'"x.yaml" has more than 10 bytes'):
            objects.read(large, "x.yaml", limit=10)
        with pytest.raises(MissingObject, match=r'the contents of "x.yaml" .* not in this clone'):
            objects.read("0" * 40, "x.yaml", limit=10)
        assert objects.read(small, "x.yaml", limit=10) == b"small"


def test_blobs_are_read_in_another_process_too(repo: Repo) -> None:
    name = blob(repo, b"small")
    objects = Objects(repo.top)
    objects.read(name, "x", limit=9)
    assert pickle.loads(pickle.dumps(objects)).read(name, "x", limit=9) == b"small"  # noqa: S301


@pytest.mark.skipif(sys.platform == "win32", reason="programs are started in another way")
def test_nothing_that_a_repository_configures_is_started(repo: Repo, tmp_path: Path) -> None:
    trap = tmp_path / "trap"
    trap.write_text(f'#!/bin/sh\ntouch "{tmp_path}/sprung"\ncat\n', encoding="utf-8")
    trap.chmod(0o755)
    hook = repo.top / ".git/hooks/post-index-change"
    hook.parent.mkdir(exist_ok=True)
    hook.write_bytes(trap.read_bytes())
    hook.chmod(0o755)
    repo.commit({".gitattributes": "* filter=trap diff=trap\n", "a": "1"})
    (tmp_path / "sprung").unlink(missing_ok=True)
    for name in ("filter.trap.clean", "filter.trap.smudge", "diff.trap.textconv"):
        repo.git("config", name, str(trap))
    for name in ("core.fsmonitor", "diff.external", "core.pager", "diff.trap.command"):
        repo.git("config", name, str(trap))
    os.utime(repo.top / "a")
    found = Repository.at(repo.top)
    head = found.commit("HEAD")
    found.run(["ls-files", "--stage", "-z"])
    found.run(["ls-tree", "-r", "-z", head.id])
    found.run(["log", "--raw", "-z", "--no-ext-diff", "--no-textconv", "HEAD"])
    assert not (tmp_path / "sprung").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="programs are started in another way")
def test_what_a_partial_clone_lacks_is_not_fetched(repo: Repo, tmp_path: Path) -> None:
    repo.commit({"a": "1"})
    name = repo.git("rev-parse", "HEAD:a")
    repo.git("config", "uploadpack.allowFilter", "true")
    options = ["--quiet", "--no-checkout", "--filter=blob:none"]
    repo.git("clone", *options, f"file://{repo.top}", str(tmp_path / "part"))
    part = Repo(tmp_path / "part")
    part.git("config", "remote.origin.uploadpack", f'touch "{tmp_path}/sprung"; git-upload-pack')
    with pytest.raises(GitError):
        Objects(part.top).read(name, "a", limit=9)
    assert not (tmp_path / "sprung").exists()
    part.git("cat-file", "-e", name)
    assert (tmp_path / "sprung").exists()
