"""`claimtrack check --since`: a change, judged by the gate from before it."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import FILES, TOLL, Ran, Run
from tests.repositories import Repo, isolate

if TYPE_CHECKING:
    from pathlib import Path

ACCEPTED = TOLL.replace("versions:", "status: accepted\nversions:", 1)
EDITED = ACCEPTED.replace("Seven people died", "Some people died")
READ = "1 claim, 1 source, 1 speaker, 0 events in 4 files"
UNVERIFIED = "; 1 quote or cue in 1 source not verified, as no `text` is named\n"
ANSWER = (
    "undo it, or have the claim reviewed as it is now (`claimtrack review`), "
    "or put it back to `status: draft`"
)


@pytest.fixture
def repo(corpus: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Repo:
    isolate(monkeypatch, tmp_path / ".home")
    repo = Repo.init(corpus.parent)
    repo.commit({".gitignore": ".home\n", "claims/ferry/toll.yaml": ACCEPTED}, "Accept the toll")
    return repo


@pytest.mark.usefixtures("repo")
def test_nothing_changed_is_clean(ran: Run) -> None:
    done = ran("check", "--since", "HEAD")
    assert done == Ran(0, "", f"{READ}, 0 changed: no findings{UNVERIFIED}")


def test_a_silent_edit_fails_and_its_line_is_told(ran: Run, repo: Repo) -> None:
    repo.git("checkout", "--quiet", "-b", "topic")
    repo.commit({"claims/ferry/toll.yaml": EDITED})
    done = ran("check", "--since", "main...")
    assert done == Ran(
        1,
        "claims/ferry/toll.yaml:8:16: CTH104 the statement of the accepted version "
        f'"seven" was edited, it was "Seven people died.": {ANSWER}\n',
        f"{READ}, 1 changed: 1 error{UNVERIFIED}",
    )


def test_a_record_that_is_gone_is_told_in_every_form(ran: Run, repo: Repo) -> None:
    repo.write({"claims/ferry/toll.yaml": None})
    for form in ("full", "concise", "json", "github", "gitlab", "sarif", "junit"):
        done = ran("check", "--since", "HEAD", "--format", form)
        assert done.code == 1
        assert "ferry/toll.yaml" in done.out
        assert "the accepted claim" in done.out


def test_the_number_of_changed_files_is_in_the_json(ran: Run, repo: Repo) -> None:
    repo.write({"claims/ferry/toll.yaml": EDITED})
    summary = json.loads(ran("check", "--since", "HEAD", "--format", "json").out)["summary"]
    assert summary["changed"] == 1
    assert "changed" not in json.loads(ran("check", "--format", "json").out)["summary"]


def test_a_loosened_gate_is_told_and_not_heeded(ran: Run, repo: Repo) -> None:
    gate = "claimtrack: 1\ntitle: Ferries\ntexts: [texts]\ncheck:\n  ignore: [CTH104]\n"
    repo.write({"claims/ferry/toll.yaml": EDITED, "claims/claimtrack.yaml": gate})
    done = ran("check", "--since", "HEAD")
    assert done.code == 1
    assert [line.split()[1] for line in done.out.splitlines()] == ["CTH107", "CTH104"]


def test_every_record_deleted_is_still_judged(ran: Run, repo: Repo) -> None:
    names = ("ferry/toll", "sources/ferry-report", "speakers/harbour-office")
    repo.write({f"claims/{name}.yaml": None for name in names})
    done = ran("check", "--since", "HEAD")
    assert (done.code, done.out.count("CTH101")) == (1, 1)


def test_a_corpus_that_was_moved_is_judged_by_what_it_was(ran: Run, repo: Repo) -> None:
    repo.git("mv", "claims", "facts")
    repo.write({"facts/ferry/toll.yaml": EDITED, "claims/keep": ""})
    done = ran("check", "facts", "--since", "HEAD")
    said = 'claimtrack: the corpus in "facts" was in "claims" at "HEAD"\n'
    assert (done.code, done.out.count("CTH104")) == (1, 1)
    assert done.err.startswith(f"{said}{READ}, 1 changed: 1 error")


def test_a_corpus_that_is_new_says_so(ran: Run, repo: Repo) -> None:
    repo.git("checkout", "--quiet", "--orphan", "empty")
    repo.git("rm", "--quiet", "--cached", "-r", ".")
    repo.git("commit", "--quiet", "--allow-empty", "-m", "Nothing yet")
    done = ran("check", "--since", "empty")
    said = (
        'claimtrack: there was no corpus in "claims" at "empty": '
        "all of it is new, and judged by the usual settings\n"
    )
    assert done == Ran(0, "", f"{said}{READ}, 4 changed: no findings{UNVERIFIED}")


@pytest.mark.usefixtures("repo")
def test_a_rule_on_changes_that_is_named_alone_was_not_asked(ran: Run) -> None:
    done = ran("check", "--select", "CTH101")
    assert done.err.endswith(
        "; 1 rule not asked for want of a change to judge (--since REV): CTH101\n"
    )
    assert ran("check", "--select", "CTH101", "--strict").code == 1
    assert ran("check", "--strict").code == 0


@pytest.mark.usefixtures("repo")
@pytest.mark.parametrize(
    ("revision", "told"),
    [
        ("mian", 'git knows no commit "mian", did you mean "main"?'),
        (
            "--help",
            'git knows no commit "--help": see `git log` and `git branch --all`, or fetch it',
        ),
    ],
)
def test_an_unknown_revision_is_one_line(ran: Run, revision: str, told: str) -> None:
    assert ran("check", f"--since={revision}") == Ran(2, "", f"claimtrack: {told}\n")


def test_outside_a_repository_one_line_says_so(
    ran: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    isolate(monkeypatch, tmp_path / ".home")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    done = ran("check", "--since", "HEAD")
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert "is in no working tree of git: run `git init`" in done.err


NO_EVENT = TOLL.replace("answer:", "event: sinking\nanswer:", 1)
GATED = "claimtrack: 1\ntitle: Ferries\ntexts: [texts]\ncheck:\n  baseline: old.json\n"


def test_a_change_is_judged_by_the_baseline_from_before_it(ran: Run, repo: Repo) -> None:
    repo.write({"claims/claimtrack.yaml": GATED})
    assert ran("check", "--write-baseline").code == 0
    repo.commit({"claims/claimtrack.yaml": GATED}, "Begin with nothing")
    before = (repo.top / "claims/old.json").read_text(encoding="utf-8")
    repo.write(
        {"claims/ferry/toll.yaml": NO_EVENT.replace("versions:", "status: accepted\nversions:")}
    )
    assert ran("check", "--write-baseline").code == 0
    assert ran("check").code == 0
    done = ran("check", "--since", "HEAD")
    assert done.code == 1
    assert [line.split()[1] for line in done.out.splitlines()] == ["CTI110", "CTH107"]
    (repo.top / "claims/old.json").write_text(before, encoding="utf-8")
    assert [line.split()[1] for line in ran("check", "--since", "HEAD").out.splitlines()] == [
        "CTI110"
    ]


def test_what_was_in_the_baseline_stays_there_whatever_else_changes(ran: Run, repo: Repo) -> None:
    repo.write({"claims/claimtrack.yaml": GATED, "claims/ferry/toll.yaml": NO_EVENT})
    assert ran("check", "--write-baseline").code == 0
    repo.commit({"claims/ferry/toll.yaml": NO_EVENT}, "Take in what is there")
    unchanged = f"{READ}, 0 changed: no findings{UNVERIFIED}"
    assert ran("check", "--since", "HEAD") == Ran(0, "", unchanged)
    repo.write({"claims/ferry/toll.yaml": NO_EVENT.replace("Seven people", "Some people")})
    changed = f"{READ}, 1 changed: no findings; 1 finding in the baseline{UNVERIFIED}"
    assert ran("check", "--since", "HEAD") == Ran(0, "", changed)
    repo.write({"claims/ferry/toll.yaml": TOLL})
    assert ran("check", "--since", "HEAD") == Ran(
        0, "", f"{READ}, 1 changed: no findings{UNVERIFIED}"
    )


def test_a_baseline_that_the_caller_names_is_the_one_that_counts(ran: Run, repo: Repo) -> None:
    repo.write({"claims/ferry/toll.yaml": NO_EVENT})
    assert ran("check", "--baseline", "mine.json", "--write-baseline").code == 0
    assert ran("check", "--since", "HEAD", "--baseline", "mine.json", "--ignore", "CTH").code == 0
    assert ran("check", "--since", "HEAD", "--ignore", "CTH").code == 1


@pytest.mark.usefixtures("repo")
def test_no_baseline_is_written_of_a_change(ran: Run) -> None:
    assert ran("check", "--since", "HEAD", "--write-baseline", "--baseline", "old.json") == Ran(
        2,
        "",
        "claimtrack: `--write-baseline` takes in what a whole check finds: leave `--since` out\n",
    )


@pytest.fixture
def two(repo: Repo) -> Repo:
    """The corpus twice, in the folders `north` and `south`."""
    repo.write({f"{name}/claimtrack.yaml": GATE for name in ("north", "south")})
    for name in ("north", "south"):
        shutil.copytree(repo.top / "claims", repo.top / name, dirs_exist_ok=True)
    repo.commit({"README": "two"}, "Part the claims")
    repo.git("rm", "--quiet", "-r", "claims")
    repo.commit({"claims/keep": ""}, "Only these two")
    return repo


GATE = "claimtrack: 1\n"
LOST = "CTH108 this change takes away the manifest"


def codes(ran: Ran) -> list[str]:
    return [line.split()[1] for line in ran.out.splitlines()]


def test_a_corpus_that_is_deleted_fails(ran: Run, two: Repo) -> None:
    assert ran("check", "--since", "HEAD").code == 0
    two.git("rm", "--quiet", "-r", "north")
    done = ran("check", "--since", "HEAD")
    assert (done.code, codes(done)) == (1, ["CTH108", "CTH101"])
    assert done.out.startswith(f"north/claimtrack.yaml:1:1: {LOST}")
    assert ran("check", "--since", "HEAD", "north").code == 1
    assert ran("check", "--since", "HEAD", "south").code == 0


def test_the_only_corpus_that_is_deleted_fails(ran: Run, repo: Repo) -> None:
    repo.git("rm", "--quiet", "-r", "claims")
    repo.write({"claims/keep": ""})
    for paths in ((), ("claims",), (".",)):
        done = ran("check", "--since", "HEAD", *paths)
        assert (done.code, codes(done)) == (1, ["CTH108", "CTH101"])


def test_a_corpus_that_loses_its_manifest_fails(ran: Run, two: Repo) -> None:
    two.write({"north/claimtrack.yaml": None, "north/ferry/toll.yaml": EDITED})
    done = ran("check", "--since", "HEAD")
    assert (done.code, codes(done)) == (1, ["CTH108", "CTH101"])


def test_a_corpus_that_is_taken_into_another_is_judged_by_its_own_gate(ran: Run, two: Repo) -> None:
    two.write({"claimtrack.yaml": GATE, "north/ferry/toll.yaml": EDITED})
    done = ran("check", "--since", "HEAD", "--select", "CTH")
    assert "north/ferry/toll.yaml:8:16: CTH104" in done.out
    assert done.code == 1


def test_one_of_two_corpora_that_moved_is_followed(ran: Run, two: Repo) -> None:
    two.git("mv", "north", "east")
    two.write({"east/ferry/toll.yaml": EDITED})
    done = ran("check", "--since", "HEAD")
    assert (done.code, codes(done)) == (1, ["CTH104"])
    assert 'the corpus in "east" was in "north" at "HEAD"' in done.err


def test_a_folder_or_file_that_is_gone_is_judged(ran: Run, repo: Repo) -> None:
    shutil.rmtree(repo.top / "claims/ferry")
    for path in ("claims/ferry", "claims/ferry/toll.yaml"):
        done = ran("check", "--since", "HEAD", path)
        assert (done.code, codes(done)) == (1, ["CTH101"])
    assert ran("check", "--since", "HEAD", "claims/fery").code == 2
    assert ran("check", "claims/ferry").code == 2


def test_a_path_that_never_meant_anything_is_one_line(ran: Run, repo: Repo) -> None:
    repo.commit({"notes/one.txt": "one"})
    assert ran("check", "--since", "HEAD", "notes").err.startswith(
        'claimtrack: "notes" holds no corpus'
    )
    assert ran("check", "--since", "HEAD", "nowhere/at/all").code == 2


def test_a_baseline_that_was_not_there_stops_no_change(ran: Run, repo: Repo) -> None:
    repo.commit({"claims/claimtrack.yaml": GATED})
    repo.write({"claims/claimtrack.yaml": GATED.partition("check:")[0]})
    done = ran("check", "--since", "HEAD")
    assert (done.code, codes(done)) == (0, ["CTH107"])
    assert done.err.startswith(
        'claimtrack: the settings of "claims" at "HEAD" name the baseline `old.json`, which is not '
        "there or not whole: what it holds is told\n"
    )


def test_a_corpus_in_a_submodule_is_passed_over_unless_it_is_named(ran: Run, repo: Repo) -> None:
    inner = Repo.init(repo.top / "vendored")
    inner.commit({"claims/claimtrack.yaml": GATE, "claims/ferry/toll.yaml": "claim: [\n"})
    said = (
        'claimtrack: "vendored/claims" is passed over, as it is in a repository of its own: '
        "name it to have it looked at\n"
    )
    for asked in (("check",), ("check", "--since", "HEAD"), ("format", "--check")):
        done = ran(*asked)
        assert done.code == 0
        assert done.err.startswith(said)
    assert ran("check", "vendored").code == 1
    assert ran("check", "vendored", "--since", "HEAD").code == 0


def test_repositories_side_by_side_are_all_looked_at(ran: Run, repo: Repo) -> None:
    shutil.rmtree(repo.top / ".git")
    Repo.init(repo.top / "claims")
    assert ran("check").code == 0


def test_what_changed_beside_the_paths_is_counted_apart(ran: Run, repo: Repo) -> None:
    named = FILES["speakers/harbour-office.yaml"].replace("Office", "Board")
    repo.write({"claims/ferry/toll.yaml": EDITED, "claims/speakers/harbour-office.yaml": named})
    done = ran("check", "--since", "HEAD", "claims/speakers", "-o", "json")
    assert done.code == 0
    assert ", 1 changed (1 more elsewhere, not checked): " in done.err
    summary = json.loads(done.out)["summary"]
    assert (summary["changed"], summary["changed_elsewhere"]) == (1, 1)
    assert ", 2 changed: 1 error" in ran("check", "--since", "HEAD").err


def test_in_a_folder_of_the_checkout_files_are_named_from_there(
    ran: Run, repo: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo.write({"claims/ferry/toll.yaml": EDITED, "notes/keep": ""})
    monkeypatch.chdir(repo.top / "notes")
    done = ran("check", "--since", "HEAD", "../claims")
    assert done.out.startswith("../claims/ferry/toll.yaml:8:16: CTH104 ")
    monkeypatch.chdir(repo.top / "claims/speakers")
    assert ran("check", "--since", "HEAD", "..").out.startswith("../ferry/toll.yaml:8:16: ")
    shutil.rmtree(repo.top / ".git")
    assert ran("format", "--diff", "..").code == 0
