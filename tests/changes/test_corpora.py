from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeAlias

import pytest

from claimtrack.changes.corpora import diff_corpora
from claimtrack.corpus.corpus import load
from tests.cli.conftest import lay

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrack.changes.change import CorpusChanges, RecordChange

#: Compares a small corpus with itself after some files were replaced, added or, by None, removed.
Compared: TypeAlias = Callable[[Mapping[str, str | None]], "CorpusChanges"]

METHOD = """\
claim: What killed him?
event: killing
versions:
  bomb:
    statement: A bomb planted in his residence.
    attributions:
      - speaker: times
        stance: asserts
        source: story
        cue: According to

      - speaker: hamas
        jointly: [iran]
        stance: denies
        source: story
        cue: Refuting it

  projectile:
    statement: A projectile fired at the compound.
    attributions:
      - speaker: hamas
        stance: asserts
        source: story
        cue: maintain
"""
TOLL = """\
claim: How many died?
event: killing
answer: quantity
versions:
  two:
    statement: Two people died.
    value: 2
    relative_to: method#bomb
    attributions:
      - speaker: iran
        stance: asserts
        source: story
        cue: two
"""
FILES = {
    "claimtrack.yaml": "claimtrack: 1\n",
    "events/killing.yaml": "event: The killing\n",
    "speakers/hamas.yaml": "speaker: Hamas\nkind: organization\n",
    "speakers/iran.yaml": "speaker: Iran\nkind: government\n",
    "speakers/times.yaml": "speaker: The Times\nkind: publication\n",
    "sources/story.yaml": "source: The story\ntype: article\n",
    "method.yaml": METHOD,
    "toll.yaml": TOLL,
}


@pytest.fixture
def changes(tmp_path: Path) -> Compared:
    def compared(now: Mapping[str, str | None]) -> CorpusChanges:
        lay(tmp_path / "before", FILES)
        after = {**FILES, **now}
        lay(tmp_path / "after", {name: text for name, text in after.items() if text is not None})
        return diff_corpora(load(tmp_path / "before"), load(tmp_path / "after"))

    return compared


def told(record: RecordChange) -> str:
    was = f" from {record.old_id}" if record.old_id else ""
    return f"{record.how} {record.key[0]} {record.key[1]}{was}: {len(record.changes)}"


def test_a_corpus_does_not_differ_from_itself(changes: Compared) -> None:
    assert not changes({})


def test_what_was_added_removed_and_changed_is_told_by_kind_and_id(changes: Compared) -> None:
    found = changes(
        {
            "toll.yaml": None,
            "speakers/post.yaml": "speaker: The Post\n",
            "method.yaml": METHOD.replace("What killed", "How died"),
            "events/killing.yaml": "event: The killing\nplace: Tehran\n",
        }
    )
    assert [told(record) for record in found.records] == [
        "changed claim method: 1",
        "removed claim toll: 0",
        "added speaker post: 0",
        "changed event killing: 1",
    ]
    assert [record.path for record in found.records] == [
        "method.yaml",
        "toll.yaml",
        "speakers/post.yaml",
        "events/killing.yaml",
    ]


def test_another_layout_is_told_apart(changes: Compared) -> None:
    found = changes(
        {
            "method.yaml": f"# The method.\n{METHOD}",
            "speakers/iran.yaml": "speaker: 'Iran'\nkind: government\n",
        }
    )
    assert found.records == ()
    assert found.layout_only == ("method.yaml", "speakers/iran.yaml")


def test_what_names_a_renamed_record_is_told_with_it(changes: Compared) -> None:
    found = changes(
        {
            "speakers/hamas.yaml": None,
            "speakers/hamas-movement.yaml": FILES["speakers/hamas.yaml"],
            "method.yaml": METHOD.replace("hamas", "hamas-movement"),
        }
    )
    (record,) = found.records
    assert told(record) == "renamed speaker hamas-movement from hamas: 1"
    assert record.followed_by == (("claim", "method"),)
    assert (record.path, record.old_path) == ("speakers/hamas-movement.yaml", "speakers/hamas.yaml")


