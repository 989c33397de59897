"""`claimtrack diff` on real repositories."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TypeAlias

import pytest

from claimtrack.report.comment import MARKER
from tests.cli.conftest import FILES, TOLL, Ran, Run, finished, lay
from tests.repositories import Repo, isolate

Document: TypeAlias = dict[str, list[dict[str, object]]]

ALL = {f"claims/{name}": text for name, text in FILES.items()}
EIGHT = TOLL.replace("value: 7", "value: 8")
DENIED = TOLL + (
    "      - speaker: ferry-line\n        stance: denies\n        source: ferry-report\n"
    "        cue: never\n"
)
LINE = "speaker: Ferry Line\nkind: organization\n"


@pytest.fixture
def repo(corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """A repository in the current folder, with the corpus in `claims` committed."""
    isolate(monkeypatch, tmp_path / "home")
    assert corpus.is_dir()
    made = Repo.init(tmp_path)
    (tmp_path / ".gitignore").write_text("home\n")
    made.commit({}, "Begin")
    return made


def changed(done: Ran) -> list[str]:
    """Return the kinds and ids of the records that some JSON tells of."""
    document: Document = json.loads(done.out)
    return [f"{record['kind']} {record['id']}" for record in document["records"]]


def test_nothing_changed(ran: Run, repo: Repo) -> None:
    assert repo.top.is_dir()
    assert ran("diff") == Ran(0, "", "claimtrack: no record changed\n")
    assert ran("diff", "--exit-code").code == 0


def test_each_change_is_told_below_its_record_with_what_follows(ran: Run, repo: Repo) -> None:
    repo.write({"claims/ferry/toll.yaml": DENIED, "claims/speakers/ferry-line.yaml": LINE})
    done = ran("diff")
    head, *told = done.out.splitlines()
    assert head == ("ferry/toll: How many people died on the ferry? (1 change, 1 consequence)")
    assert "Ferry Line" in told[0]
    assert told[1] == "  => the claim is now disputed"
    assert told[2:4] == ["", "speaker ferry-line: Ferry Line (added)"]
    assert (done.code, done.err) == (0, "claimtrack: 1 record added and 1 record changed\n")
    assert ran("diff", "--exit-code").code == 1


def test_what_changed_is_told_before_what_it_brings_about(ran: Run, repo: Repo) -> None:
    other = {f"claims/a/c{number}.yaml": TOLL for number in range(6)}
    repo.commit(other)
    repo.git("mv", "claims/sources/ferry-report.yaml", "claims/sources/report.yaml")
    repo.write({"claims/ferry/toll.yaml": EIGHT})
    first, *rest = [
        line for line in ran("diff").out.splitlines() if line and not line.startswith(" ")
    ]
    assert first.startswith("ferry/toll: ")
    assert [line.split(":")[0] for line in rest] == ["source report"]
    text = " ".join(ran("diff").out.split())
    assert "renamed from ferry-report to report => 7 records refer to source ferry-report" in text
    assert "a/c0, a/c1, a/c2 and 4 more" in text
    markdown = ran("diff", "--format", "markdown", "--limit", "4000").out
    assert markdown.index("<b>ferry/toll</b>") < markdown.index("<b>source report</b>")
    document = json.loads(ran("diff", "--format", "json").out)
    assert len(document["consequences"]) == 7
    assert {it["causes"][0]["id"] for it in document["consequences"]} == {"report"}


def test_what_is_only_affected_comes_last(ran: Run, repo: Repo) -> None:
    repo.git("mv", "claims/sources/ferry-report.yaml", "claims/sources/report.yaml")
    heads = [line for line in ran("diff").out.splitlines() if line[:1].strip()]
    assert [head.split(":")[0] for head in heads] == ["source report", "ferry/toll"]


def test_what_is_staged_is_part_of_what_is_not_committed(ran: Run, repo: Repo) -> None:
    repo.write({"claims/ferry/toll.yaml": EIGHT})
    repo.git("add", "--all")
    assert changed(ran("diff", "--format", "json")) == ["claim ferry/toll"]
    assert changed(ran("diff", "--staged", "--format", "json")) == ["claim ferry/toll"]
    repo.write({"claims/ferry/toll.yaml": TOLL})
    assert changed(ran("diff", "--format", "json")) == []
    assert changed(ran("diff", "--cached", "--format", "json")) == ["claim ferry/toll"]


@pytest.fixture
def branches(repo: Repo) -> Repo:
    """The branches `main`, with a new speaker, and `topic`, checked out, with another figure."""
    repo.git("checkout", "--quiet", "-b", "topic")
    repo.commit({"claims/ferry/toll.yaml": EIGHT})
    repo.git("checkout", "--quiet", "main")
    repo.commit({"claims/speakers/ferry-line.yaml": LINE})
    repo.git("checkout", "--quiet", "topic")
    return repo


BOTH = ["claim ferry/toll", "speaker ferry-line"]
REVISIONS: dict[str, list[str]] = {
    "main": BOTH,
    "main topic": BOTH,
    "main..topic": BOTH,
    "main...": BOTH[:1],
    "main...topic": BOTH[:1],
    "topic...main": BOTH[1:],
    "HEAD~1": BOTH[:1],
    "HEAD HEAD": [],
    "main -- claims/ferry": BOTH[:1],
    "main -- claims/ferry/toll.yaml claims/speakers": BOTH,
    "main claims/speakers": BOTH[1:],
    "main -- claims": BOTH,
    "main -- .": BOTH,
    "main -- claims/sources/gone.yaml": [],
    "claims/ferry": [],
    "claims/ferry claims/speakers": [],
}


@pytest.mark.parametrize("words", REVISIONS)
def test_revisions_and_paths_are_those_of_git(ran: Run, branches: Repo, words: str) -> None:
    assert branches.top.is_dir()
    done = ran("diff", "--format", "json", *words.split())
    assert (done.code, changed(done)) == (0, REVISIONS[words])


def test_a_path_that_is_gone_needs_no_mark(ran: Run, branches: Repo) -> None:
    path = "claims/ferry/toll.yaml"
    (branches.top / path).unlink()
    assert changed(ran("diff", path, "--format", "json")) == BOTH[:1]
    assert changed(ran("diff", "topic", path, "--format", "json")) == BOTH[:1]
    gone = "claims/speakers/ferry-line.yaml"
    assert changed(ran("diff", "main", "topic", gone, "--format", "json")) == BOTH[1:]
    assert ran("diff", gone).err.startswith(f'claimtrack: git knows no commit "{gone}"')


def test_a_revision_that_is_a_path_too_is_a_revision(ran: Run, branches: Repo) -> None:
    branches.git("branch", "claims", "main")
    assert changed(ran("diff", "claims", "--format", "json")) == BOTH
    assert changed(ran("diff", "--format", "json", "--", "claims")) == []


REFUSED = {
    "mian": 'git knows no commit "mian", did you mean "main"?',
    "main topic HEAD": '"main" "topic" "HEAD": these are more than two revisions; write paths '
    "after `--`",
    "--staged main topic": '"main" "topic": what is staged is compared with one commit: '
    "name no second",
    "main -- other": '"other" is not in the corpus "claims": name it with `--corpus`',
    "--no-index claims": '"claims": `--no-index` compares two files, or two folders of corpora',
    "--no-index claims claims/ferry/toll.yaml": '"claims" "claims/ferry/toll.yaml": `--no-index` '
    "compares two files, or two folders of corpora",
    "--no-index claims gone": '"gone" does not exist; check its name',
}


@pytest.mark.parametrize("words", REFUSED)
def test_what_cannot_be_compared_is_refused_in_a_line(ran: Run, branches: Repo, words: str) -> None:
    assert branches.top.is_dir()
    assert ran("diff", *words.split()) == Ran(2, "", f"claimtrack: {REFUSED[words]}\n")


def test_a_path_from_elsewhere_is_refused(ran: Run, repo: Repo, tmp_path: Path) -> None:
    assert repo.top.is_dir()
    message = f'claimtrack: "{tmp_path.parent}/x" is not in the corpus "claims": name it with '
    assert ran("diff", "--", tmp_path.parent / "x").err == f"{message}`--corpus`\n"


def test_paths_count_from_the_current_folder(
    ran: Run, branches: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(branches.top / "claims" / "ferry")
    assert changed(ran("diff", "main", "--format", "json", "--", "toll.yaml")) == BOTH[:1]
    assert changed(ran("diff", "main", "--format", "json", "--", "../speakers")) == BOTH[1:]


def test_paths_show_what_follows_elsewhere_from_what_they_hold(ran: Run, repo: Repo) -> None:
    other = TOLL.replace("harbour-office", "ferry-line")
    repo.commit({"claims/ferry/other.yaml": other, "claims/speakers/ferry-line.yaml": LINE})
    repo.write({"claims/ferry/other.yaml": None, "claims/ferry/toll.yaml": EIGHT})
    done = ran("diff", "--", "claims/ferry/other.yaml")
    assert "ferry/toll" not in done.out
    assert (
        "speaker ferry-line: Ferry Line (because of claim ferry/other, 1 consequence)\n" in done.out
    )
    assert "speaker ferry-line" not in ran("diff", "--", "claims/ferry/toll.yaml").out


def test_a_file_that_cannot_be_read_hides_no_other_and_is_told(ran: Run, repo: Repo) -> None:
    repo.commit({"claims/ferry/broken.yaml": "claim: [\n"}, "Break")
    repo.write({"claims/ferry/broken.yaml": TOLL, "claims/ferry/toll.yaml": EIGHT})
    done = ran("diff", "--format", "json")
    assert changed(done) == ["claim ferry/toll"]
    (unread,) = json.loads(done.out)["unread"]
    assert (unread["path"], unread["side"]) == ("ferry/broken.yaml", "before")
    told = 'claimtrack: "ferry/broken.yaml" could not be read whole in "HEAD", and is not compared'
    assert done.err.startswith(told)
    assert done.code == 0
    assert ran("diff", "--exit-code", "--", "claims/ferry/broken.yaml").code == 1
    assert "could not be read, and not be compared" in ran("diff", "--format", "markdown").out


def test_a_state_of_which_nothing_can_be_read_is_never_taken_for_equal(
    ran: Run, repo: Repo
) -> None:
    repo.write({path: text.replace("\n", "\r\n") for path, text in ALL.items()})
    done = ran("diff")
    assert (done.code, done.out) == (2, "")
    first, *_, last = done.err.splitlines()
    assert first.startswith(
        'claimtrack: "ferry/toll.yaml" could not be read whole in "working tree"'
    )
    told = "could be read whole, so nothing was compared: mend its files"
    assert last == f'claimtrack: no record in "working tree" {told}'
    repo.commit({})
    repo.write(ALL)
    done = ran("diff")
    assert done.code == 0
    assert f'no record in "HEAD" {told}\n' in done.err
    assert ran("diff", "--exit-code").code == 1


def test_a_file_that_is_in_conflict_is_not_taken_for_removed(ran: Run, repo: Repo) -> None:
    repo.git("checkout", "--quiet", "-b", "topic")
    repo.commit({"claims/ferry/toll.yaml": EIGHT})
    repo.git("checkout", "--quiet", "main")
    repo.commit({"claims/ferry/toll.yaml": TOLL.replace("value: 7", "value: 9")})
    with pytest.raises(subprocess.CalledProcessError):
        repo.git("merge", "--quiet", "topic")
    done = ran("diff", "--staged", "--format", "json")
    document = json.loads(done.out)
    (unread,) = document.pop("unread")
    assert unread["path"] == "ferry/toll.yaml"
    assert (document["records"], document["consequences"]) == ([], [])
    assert done.err.splitlines()[0] == (
        'claimtrack: "ferry/toll.yaml" could not be read whole in "index", and is not compared: '
        "this file is in conflict and not staged; resolve it, and stage it"
    )


def test_of_many_files_that_cannot_be_read_some_are_named(ran: Run, repo: Repo) -> None:
    repo.write({f"claims/ferry/broken-{chr(97 + n)}.yaml": "claim: [\n" for n in range(12)})
    lines = ran("diff").err.splitlines()
    assert len(lines) == 12
    assert lines[10:] == [
        "claimtrack: and 2 more files could not be read",
        "claimtrack: 12 files that could not be read",
    ]


def test_layout_is_no_change_and_is_counted(ran: Run, repo: Repo) -> None:
    repo.write({"claims/ferry/toll.yaml": f"# Read with care.\n\n{TOLL}"})
    told = "claimtrack: 1 file only laid out anew\n"
    assert ran("diff", "--exit-code") == Ran(0, "", told)
    assert json.loads(ran("diff", "--format", "json").out)["layout_only"] == ["ferry/toll.yaml"]


def test_settings_that_changed_are_told(ran: Run, repo: Repo) -> None:
    repo.write({"claims/claimtrack.yaml": "claimtrack: 1\ntitle: Ships\n"})
    done = ran("diff", "--exit-code")
    assert (done.code, done.err) == (1, "claimtrack: no record changed; the settings changed\n")
    assert json.loads(ran("diff", "--format", "json").out)["settings_changed"] is True
    told = ["`title` went from `Ferries` to `Ships`", "`texts` lost `texts`"]
    assert done.out.splitlines() == ["claimtrack.yaml: the settings", *(f"  {it}" for it in told)]
    assert json.loads(ran("diff", "--format", "json").out)["settings"] == told
    text = ran("diff", "--format", "markdown").out
    assert "the settings changed" in text
    assert "<code>title</code> went from <code>Ferries</code> to <code>Ships</code>" in text


def test_a_corpus_that_was_not_there_yet_is_all_new(ran: Run, repo: Repo) -> None:
    first = repo.git("rev-list", "--max-parents=0", "HEAD")
    repo.git("rm", "-r", "--quiet", "--cached", "claims")
    repo.git("commit", "--quiet", "--amend", "-m", "Nothing yet")
    done = ran("diff", "HEAD", "--format", "json")
    assert first
    assert len(changed(done)) == 3
    assert 'there is no corpus in "claims" at "HEAD"\n' in done.err


def test_the_json_has_the_keys_that_it_promises(ran: Run, repo: Repo) -> None:
    repo.write({"claims/ferry/toll.yaml": EIGHT, "claims/speakers/ferry-line.yaml": LINE})
    document = json.loads(ran("diff", "--format", "json").out)
    claim, speaker = document.pop("records")
    (one,) = claim.pop("changes")
    assert claim == {
        "id": "ferry/toll",
        "kind": "claim",
        "path": "ferry/toll.yaml",
        "how": "changed",
        "old_id": None,
        "headline": "How many people died on the ferry?",
    }
    assert one.pop("sentence")
    assert one == {"op": "replace", "pointer": "/versions/seven/value", "old": "7", "new": "8"}
    (whole,) = speaker["changes"]
    assert whole.pop("sentence")
    new = {"speaker": "Ferry Line", "kind": "organization"}
    assert whole == {"op": "add", "pointer": "", "old": None, "new": new}
    assert document == {
        "schema_version": 1,
        "base": "HEAD",
        "head": "working tree",
        "settings_changed": False,
        "settings": [],
        "layout_only": [],
        "consequences": [],
        "unread": [],
    }


def test_what_is_the_same_in_many_records_is_told_once(ran: Run, repo: Repo) -> None:
    claims = {f"claims/ferry/toll-{letter}.yaml": TOLL for letter in "abcdef"}
    repo.commit(claims)
    repo.write({path: text + "status: accepted\n" for path, text in claims.items()})
    repo.write({"claims/ferry/toll-b.yaml": EIGHT + "status: accepted\n"})
    done = ran("diff")
    first, empty, second, third = done.out.splitlines()
    assert first.startswith("6 claims: ")
    assert (empty, second) == ("", "ferry/toll-b: How many people died on the ferry? (1 change)")
    assert "8" in third
    assert done.err == "claimtrack: 6 records changed\n"
    records = json.loads(ran("diff", "--format", "json").out)["records"]
    assert [len(record["changes"]) for record in records] == [1, 2, 1, 1, 1, 1]
    assert {record["changes"][0]["sentence"] for record in records[2:]} == {first}
    assert "The same in many records" in ran("diff", "--format", "markdown").out
    below = ran("diff", "--", "claims/ferry/toll-a.yaml").out
    assert below.startswith("ferry/toll-a: How many people died on the ferry? (1 change)\n")


def test_a_record_that_is_gone_is_one_change(ran: Run, repo: Repo) -> None:
    repo.write({"claims/ferry/toll.yaml": None})
    (record, *_) = json.loads(ran("diff", "--format", "json").out)["records"]
    (one,) = record["changes"]
    assert (one["op"], one["pointer"], one["new"]) == ("remove", "", None)
    assert one["old"]["claim"] == "How many people died on the ferry?"


def test_markdown_is_for_a_comment_of_limited_length(ran: Run, repo: Repo) -> None:
    repo.write({"claims/ferry/toll.yaml": EIGHT})
    done = ran("diff", "--format", "markdown")
    assert done.out.startswith(f"{MARKER}\n")
    assert "<b>ferry/toll</b>" in done.out
    assert ran("diff", "--format", "markdown", "--limit", "100").code == 2
    many = {f"claims/speakers/s{chr(97 + n % 26)}{n}.yaml": LINE for n in range(200)}
    repo.write(many)
    short = ran("diff", "--format", "markdown", "--limit", "5000").out
    assert len(short) <= 5000
    assert "Left out, for want of room:" in short


def test_actions_obey_nothing_in_it(repo: Repo) -> None:
    hostile = TOLL + "note: |-\n  x\n  ::error::owned\n  ##[error]owned\n"
    repo.write({"claims/ferry/toll.yaml": hostile})
    for form in ("text", "markdown", "json"):
        done = finished("diff", "--format", form, env={"GITHUB_ACTIONS": "true"})
        assert done.code == 0
        assert not [line for line in done.out.splitlines() if line.lstrip().startswith("::")]
        assert "##[" not in done.out


# --- without git


def test_two_files_are_two_states_of_a_record(ran: Run, tmp_path: Path) -> None:
    lay(tmp_path, {"old/toll.yaml": TOLL, "new/toll.yaml": EIGHT})
    done = ran("diff", "--no-index", "old/toll.yaml", "new/toll.yaml", "--format", "json")
    assert changed(done) == ["claim toll"]
    document = json.loads(done.out)
    assert (document["base"], document["head"]) == ("old/toll.yaml", "new/toll.yaml")


def test_of_two_files_nothing_is_told_that_other_records_would_decide(
    ran: Run, tmp_path: Path
) -> None:
    lay(tmp_path, {"a.yaml": TOLL, "b.yaml": DENIED})
    done = ran("diff", "--no-index", "a.yaml", "b.yaml")
    assert "gained a denial" in done.out
    assert "=>" not in done.out


def test_outside_a_repository_two_paths_need_no_option(ran: Run, tmp_path: Path) -> None:
    lay(tmp_path, {"a.yaml": TOLL, "b.yaml": EIGHT, "other/claimtrack.yaml": "claimtrack: 1\n"})
    assert changed(ran("diff", "a.yaml", "b.yaml", "--format", "json")) == ["claim b"]
    assert len(changed(ran("diff", "claims", "other", "--format", "json"))) == 3


@pytest.mark.parametrize(
    ("files", "how"), [(("/dev/null", "new.yaml"), "added"), (("new.yaml", "/dev/null"), "removed")]
)
def test_the_null_device_is_a_record_that_is_not_there(
    ran: Run, tmp_path: Path, files: tuple[str, str], how: str
) -> None:
    lay(tmp_path, {"new.yaml": LINE})
    (record,) = json.loads(ran("diff", "--no-index", *files, "--format", "json").out)["records"]
    assert (record["kind"], record["id"], record["how"]) == ("speaker", "new", how)


def test_a_file_without_a_proper_name_or_content_is_told(ran: Run, tmp_path: Path) -> None:
    lay(tmp_path, {"Old Name.txt": LINE, "broken": "{\n", "other": "x: y\n"})
    assert changed(ran("diff", "--no-index", "/dev/null", "Old Name.txt", "--format", "json")) == [
        "speaker record"
    ]
    for name in ("broken", "other"):
        done = ran("diff", "--no-index", "Old Name.txt", name)
        assert "could be read whole, so nothing was compared: mend its files" in done.err
        assert (done.code, done.out) == (2, "")


def test_a_tool_of_git_may_call_it(repo: Repo) -> None:
    if shutil.which("git") is None or not Path(sys.executable).exists():
        pytest.skip("no git")
    repo.write({"claims/ferry/toll.yaml": EIGHT})
    tool = f"{sys.executable} -m claimtrack diff --no-index"
    done = subprocess.run(
        ["git", "difftool", "--no-prompt", "--extcmd", tool],
        cwd=repo.top,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "toll: How many people died on the ferry? (1 change)" in done.stdout
