from __future__ import annotations

import pytest

from claimtrack.changes.change import Change
from claimtrack.changes.paths import Item, items_of, name_of, pointer_of
from claimtrack.model.attributions import Attribution, Relay
from claimtrack.model.dates import Date
from claimtrack.model.locators import Locator
from claimtrack.model.reviews import Assessment

SAID = Attribution(
    speaker="hamas", stance="denies", source="story", at=Locator.parse("paragraph 5")
)
NAMES = {
    "attribution": (SAID, ("hamas", "story", "paragraph 5", "denies")),
    "relay": (Relay(speaker="hamas", date=Date.parse("2024")), ("hamas",)),
    "judgement-of-no-version": (
        Assessment(by="A. Reader", date=Date.parse("2024"), reason="None."),
        ("A. Reader", "2024", ""),
    ),
    "text": ("iran", ("iran",)),
}


@pytest.mark.parametrize(("part", "name"), NAMES.values(), ids=NAMES)
def test_a_part_of_a_list_has_a_name(part: object, name: tuple[str, ...]) -> None:
    assert name_of(part) == name


def test_an_item_is_what_it_is_called_wherever_it_stands() -> None:
    assert Item(("hamas",), 1) == Item(("hamas",), 7) != Item(("iran",), 1)
    assert hash(Item(("hamas",), 1)) == hash(Item(("hamas",), 7))
    assert str(Item(("hamas", "story", "", "denies"), 0)) == "hamas, story, denies"


def test_parts_of_one_name_are_told_apart() -> None:
    names = [item.name for item in items_of([SAID, SAID])]
    assert len(set(names)) == 2


def test_a_pointer_counts_on_the_side_that_has_the_part() -> None:
    was = ("tags", Item(("a",), 3))
    path = ("tags", Item(("a",), 1))
    removed = Change(op="remove", path=path, was=was, old="a")
    assert pointer_of(was) == removed.pointer == "/tags/3"
    assert removed.inverse.pointer == "/tags/3"
    assert Change(op="move", path=path, was=was).pointer == "/tags/1"


def test_to_undo_twice_is_to_do() -> None:
    change = Change(op="replace", path=("note",), was=("note",), old="a", new="b")
    assert change.inverse.inverse == change
