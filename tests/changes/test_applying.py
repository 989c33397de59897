from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.changes.applying import DoesNotFit, apply
from claimtrack.changes.change import Change
from claimtrack.changes.differences import diff
from claimtrack.changes.paths import Item
from claimtrack.model.attributions import Attribution
from claimtrack.model.claims import Claim, Version
from claimtrack.model.sources import Source
from tests.changes.pairs import pairs

if TYPE_CHECKING:
    import random

    from claimtrack.model.records import Record

SAID = Attribution(speaker="times", stance="asserts", source="story", cue="According to")
BOMB = Version(statement="A bomb.", attributions=(SAID,))
CLAIM = Claim(id="method", question="How?", tags=("a",), versions={"bomb": BOMB})
ITEM = Item(SAID.identity, 0)
GONE = Item(("nobody",), 0)


def change(op: str, *way: str | Item, **values: object) -> Change:
    return Change(op=op, path=way, was=way, **values)  # type: ignore[arg-type]  # changes that no record gave


MISFITS = {
    "no-such-key": change("add", "colour", new="red"),
    "no-such-version": change("replace", "versions", "gun", "statement", old="A.", new="B."),
    "version-there-already": change("add", "versions", "bomb", new=BOMB),
    "version-gone-already": change("remove", "versions", "gun", old=BOMB),
    "other-version": change("remove", "versions", "bomb", old=attrs.evolve(BOMB, note="No.")),
    "no-such-attribution": change("remove", "versions", "bomb", "attributions", GONE, old=SAID),
    "no-such-tag": change("remove", "tags", Item(("b",), 0), old="b"),
    "other-text": change("replace", "claim", old="Why?", new="Who?"),
    "text-there-already": change("add", "claim", new="Who?"),
    "part-of-a-text": change("replace", "claim", "first", old="H", new="h"),
    "part-of-nothing": change("replace", "note", "first", old="H", new="h"),
    "whole-record": change("replace", old=CLAIM, new=CLAIM),
    "other-id": change("move", old="place", new="method"),
    "name-for-a-key": change("add", ITEM, new="x"),
    "key-for-a-name": change("add", "tags", "b", new="b"),
    "whole-of-the-versions": change("replace", "versions", old=None, new=None),
}


@pytest.mark.parametrize("misfit", MISFITS.values(), ids=MISFITS)
def test_a_change_of_what_is_not_there_is_refused(misfit: Change) -> None:
    with pytest.raises(DoesNotFit) as refused:
        apply(CLAIM, [misfit])
    assert refused.value.change == misfit
    assert "is not what the change says it was: compare the records anew" in str(refused.value)


def test_a_part_of_what_changed_can_be_made() -> None:
    new = attrs.evolve(CLAIM, question="How so?", tags=("b",)).with_version(
        "bomb", attrs.evolve(BOMB, statement="Two bombs.", attributions=())
    )
    for some in diff(CLAIM, new):
        assert apply(CLAIM, [some]) != CLAIM
        assert apply(apply(CLAIM, [some]), [some.inverse]) == CLAIM


def test_a_renaming_cannot_put_one_version_over_another() -> None:
    claim = CLAIM.with_version("gun", Version(statement="A gun."))
    moved = Change(
        op="move", was=("versions", "gun"), path=("versions", "bomb"), old="gun", new="bomb"
    )
    with pytest.raises(DoesNotFit):
        apply(claim, [moved])


def test_a_version_keeps_its_id_where_its_renaming_is_left_out() -> None:
    fire = attrs.evolve(BOMB, statement="A bomb fell.")
    new = attrs.evolve(CLAIM, versions={"fire": fire})
    changes = diff(CLAIM, new)
    (rest,) = (change for change in changes if change.op != "move")
    assert apply(CLAIM, [rest]).versions == {"bomb": fire}


def test_two_versions_never_come_to_one_id() -> None:
    move = Change(op="move", was=("versions", "a"), path=("versions", "b"), old="a", new="b")
    word = Change(
        op="replace", was=("versions", "b", "statement"), path=("versions", "c", "statement"),
        old="A bomb.", new="Two.",
    )  # fmt: skip
    for some in ([move, word], [word, move]):
        with pytest.raises(DoesNotFit):
            apply(attrs.evolve(CLAIM, versions={"a": BOMB, "b": BOMB}), some)


@given(pairs(), st.randoms())
def test_no_record_but_those_of_the_two_states_comes_of_some_changes(
    pair: tuple[Record, Record], chance: random.Random
) -> None:
    old, new = pair
    some = [change for change in diff(old, new) if chance.random() < 0.7]
    try:
        made = apply(old, some)
    except DoesNotFit:
        return
    if isinstance(made, Claim) and isinstance(old, Claim) and isinstance(new, Claim):
        named = {item.new for item in some if item.op == "move"}
        added = {
            item.path[1] for item in some if item.op == "add" and item.path[:1] == ("versions",)
        }
        assert made.versions.keys() <= old.versions.keys() | named | added


def test_no_changes_leave_a_record_as_it_is() -> None:
    source = Source(id="story", title="A story")
    assert apply(source, ()) is source
