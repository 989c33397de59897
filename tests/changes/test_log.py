from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimtrack.changes.log import Entry, log
from claimtrack.corpus.git import Repository
from tests.corpus.conftest import FILES
from tests.repositories import Repo, isolate

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrack.model.ids import RecordKind

METHOD = FILES["attack/method.yaml"]
ADAM = FILES["speakers/adam.yaml"]
EVE = "speaker: Adam Ash\nkind: person\naliases:\n  - A. Ash\n"


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    isolate(monkeypatch, tmp_path / "home")
    repo = Repo.init(tmp_path / "work")
    repo.commit({f"claims/{name}": text for name, text in FILES.items()}, "begin")
    return repo


def entries(
    repo: Repo, kind: RecordKind, name: str, version: str | None = None
) -> tuple[Entry, ...]:
    repository = Repository.at(repo.top)
    head = repository.commit("HEAD")
    return log(repository, repo.top / "claims", (kind, name), head=head, version=version)


def told(found: tuple[Entry, ...]) -> list[str]:
    return [f"{entry.commit.subject}: {_what(entry)}" for entry in found]


def _what(entry: Entry) -> str:
    if entry.broken:
        return "broken"
    mended = "mended " if entry.mended else ""
    change = entry.change
    if change is None:
        return f"{mended}layout"
    changes = [f"{change.op} {change.pointer}" for change in change.changes]
    return " ".join([f"{mended}{change.how} {change.key[1]}", *changes])


def edited(*pairs: tuple[str, str], text: str = METHOD) -> str:
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return text


def test_each_commit_is_told_by_what_it_made_of_the_record(repo: Repo) -> None:
    first = edited(("How was it done?", "How was it carried out?"))
    repo.commit({"claims/attack/method.yaml": first}, "reword")
    repo.commit({"claims/speakers/adam.yaml": EVE}, "elsewhere")
    second = edited(("# Read with care.\n\n", ""), ("subjects: [adam]\n", ""), text=first)
    repo.commit({"claims/attack/method.yaml": second}, "drop")
    assert told(entries(repo, "claim", "attack/method")) == [
        "drop: changed attack/method remove /subjects/0",
        "reword: changed attack/method replace /claim",
        "begin: added attack/method",
    ]


def test_a_new_layout_is_told_as_such(repo: Repo) -> None:
    repo.commit({"claims/attack/method.yaml": edited(("Read with care", "Read it"))}, "comment")
    assert told(entries(repo, "claim", "attack/method"))[0] == "comment: layout"


def test_a_record_that_was_renamed_is_followed(repo: Repo) -> None:
    repo.commit({"claims/speakers/adam.yaml": None, "claims/speakers/adam-ash.yaml": EVE}, "rename")
    repo.commit({"claims/speakers/adam-ash.yaml": EVE + "note: A note.\n"}, "note")
    assert told(entries(repo, "speaker", "adam-ash")) == [
        "note: changed adam-ash add /note",
        "rename: renamed adam-ash move  add /aliases/0",
        "begin: added adam",
    ]


def test_an_old_id_leads_to_the_new_one(repo: Repo) -> None:
    repo.commit({"claims/speakers/adam.yaml": None, "claims/speakers/adam-ash.yaml": EVE}, "rename")
    assert told(entries(repo, "speaker", "adam"))[0] == (
        "rename: renamed adam-ash move  add /aliases/0"
    )


def test_another_record_of_a_like_file_is_no_renaming(repo: Repo) -> None:
    other = "speaker: Eve Elm\nkind: person\n"
    repo.commit({"claims/speakers/adam.yaml": None, "claims/speakers/eve.yaml": other}, "replace")
    assert told(entries(repo, "speaker", "eve")) == ["replace: added eve"]
    assert told(entries(repo, "speaker", "adam")) == ["replace: removed adam", "begin: added adam"]


def test_deletion_and_return_are_told(repo: Repo) -> None:
    repo.commit({"claims/speakers/adam.yaml": None}, "delete")
    repo.commit({"claims/speakers/adam.yaml": EVE}, "return")
    assert told(entries(repo, "speaker", "adam")) == [
        "return: added adam",
        "delete: removed adam",
        "begin: added adam",
    ]


def test_a_broken_state_is_told_and_what_follows_is_compared_with_the_last_whole_one(
    repo: Repo,
) -> None:
    path = "claims/speakers/adam.yaml"
    repo.commit({path: "speaker: Adam Ash\nkind: persom\n"}, "break")
    repo.commit({path: "speaker: [\n"}, "worse")
    repo.commit({path: EVE}, "mend")
    assert told(entries(repo, "speaker", "adam")) == [
        "mend: mended changed adam add /aliases/0",
        "worse: broken",
        "break: broken",
        "begin: added adam",
    ]


