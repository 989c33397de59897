from __future__ import annotations

import os
import pickle
import sys
from typing import TYPE_CHECKING

import attrs
import pytest

from claimtrack.corpus.conflicts import ReadOnly
from claimtrack.corpus.corpus import Corpus, load
from claimtrack.corpus.git import Commit, Repository, Side
from claimtrack.corpus.history import corpora_between, corpus_at, moved_from, was_there
from claimtrack.corpus.snapshots import Snapshot
from tests.corpus.conftest import FILES
from tests.repositories import Repo, isolate

if TYPE_CHECKING:
    from pathlib import Path

INSIDE = {f"claims/{name}": text for name, text in FILES.items()}
ADAM = "claims/speakers/adam.yaml"


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    isolate(monkeypatch, tmp_path / "home")
    return Repo.init(tmp_path / "work")


def at(repo: Repo, side: str, folder: str = "claims") -> Corpus:
    repository = Repository.at(repo.top)
    return corpus_at(repository, repo.top / folder, state(repository, side))


def state(repository: Repository, side: str) -> Side:
    match side:
        case "index" | "working tree":
            return side
        case _:
            return repository.commit(side)


def ids(corpus: Corpus) -> set[str]:
    return {*corpus.claims, *corpus.sources, *corpus.speakers, *corpus.events}


def told(corpus: Corpus) -> list[tuple[str, str, str]]:
    return [(item.filename, item.code, item.message) for item in corpus.findings]


@pytest.mark.parametrize("side", ["HEAD", "index", "working tree"])
def test_every_side_reads_as_the_disk_where_nothing_changed(repo: Repo, side: str) -> None:
    repo.commit(INSIDE)
    there, here = at(repo, side), load(repo.top / "claims")
    assert there.claims == here.claims
    assert there.speakers == here.speakers
    assert there.manifest == here.manifest
    assert [file.digest for file in there.files] == [file.digest for file in here.files]
    assert was_there(there)


def test_each_side_has_its_own_state(repo: Repo) -> None:
    repo.commit(INSIDE)
    repo.write({ADAM: "speaker: Adam Staged\nkind: person\n"})
    repo.git("add", ADAM)
    repo.write({ADAM: "speaker: Adam Written\nkind: person\n"})
    names = [at(repo, side).speakers["adam"].name for side in ("HEAD", "index", "working tree")]
    assert names == ["Adam Ash", "Adam Staged", "Adam Written"]


def test_the_working_tree_is_what_check_reads_untracked_files_and_all(repo: Repo) -> None:
    repo.commit(INSIDE)
    repo.write({"claims/speakers/eve.yaml": "speaker: Eve\nkind: person\n"})
    assert "eve" in ids(at(repo, "working tree"))
    assert "eve" not in ids(at(repo, "index"))


def test_the_manifest_is_that_of_the_side(repo: Repo) -> None:
    repo.commit(INSIDE)
    repo.commit({"claims/claimtrack.yaml": "claimtrack: 1\ntitle: Renamed\nlimits:\n  size: 30\n"})
    assert at(repo, "HEAD~1").manifest.title == "A small corpus"
    now = at(repo, "HEAD")
    assert now.manifest.title == "Renamed"
    assert ("claim", "attack/method") in now.unread


def test_a_corpus_may_be_the_whole_repository(repo: Repo) -> None:
    repo.commit(FILES)
    assert ids(at(repo, "HEAD", ".")) == ids(load(repo.top))


def test_a_neighbour_with_a_longer_name_is_no_part_of_the_corpus(repo: Repo) -> None:
    repo.commit({**INSIDE, "claims-old/a.yaml": "claim: Old?\n"})
    assert ids(at(repo, "HEAD")) == ids(load(repo.top / "claims"))


@pytest.mark.parametrize(
    "files",
    [{"README": "none"}, {"claims": "a file"}, {f"elsewhere/{n}": t for n, t in FILES.items()}],
    ids=["not-yet", "a-file", "elsewhere"],
)
def test_where_there_was_no_manifest_the_corpus_is_empty_and_was_not_there(
    repo: Repo, files: dict[str, str]
) -> None:
    repo.commit(files)
    corpus = at(repo, "HEAD")
    assert (ids(corpus), corpus.findings, was_there(corpus)) == (set(), (), False)


