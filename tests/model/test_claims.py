from __future__ import annotations

import pickle

import pytest
from hypothesis import given

from claimtrack.model.attributions import Attribution, Relay
from claimtrack.model.claims import Claim, NoSuchAttribution, NoSuchVersion, Version
from claimtrack.model.frozenmap import FrozenMap
from claimtrack.model.locators import Locator
from claimtrack.model.records import RECORD_CLASSES, Record, headline, kind_of
from tests.strategies import records


def said(speaker: str, **more: object) -> Attribution:
    fields = {"stance": "asserts", "source": "story", **more}
    return Attribution(speaker=speaker, **fields)  # type: ignore[arg-type]  # as each test says


def claim(*attributions: Attribution) -> Claim:
    version = Version(statement="A bomb.", attributions=attributions)
    return Claim(id="attack/method", question="How?", versions={"bomb": version})


def test_versions_are_read_only_and_in_the_order_of_their_ids() -> None:
    made = Claim(
        id="a", question="b?", versions={"z": Version(statement="z"), "a": Version(statement="a")}
    )
    assert list(made.versions) == ["a", "z"]
    with pytest.raises(TypeError):
        made.versions["b"] = Version(statement="b")  # type: ignore[index]  # shown to be refused
    assert repr(made.versions).startswith("FrozenMap({'a': Version(")
    assert len(made.versions) == 2


def test_the_order_in_which_attributions_are_given_is_no_difference() -> None:
    one, two, three = said("zoe"), said("adam", stance="denies"), said("adam")
    assert claim(one, two, three) == claim(three, one, two)
    assert hash(claim(one, two, three)) == hash(claim(three, one, two))
    assert claim(one, two, three).versions["bomb"].attributions == (three, one, two)


def test_places_are_ordered_by_number() -> None:
    tenth, second = (said("zoe", at=Locator.parse(f"paragraph {n}")) for n in (10, 2))
    assert claim(tenth, second).versions["bomb"].attributions == (second, tenth)


def test_an_attribution_is_added_beside_others_and_in_the_place_of_its_namesake() -> None:
    first = claim(said("zoe"))
    both = first.with_attribution("bomb", said("adam"))
    assert [item.speaker for item in both.versions["bomb"].attributions] == ["adam", "zoe"]
    again = both.with_attribution("bomb", said("adam", note="again"))
    assert [item.note for item in again.versions["bomb"].attributions] == ["again", None]
    assert first == claim(said("zoe"))


def test_an_attribution_of_another_identity_takes_the_place_that_it_is_given() -> None:
    denial = said("zoe", stance="denies")
    doubt = said("zoe", stance="questions")
    changed = claim(denial).with_attribution("bomb", doubt, instead_of=denial)
    assert changed == claim(doubt)
    assert claim(denial).with_attribution("bomb", doubt) == claim(denial, doubt)
    with pytest.raises(NoSuchAttribution) as caught:
        claim(doubt).with_attribution("bomb", doubt, instead_of=denial)
    assert str(caught.value) == (
        'version "attack/method#bomb" has no attribution of identity (zoe, story, , denies)'
    )


def test_an_attribution_is_removed_by_identity() -> None:
    both = claim(said("zoe"), said("zoe", id="second"))
    left = both.without_attribution("bomb", said("zoe"))
    assert [item.id for item in left.versions["bomb"].attributions] == ["second"]


def test_a_version_is_added_and_removed() -> None:
    both = claim().with_version("fire", Version(statement="A fire."))
    assert list(both.versions) == ["bomb", "fire"]
    assert both.without_version("fire") == claim()


@pytest.mark.parametrize(
    "change",
    [
        lambda made: made.with_attribution("fire", said("zoe")),
        lambda made: made.without_attribution("fire", said("zoe")),
        lambda made: made.without_version("fire"),
    ],
)
def test_a_version_that_is_not_there_is_named(change: object) -> None:
    with pytest.raises(NoSuchVersion) as caught:
        change(claim())  # type: ignore[operator]  # one of the functions above
    assert str(caught.value) == 'claim "attack/method" has no version "fire"'


def test_the_root_of_a_chain_is_the_last_who_is_cited() -> None:
    assert said("zoe").root == "zoe"
    cited = (Relay(speaker="adam"), Relay(speaker="eve"))
    assert said("zoe", citing=cited).root == "eve"


@given(records())
def test_records_are_values(record: Record) -> None:
    assert pickle.loads(pickle.dumps(record)) == record  # noqa: S301 - our own bytes
    assert hash(record) == hash(pickle.loads(pickle.dumps(record)))  # noqa: S301
    assert RECORD_CLASSES[kind_of(record)] is type(record)
    assert headline(record)


def test_a_frozen_map_equals_a_mapping_of_the_same_items() -> None:
    assert FrozenMap({"b": 1, "a": 2}) == {"a": 2, "b": 1}
    assert FrozenMap({"b": 1}) != FrozenMap({"b": 2})
