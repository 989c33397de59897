"""`claimtrack log`: the history of a record, as it is printed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import FILES, TOLL, Ran, Run
from tests.repositories import Repo, isolate

if TYPE_CHECKING:
    from pathlib import Path

EIGHT = TOLL.replace("value: 7", "value: 8").replace("Seven people died", "Eight people died")
DENIED = EIGHT + "        said: 2024-08-02\n"
OFFICE = "speaker: Harbour Office\nkind: organization\naliases:\n  - The Office\n"


@pytest.fixture
def repo(corpus: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Repo:
    isolate(monkeypatch, tmp_path / ".home")
    repo = Repo.init(corpus.parent)
    repo.commit({".gitignore": ".home\n"}, "Record the toll")
    repo.commit({"claims/ferry/toll.yaml": EIGHT}, "Count again")
    repo.commit({"claims/ferry/toll.yaml": "claim: [\n"}, "Break it")
    repo.commit({"claims/ferry/toll.yaml": f"# Counted twice.\n\n{DENIED}"}, "Mend it")
    repo.commit({"claims/ferry/toll.yaml": DENIED}, "Drop a remark")
    moved = {"claims/ferry/toll.yaml": None, "claims/ferry/dead.yaml": DENIED}
    repo.commit(moved, "Give it a better id")
    return repo


def shorts(repo: Repo) -> list[str]:
    return repo.git("log", "--format=%H").split()


LOG = """\
{0} 2024-08-01 Ada Author: Give it a better id
  renamed from ferry/toll to ferry/dead

{1} 2024-08-01 Ada Author: Drop a remark
  layout or comments only

{2} 2024-08-01 Ada Author: Mend it
  can be read again; since it last could be:
  seven: the assertion by Harbour Office (What happened to the ferry) dated
    2024-08-02

{3} 2024-08-01 Ada Author: Break it
  could not be read whole: line 1: the text ends within brackets: close them

{4} 2024-08-01 Ada Author: Count again
  seven: statement reworded: {{-Seven-}}{{+Eight+}} people died.
  seven: value went from 7 to 8 people killed

{5} 2024-08-01 Ada Author: Record the toll
  claim added: How many people died on the ferry? (1 version; 1 attribution)
  version seven: “Seven people died.” (asserted by Harbour Office)
"""


SHALLOW = """\
{} 2024-08-01 Ada Author: Give it a better id
  the history ends here, since this clone is shallow: run `git fetch --unshallow` for
    what came before