def test_a_corpus_that_was_moved_is_found_where_it_lay(repo: Repo) -> None:
    repo.commit({f"old/{name}": text for name, text in FILES.items()})
    repo.git("mv", "old", "claims")
    repo.commit({ADAM: "speaker: Adam Later\nkind: person\n"})
    repository = Repository.at(repo.top)
    before, after = corpora_between(
        repository, repo.top / "claims", repository.commit("HEAD~1"), "working tree"
    )
    assert (was_there(before), moved_from(before), moved_from(after)) == (True, "old", None)
    assert before.speakers["adam"].name == "Adam Ash"
    assert before.claims["attack/method"] is after.claims["attack/method"]


def test_where_two_corpora_are_gone_neither_is_taken_for_the_one_that_is_there(repo: Repo) -> None:
    for folder in ("one", "two"):
        repo.write({f"{folder}/{name}": text for name, text in FILES.items()})
    repo.commit({})
    repo.git("rm", "--quiet", "-r", "one", "two")
    repo.commit(INSIDE)
    assert not was_there(at(repo, "HEAD~1"))


def test_a_broken_file_is_told_as_on_the_disk_and_hides_no_other(repo: Repo) -> None:
    repo.commit({**INSIDE, ADAM: "speaker: [\n", "claims/bad name.yaml": "claim: x\n"})
    there, here = at(repo, "HEAD"), load(repo.top / "claims")
    assert told(there) == told(here) != []
    assert there.unread == here.unread == (("speaker", "adam"),)
    assert "zoe" in there.speakers


@pytest.mark.skipif(sys.platform == "win32", reason="names are made of characters there")
def test_names_that_are_no_text_are_told_as_on_the_disk(repo: Repo) -> None:
    odd = ["claims/\udcff.yaml", "claims/ä\n\t.yaml", 'claims/"q".yaml', "claims/:(top)x.yaml"]
    repo.commit({**INSIDE, **dict.fromkeys(odd, "claim: x\n")})
    assert told(at(repo, "HEAD")) == told(at(repo, "index")) == told(load(repo.top / "claims"))
    assert len(told(at(repo, "HEAD"))) == len(odd)


@pytest.mark.skipif(sys.platform == "win32", reason="links take a privilege")
def test_links_and_executables_are_taken_as_on_the_disk(repo: Repo) -> None:
    repo.write(INSIDE)
    (repo.top / "claims/link.yaml").symlink_to("attack/method.yaml")
    (repo.top / ADAM).chmod(0o755)
    repo.commit({})
    assert told(at(repo, "HEAD")) == told(load(repo.top / "claims"))
    assert [code for _, code, _ in told(at(repo, "HEAD"))] == ["CTI104"]
    assert "adam" in at(repo, "HEAD").speakers


def test_a_submodule_is_told_and_not_read(repo: Repo) -> None:
    commit = repo.commit(INSIDE)
    repo.git("update-index", "--add", "--cacheinfo", f"160000,{commit},claims/inner")
    (finding,) = at(repo, "index").findings
    assert (finding.filename, finding.code) == ("inner", "CTI106")
    assert "this is a submodule" in finding.message


def test_a_staged_file_in_conflict_is_told_and_not_read(repo: Repo) -> None:
    repo.commit(INSIDE)
    repo.git("checkout", "--quiet", "-b", "topic")
    repo.commit({ADAM: "speaker: Adam Topic\nkind: person\n"})
    repo.git("checkout", "--quiet", "main")
    repo.commit({ADAM: "speaker: Adam Main\nkind: person\n"})
    with pytest.raises(Exception, match="merge"):
        repo.git("merge", "topic")
    (finding,) = at(repo, "index").findings
    assert (finding.filename, finding.code) == ("speakers/adam.yaml", "CTI106")
    assert "in conflict" in finding.message
    assert "zoe" in at(repo, "index").speakers


def test_a_large_file_is_told_with_its_limit_and_not_read(repo: Repo) -> None:
    repo.commit({**INSIDE, ADAM: "speaker: Adam\nnote: " + "x" * 300_000 + "\n"})
    assert told(at(repo, "HEAD")) == told(load(repo.top / "claims"))


