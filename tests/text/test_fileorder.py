from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.text.convert import to_data
from claimtrack.text.fileorder import FileOrder
from claimtrack.text.salvage import salvage
from tests.strategies import printed_texts, records

if TYPE_CHECKING:
    from claimtrack.model.claims import Claim
    from claimtrack.model.speakers import Speaker
    from claimtrack.text.nodes import Data

ATTRIBUTION = {"speaker": "zoe", "stance": "asserts", "source": "story"}


def claim(**changes: Any) -> dict[str, Any]:
    version = {"statement": "A bomb.", "attributions": [dict(ATTRIBUTION)]}
    return {"claim": "How?", "versions": {"bomb": version}, **changes}


def test_the_record_sorts_and_the_keys_lead_back_to_the_file() -> None:
    zoe, adam = ({**ATTRIBUTION, "speaker": name} for name in ("zoe", "adam"))
    data = claim(versions={"bomb": {"statement": "A.", "attributions": [zoe, {"x": "y"}, adam]}})
    salvaged = salvage(data, "claim", "a")
    order = FileOrder(salvaged.data, "claim")
    way = ("versions", "bomb", "attributions", 0, "speaker")
    assert order.keys(way) == (*way[:3], 2, "speaker")
    assert order.keys((*way[:3], 1)) == (*way[:3], 0)


@pytest.mark.parametrize(
    ("keys", "there"),
    [
        ((), ()),
        (("kind",), ("kind",)),
        (("tags", 0), ("tags", 1)),
        (("tags", 9), ("tags", 9)),
        (("versions",), ("versions",)),
        (("versions", "fire"), ("versions", "fire")),
        (("related", 0, "claim"), ("related", 0, "claim")),
        (("versions", "bomb", "attributions", 0, "via", 0, "speaker"),) * 2,
    ],
)
def test_keys_that_lead_nowhere_are_left_as_they_are(
    keys: tuple[str | int, ...], there: tuple[str | int, ...]
) -> None:
    data = claim(tags=["b", "a"], related=[{"claim": "x", "relation": "supports"}])
    data["versions"] = {
        "bomb": {"statement": "A.", "attributions": [{**ATTRIBUTION, "via": ["zoe"]}]}
    }
    expected = there[:6] if "via" in there else there
    assert FileOrder(data, "claim").keys(keys) == expected


def test_the_items_of_a_value_stand_where_the_file_has_them() -> None:
    bomb = {"statement": "A bomb.", "value": ["zed", "Bad", "abe"]}
    salvaged = salvage(claim(answer="speaker", versions={"bomb": bomb}), "claim", "a")
    order = FileOrder(salvaged.data, "claim")
    way = ("versions", "bomb", "value")
    assert [order.keys((*way, rank)) for rank in range(2)] == [(*way, 2), (*way, 0)]


@given(records("claim"), st.data())
def test_every_attribution_is_found_in_a_file_of_any_order(
    record: Claim, data: st.DataObject
) -> None:
    plain = cast("dict[str, Any]", to_data(record))
    for version in plain["versions"].values():
        if "attributions" in version:
            shuffled = data.draw(st.permutations(version["attributions"]))
            version["attributions"] = [
                {**each, data.draw(st.sampled_from(["note", "said", "at", "id"])): ""} | each
                for each in shuffled
            ]
    salvaged = salvage(plain, "claim", record.id)
    assert salvaged.record == record
    order = FileOrder(salvaged.data, "claim")
    for name, version in record.versions.items():
        for rank, attribution in enumerate(version.attributions):
            keys = order.keys(("versions", name, "attributions", rank))
            there = plain["versions"][name]["attributions"][keys[-1]]
            assert (there["speaker"], there["stance"]) == (attribution.speaker, attribution.stance)
            assert (there.get("note") or None) == attribution.note


@given(st.lists(printed_texts, min_size=1, max_size=5))
def test_every_item_of_a_set_is_found_however_it_is_composed(aliases: list[str]) -> None:
    data: dict[str, Data] = {"speaker": "Zoe", "aliases": [*aliases]}
    salvaged = salvage(data, "speaker", "zoe")
    order = FileOrder(salvaged.data, "speaker")
    speaker = cast("Speaker", salvaged.record)
    there = [aliases[cast("int", order.keys(("aliases", rank))[1])] for rank in range(len(aliases))]
    assert tuple(there) == speaker.aliases
