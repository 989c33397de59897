from __future__ import annotations

import attrs
import pytest

from claimtrack.changes.applying import DoesNotFit, apply
from claimtrack.changes.change import Change
from claimtrack.changes.differences import diff
from claimtrack.changes.paths import Item
from claimtrack.model.attributions import Attribution
from claimtrack.model.claims import Claim, Version
from claimtrack.model.sources import Source

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


def test_no_changes_leave_a_record_as_it_is() -> None:
    source = Source(id="story", title="A story")
    assert apply(source, ()) is source