def test_what_git_keeps_cannot_be_changed(repo: Repo) -> None:
    repo.commit(INSIDE)
    corpus = at(repo, "HEAD")
    adam = corpus.speakers["adam"]
    changes = (
        lambda: corpus.save(adam),
        lambda: corpus.add(attrs.evolve(adam, id="eve")),
        lambda: corpus.rename(adam, "eve"),
        lambda: corpus.remove(corpus.claims["attack/culprit"]),
    )
    for change in changes:
        with pytest.raises(ReadOnly, match='read from "HEAD" and cannot be changed'):
            change()
    assert load(repo.top / "claims").speakers["adam"].name == "Adam Ash"


@pytest.mark.parametrize("head", ["HEAD", "index", "working tree"])
def test_files_with_the_same_bytes_share_their_record(repo: Repo, head: str) -> None:
    repo.commit(INSIDE)
    repo.commit({ADAM: "speaker: Adam Later\nkind: person\n"})
    repository = Repository.at(repo.top)
    sides = repository.commit("HEAD~1"), state(repository, head)
    before, after = corpora_between(repository, repo.top / "claims", *sides)
    assert before.speakers["adam"].name != after.speakers["adam"].name
    assert before.claims["attack/method"] is after.claims["attack/method"]
    assert after.speakers == at(repo, head).speakers


def test_a_lower_limit_on_one_side_shares_nothing(repo: Repo) -> None:
    repo.commit(INSIDE)
    repo.commit({"claims/claimtrack.yaml": "claimtrack: 1\nlimits:\n  size: 30\n"})
    repository = Repository.at(repo.top)
    before, after = corpora_between(
        repository, repo.top / "claims", repository.commit("HEAD~1"), repository.commit("HEAD")
    )
    assert not before.unread
    assert after.unread == at(repo, "HEAD").unread != ()


def test_files_that_share_contents_but_not_their_path_have_each_its_record(repo: Repo) -> None:
    repo.commit(INSIDE)
    repo.git("mv", ADAM, "claims/speakers/eve.yaml")
    repo.commit({})
    repository = Repository.at(repo.top)
    before, after = corpora_between(
        repository, repo.top / "claims", repository.commit("HEAD~1"), repository.commit("HEAD")
    )
    assert "adam" in before.speakers
    assert "adam" not in after.speakers
    assert after.speakers["eve"].id == "eve"


def test_line_ends_that_git_would_convert_are_read_as_they_are(repo: Repo) -> None:
    repo.commit(INSIDE)
    repo.git("config", "core.autocrlf", "true")
    assert told(at(repo, "working tree")) == told(load(repo.top / "claims")) == []


def test_a_repository_of_the_longer_hash_is_read_alike(tmp_path: Path, repo: Repo) -> None:
    repo.commit(INSIDE)
    longer = Repo.init(tmp_path / "longer", "--object-format=sha256")
    longer.commit(INSIDE)
    assert at(longer, "HEAD").claims == at(repo, "HEAD").claims


def test_a_corpus_of_a_commit_can_be_sent_to_another_process(repo: Repo) -> None:
    repo.commit({**INSIDE, ADAM: "speaker: Adam\nkind: persom\n"})
    corpus = at(repo, "HEAD")
    again = pickle.loads(pickle.dumps(corpus))  # noqa: S301
    assert ids(again) == ids(corpus)
    assert again.origin.read("speakers/adam.yaml", limit=99).startswith(b"speaker: Adam")


def test_looking_back_leaves_the_repository_as_it_was(repo: Repo) -> None:
    repo.commit(INSIDE)
    repo.commit({ADAM: "speaker: Adam Later\nkind: person\n"})
    index = repo.top / ".git/index"
    os.utime(repo.top / ADAM)
    seen = index.read_bytes(), index.stat().st_mtime_ns
    at(repo, "HEAD~1"), at(repo, "index")
    assert (index.read_bytes(), index.stat().st_mtime_ns) == seen
    assert repo.git("rev-parse", "--abbrev-ref", "HEAD") == "main"


def test_a_snapshot_says_what_it_is(repo: Repo) -> None:
    repo.commit(INSIDE)
    repository = Repository.at(repo.top)
    root = repo.top / "claims"
    assert repr(Snapshot.of(repository, root, None)) == f"<Snapshot of {root} in the index>"
    head = Commit(repository.commit("HEAD").id, "HEAD")
    assert repr(Snapshot.of(repository, root, head)) == f'<Snapshot of {root} in "HEAD">'