"""


def test_a_history_is_told_commit_by_commit(ran: Run, repo: Repo) -> None:
    done = ran("log", "ferry/dead", "--width", "80")
    ids = [commit[:10] for commit in shorts(repo)]
    assert done == Ran(0, LOG.format(*ids), "")


@pytest.mark.usefixtures("repo")
@pytest.mark.parametrize(
    "name",
    [
        "claim:ferry/dead",
        "claims/ferry/dead.yaml",
        "ferry/dead.yaml",
        "ferry/toll",
        "ferry/toll.yaml",
        "claims/ferry/toll.yaml",
    ],
)
def test_a_record_is_meant_by_any_of_its_names_old_ones_too(ran: Run, name: str) -> None:
    assert ran("log", name) == ran("log", "ferry/dead")


def test_a_version_has_a_history_of_its_own(ran: Run, repo: Repo) -> None:
    added = DENIED.replace("versions:\n", "tags: [ferries]\nversions:\n")
    repo.commit({"claims/ferry/dead.yaml": added}, "Tag it")
    done = ran("log", "ferry/dead#seven")
    assert done.code == 0
    assert "Tag it" not in done.out
    assert "Count again" in done.out
    assert "Tag it" in ran("log", "ferry/dead").out


def test_a_record_that_is_gone_is_told_to_its_end(ran: Run, repo: Repo) -> None:
    repo.commit({"claims/ferry/dead.yaml": None}, "Take it back")
    done = ran("log", "ferry/dead")
    assert done.code == 0
    assert done.out.split("\n")[:2] == [
        f"{shorts(repo)[0][:10]} 2024-08-01 Ada Author: Take it back",
        "  claim removed: How many people died on the ferry? (1 version; 1 attribution)",
    ]


@pytest.mark.usefixtures("repo")
def test_a_history_ends_at_the_revision_that_is_named(ran: Run) -> None:
    done = ran("log", "ferry/toll", "--at", "HEAD~4")
    assert done.out.splitlines()[0].endswith("Count again")


def test_a_history_is_json_with_the_changes_as_in_diff(ran: Run, repo: Repo) -> None:
    document = json.loads(ran("log", "ferry/dead", "--format", "json").out)
    commits = document.pop("commits")
    assert document == {"schema_version": 1, "kind": "claim", "id": "ferry/dead"}
    assert [commit["commit"] for commit in commits] == shorts(repo)
    assert [commit["how"] for commit in commits] == [
        *("renamed", "layout", "changed", "broken", "changed", "added")
    ]
    assert commits[0]["old_id"] == "ferry/toll"
    assert commits[2]["mended"] is True
    assert commits[3]["findings"] == [
        {"code": "CTY101", "message": "the text ends within brackets: close them", "line": 1}
    ]
    assert commits[4]["changes"][1] == {
        "op": "replace",
        "pointer": "/versions/seven/value",
        "old": "7",
        "new": "8",
        "sentence": "seven: value went from 7 to 8 people killed",
    }


@pytest.mark.usefixtures("repo")
@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("ferry/deed", 'there is no record "ferry/deed", did you mean "ferry/dead"?'),
        (
            "ferry/dead#eight",
            'there is no version "ferry/dead#eight"; see `claimtrack show ferry/dead`',
        ),
        ("Ferry Dead", 'there is no record "Ferry Dead", did you mean "ferry/dead"?'),
    ],
)
def test_a_name_that_never_was_is_one_line(ran: Run, name: str, told: str) -> None:
    assert ran("log", name) == Ran(2, "", f"claimtrack: {told}\n")


def test_a_record_that_is_in_no_commit_yet_is_told_as_such(ran: Run, repo: Repo) -> None:
    repo.write({"claims/speakers/eve.yaml": "speaker: Eve\nkind: person\n"})
    assert ran("log", "eve") == Ran(0, "", 'claimtrack: "eve" is in no commit yet\n')


def test_an_id_that_records_of_two_kinds_had_is_ambiguous(ran: Run, repo: Repo) -> None:
    both = {"claims/speakers/eve.yaml": OFFICE, "claims/events/eve.yaml": "event: The eve\n"}
    repo.commit(both)
    assert ran("log", "eve").err.startswith('claimtrack: "eve" is the id of ')
    repo.commit(dict.fromkeys(both))
    done = ran("log", "eve")
    assert (done.code, done.out) == (2, "")
    assert "`speaker:eve`" in done.err
    assert ran("log", "event:eve").code == 0


def test_what_follows_a_renaming_is_told_as_such(ran: Run, repo: Repo) -> None:
    dead = DENIED.replace("harbour-office", "port-office")
    moved = {
        "claims/speakers/harbour-office.yaml": None,
        "claims/speakers/port-office.yaml": OFFICE,
        "claims/ferry/dead.yaml": dead,
        "claims/sources/ferry-report.yaml": FILES["sources/ferry-report.yaml"].replace(
            "harbour-office", "port-office"
        ),
    }
    repo.commit(moved, "Rename the office")
    for name in ("ferry/dead", "ferry-report"):
        _, told, *_ = ran("log", name).out.splitlines()
        assert told == "  follows speaker harbour-office, renamed port-office"
    first, *_ = json.loads(ran("log", "ferry/dead", "--format", "json").out)["commits"]
    assert first["follows"] == [
        {"kind": "speaker", "old_id": "harbour-office", "id": "port-office"}
    ]
    path = "claims/events/sinking.yaml"
    event = "event: The sinking\ndated_by:\n  - ferry/dead#seven\n"
    repo.commit({path: event}, "Add an event")
    renamed = {"claims/ferry/dead.yaml": dead.replace("seven:", "eight:")}
    repo.commit({**renamed, path: event.replace("#seven", "#eight")}, "Rename the version")
    out = ran("log", "event:sinking").out
    assert "  follows version ferry/dead#seven, renamed ferry/dead#eight\n" in out
    whole = ran("log", "ferry/dead#seven").out
    assert whole == ran("log", "ferry/dead#eight").out
    assert "version seven renamed eight" in whole
    assert "claim added" not in whole


def test_hostile_commits_reach_the_terminal_as_escapes(ran: Run, repo: Repo) -> None:
    repo.commit({"claims/ferry/dead.yaml": f"# x\n\n{DENIED}"}, "::error::x\x1b[31m\u202e")
    out = ran("log", "ferry/dead").out
    assert "\x1b" not in out
    assert "\\x1b[31m\\u202e" in out


def test_without_a_commit_one_line_says_so(
    ran: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    isolate(monkeypatch, tmp_path / ".home")
    Repo.init(tmp_path)
    done = ran("log", "ferry/toll")
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert "has no commit yet: commit something first" in done.err


def test_a_shallow_clone_says_where_its_history_ends(
    ran: Run, repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clone = tmp_path / "shallow"
    repo.git("clone", "--quiet", "--depth", "1", f"file://{repo.top}", str(clone))
    monkeypatch.chdir(clone)
    done = ran("log", "ferry/dead")
    (commit,) = shorts(repo)[:1]
    assert done == Ran(0, SHALLOW.format(commit[:10]), "")
    (entry,) = json.loads(ran("log", "ferry/dead", "--format", "json").out)["commits"]
    assert (entry["how"], entry["changes"]) == ("shallow", [])
    Repo(clone).commit({"claims/speakers/eve.yaml": "speaker: Eve\nkind: person\n"}, "Add one")
    assert "speaker added: Eve" in ran("log", "eve").out
    broken = repo.commit({"claims/ferry/dead.yaml": "claim: [\n"}, "Break it again")
    repo.git("clone", "--quiet", "--depth", "1", f"file://{repo.top}", str(tmp_path / "broken"))
    monkeypatch.chdir(tmp_path / "broken")
    out = ran("log", "ferry/dead").out
    assert out.startswith(f"{broken[:10]} ")
    assert "could not be read whole" in out
    assert "the history ends here" in out