def test_a_record_that_was_broken_from_the_first_and_at_the_last_is_told(repo: Repo) -> None:
    path = "claims/speakers/eve.yaml"
    repo.commit({path: "speaker: [\n"}, "broken")
    assert told(entries(repo, "speaker", "eve")) == ["broken: broken"]
    repo.commit({path: "speaker: Eve\nkind: person\n"}, "mend")
    assert told(entries(repo, "speaker", "eve"))[0] == "mend: mended added eve"
    repo.commit({path: "speaker: [\n"}, "break")
    repo.commit({path: None}, "delete")
    assert told(entries(repo, "speaker", "eve"))[0] == "delete: mended removed eve"


def test_a_merge_tells_what_no_side_did(repo: Repo) -> None:
    path = "claims/attack/method.yaml"
    repo.git("checkout", "--quiet", "-b", "topic")
    repo.commit({path: edited(("tags: [methods]", "tags: [ways]"))}, "theirs")
    repo.git("checkout", "--quiet", "main")
    ours = edited(("How was it done?", "How was it carried out?"))
    repo.commit({path: ours}, "ours")
    both = edited(("tags: [methods]", "tags: [ways]"), text=ours)
    repo.git("merge", "--quiet", "--no-commit", "-s", "ours", "topic")
    repo.commit({path: both}, "clean merge")
    subjects = {entry.commit.subject for entry in entries(repo, "claim", "attack/method")}
    assert subjects == {"ours", "theirs", "begin"}
    repo.git("reset", "--quiet", "--hard", "HEAD~1")
    repo.git("merge", "--quiet", "--no-commit", "-s", "ours", "topic")
    repo.commit({path: edited(("subjects: [adam]\n", ""), text=both)}, "merge with a surprise")
    assert told(entries(repo, "claim", "attack/method"))[0] == (
        "merge with a surprise: changed attack/method remove /subjects/0"
    )


@pytest.mark.parametrize("path", ["claims/notes/adam.txt", "claims/speakers/Not An Id.yaml"])
def test_a_file_moved_to_where_no_record_lies_is_gone(repo: Repo, path: str) -> None:
    (repo.top / path).parent.mkdir(exist_ok=True)
    repo.git("mv", "claims/speakers/adam.yaml", path)
    repo.commit({}, "move out")
    repo.commit({path: ADAM + "note: No record.\n"}, "write on")
    assert told(entries(repo, "speaker", "adam")) == [
        "move out: removed adam",
        "begin: added adam",
    ]
    repo.git("mv", path, "claims/speakers/adam.yaml")
    repo.commit({}, "move back")
    assert told(entries(repo, "speaker", "adam"))[0] == "move back: added adam"


def test_a_merge_tells_what_it_made_up_where_both_sides_wrote(repo: Repo) -> None:
    path = "claims/speakers/adam.yaml"
    repo.git("checkout", "--quiet", "-b", "topic")
    repo.commit({path: ADAM + "note: Of the side.\n"}, "theirs")
    repo.git("checkout", "--quiet", "main")
    repo.commit({path: ADAM.replace("person", "group")}, "ours")
    repo.git("merge", "--quiet", "--no-commit", "-s", "ours", "topic")
    both = ADAM.replace("person", "group") + "note: Made up.\n"
    repo.commit({path: both}, "merge that makes up")
    assert told(entries(repo, "speaker", "adam"))[0] == (
        "merge that makes up: changed adam add /note"
    )


def test_one_version_has_its_own_history_through_its_renaming(repo: Repo) -> None:
    path = "claims/attack/method.yaml"
    first = edited(("  fire:\n", "  blaze:\n"))
    repo.commit({path: first}, "rename")
    second = edited(("A fire.", "A great fire."), text=first)
    repo.commit({path: second}, "reword")
    repo.commit({path: edited(("A bomb.", "A car bomb."), text=second)}, "the other")
    assert told(entries(repo, "claim", "attack/method", "blaze")) == [
        "reword: changed attack/method replace /versions/blaze/statement",
        "rename: changed attack/method move /versions/blaze",
        "begin: added attack/method add /versions/fire",
    ]
    of_blaze = entries(repo, "claim", "attack/method", "blaze")
    assert entries(repo, "claim", "attack/method", "fire") == of_blaze
    assert told(entries(repo, "claim", "attack/method", "bomb")) == [
        "the other: changed attack/method replace /versions/bomb/statement",
        "begin: added attack/method add /versions/bomb",
    ]
    assert entries(repo, "claim", "attack/method", "none") == ()