def test_a_renamed_record_may_change_as_well(changes: Compared) -> None:
    found = changes(
        {
            "method.yaml": None,
            "killing/method.yaml": METHOD.replace("planted in", "planted near"),
            "toll.yaml": TOLL.replace("method#", "killing/method#"),
        }
    )
    (record,) = found.records
    assert told(record) == "renamed claim killing/method from method: 2"
    assert record.followed_by == (("claim", "toll"),)


def test_what_names_a_renamed_version_in_another_claim_is_told_with_it(changes: Compared) -> None:
    found = changes(
        {
            "method.yaml": METHOD.replace("  bomb:", "  device:"),
            "toll.yaml": TOLL.replace("#bomb", "#device"),
        }
    )
    (record,) = found.records
    assert told(record) == "changed claim method: 1"
    assert record.followed_by == (("claim", "toll"),)


def test_what_changed_besides_is_told_of_what_follows(changes: Compared) -> None:
    found = changes(
        {
            "events/killing.yaml": None,
            "events/haniyeh-killing.yaml": FILES["events/killing.yaml"],
            "method.yaml": METHOD.replace("event: killing", "event: haniyeh-killing"),
            "toll.yaml": TOLL.replace("event: killing", "event: haniyeh-killing").replace(
                "Two", "Both"
            ),
        }
    )
    toll, event = found.records
    assert told(toll) == "changed claim toll: 2"
    assert [change.follows for change in toll.changes] == [True, False]
    assert event.followed_by == (("claim", "method"),)


def test_several_renamings_at_once_hide_nothing_from_each_other(changes: Compared) -> None:
    renamed = {"hamas": "hms", "iran": "irn", "times": "tms", "story": "sto"}
    method = METHOD
    for old, new in renamed.items():
        method = method.replace(f" {old}\n", f" {new}\n").replace(f"[{old}]", f"[{new}]")
    found = changes(
        {
            "method.yaml": None,
            "how.yaml": method,
            **{name: None for name in FILES if name[:2] in {"sp", "so"}},
            **{
                name.replace(f"/{old}.", f"/{new}."): text
                for name, text in FILES.items()
                for old, new in renamed.items()
                if f"/{old}." in name
            },
            "toll.yaml": TOLL.replace(" iran", " irn")
            .replace("story", "sto")
            .replace("method#", "how#"),
        }
    )
    assert {told(record) for record in found.records} == {
        "renamed claim how from method: 8",
        "renamed source sto from story: 1",
        "renamed speaker hms from hamas: 1",
        "renamed speaker irn from iran: 1",
        "renamed speaker tms from times: 1",
    }
    assert all(change.follows for change in found.records[0].changes[1:])


def test_a_headline_alone_makes_no_record_another(changes: Compared) -> None:
    found = changes(
        {
            "sources/story.yaml": None,
            "sources/other.yaml": "source: The story\ntype: speech\nnote: Quite another text, read elsewhere.\n",
        }
    )
    assert [told(record) for record in found.records] == [
        "added source other: 0",
        "removed source story: 0",
    ]


def test_unlike_records_are_not_taken_for_renamed(changes: Compared) -> None:
    found = changes(
        {
            "speakers/times.yaml": None,
            "speakers/post.yaml": "speaker: The Post\nkind: publication\n",
        }
    )
    assert [told(record) for record in found.records] == [
        "added speaker post: 0",
        "removed speaker times: 0",
    ]


def test_a_file_that_cannot_be_read_is_told_and_nothing_is_made_of_it(changes: Compared) -> None:
    found = changes({"toll.yaml": TOLL.replace("event:", "evnt:"), "new.yaml": "claim: ["})
    assert found.records == ()
    assert [(each.path, each.side) for each in found.unread] == [
        ("new.yaml", "after"),
        ("toll.yaml", "after"),
    ]
    assert all(each.findings for each in found.unread)


def test_a_broken_file_that_stays_as_it_was_is_no_change(tmp_path: Path) -> None:
    for side in ("before", "after"):
        lay(tmp_path / side, {**FILES, "toll.yaml": "claim: ["})
    assert not diff_corpora(load(tmp_path / "before"), load(tmp_path / "after"))