def test_a_version_that_is_gone_has_a_history(repo: Repo) -> None:
    path = "claims/attack/method.yaml"
    repo.commit({path: METHOD[: METHOD.index("\n  fire:")] + "\n"}, "delete")
    assert told(entries(repo, "claim", "attack/method", "fire")) == [
        "delete: changed attack/method remove /versions/fire",
        "begin: added attack/method add /versions/fire",
    ]
    repo.commit({path: "claim: [\n"}, "break")
    assert len(entries(repo, "claim", "attack/method", "fire")) == 2
    assert told(entries(repo, "claim", "attack/method", "bomb"))[0] == "break: broken"
    repo.commit({path: None}, "take it all back")
    assert told(entries(repo, "claim", "attack/method", "bomb"))[:2] == [
        *("take it all back: mended removed attack/method remove /versions/bomb", "break: broken"),
    ]


def test_a_version_of_a_claim_of_an_old_id_is_found_by_its_old_id(repo: Repo) -> None:
    path = "claims/attack/method.yaml"
    repo.commit({path: edited(("  fire:\n", "  blaze:\n"))}, "rename the version")
    other = edited(("  fire:\n", "  blaze:\n"))
    repo.commit({path: None, "claims/attack/means.yaml": other}, "rename the claim")
    repo.commit({"claims/attack/means.yaml": other.replace("A fire.", "A blaze.")}, "reword")
    found = told(entries(repo, "claim", "attack/method", "fire"))
    assert found == told(entries(repo, "claim", "attack/means", "blaze"))
    assert [line.partition(":")[0] for line in found] == [
        *("reword", "rename the claim", "rename the version", "begin"),
    ]


def follows(repo: Repo, kind: RecordKind, name: str) -> list[bool]:
    change = entries(repo, kind, name)[0].change
    return [item.follows for item in change.changes] if change else []


def test_what_another_record_is_called_now_is_no_correction(repo: Repo) -> None:
    method = "claims/attack/method.yaml"
    renamed = METHOD.replace("adam", "adam-ash")
    moved = {"claims/speakers/adam.yaml": None, "claims/speakers/adam-ash.yaml": EVE}
    repo.commit({**moved, method: renamed}, "rename")
    found = entries(repo, "claim", "attack/method")[0]
    assert set(follows(repo, "claim", "attack/method")) == {True}
    assert found.renamings.records == {("speaker", "adam"): "adam-ash"}
    repo.git("reset", "--quiet", "--hard", "HEAD~1")
    repo.commit({**moved, method: renamed.replace("A bomb.", "A mine.")}, "rename and reword")
    assert sorted(follows(repo, "claim", "attack/method")) == [False, True, True, True]


def test_who_takes_the_place_of_another_is_a_correction(repo: Repo) -> None:
    other = "speaker: Eve Elm\nkind: person\n"
    moved = {"claims/speakers/adam.yaml": None, "claims/speakers/eve.yaml": other}
    repo.commit({**moved, "claims/attack/method.yaml": METHOD.replace("adam", "eve")}, "correct")
    assert True not in follows(repo, "claim", "attack/method")


def test_a_version_of_another_claim_that_was_renamed_is_followed(repo: Repo) -> None:
    dated = FILES["events/attack.yaml"].replace("#bomb", "#mine")
    method = edited(("  bomb:\n", "  mine:\n"))
    repo.commit({"claims/attack/method.yaml": method, "claims/events/attack.yaml": dated})
    assert set(follows(repo, "event", "attack")) == {True}


def test_a_merge_that_renames_is_no_correction_either(repo: Repo) -> None:
    repo.git("checkout", "--quiet", "-b", "topic")
    path = "claims/attack/method.yaml"
    repo.commit({path: edited(("tags: [methods]", "tags: [ways]"))}, "theirs")
    repo.git("checkout", "--quiet", "main")
    ours = edited(("How was it done?", "How was it carried out?"))
    repo.commit({path: ours}, "ours")
    both = edited(("tags: [methods]", "tags: [ways]"), ("adam", "adam-ash"), text=ours)
    repo.git("merge", "--quiet", "--no-commit", "-s", "ours", "topic")
    moved = {"claims/speakers/adam.yaml": None, "claims/speakers/adam-ash.yaml": ADAM}
    repo.commit({**moved, path: both}, "merge")
    assert set(follows(repo, "claim", "attack/method")) == {True}


def test_a_record_that_never_was_has_no_history(repo: Repo) -> None:
    assert entries(repo, "speaker", "nobody") == ()
