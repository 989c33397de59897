from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from claimtrack.text.convert import to_data
from claimtrack.text.sortkeys import attribution_key, text_key
from tests.strategies import records

if TYPE_CHECKING:
    from claimtrack.text.nodes import Data

ASCENDING: tuple[Data, ...] = (
    {},
    {"stance": "asserts"},
    {"stance": "asserts", "id": "a"},
    {"stance": "asserts", "at": "page 7"},
    {"stance": "asserts", "at": "paragraph 5"},
    {"stance": "asserts", "at": "paragraphs 5-6"},
    {"stance": "asserts", "at": "paragraph 12"},
    {"stance": "asserts", "at": "p. 1"},
    {"stance": "asserts", "source": "a", "at": "paragraph 1"},
    {"stance": "asserts", "source": "b", "at": ["paragraph 0"]},
    {"stance": "asserts", "speaker": "a"},
    {"stance": "asserts", "speaker": "e\u0301"},
    {"stance": "asserts", "speaker": "\u00e9", "source": "a"},
    {"stance": "denies"},
    {"stance": "questions"},
    {"stance": "declines"},
    {"stance": "retracts"},
    {"stance": "shouts", "speaker": "a"},
    {"stance": {"asserts": "a"}, "speaker": "b"},
)


@pytest.mark.parametrize(("first", "second"), list(pairwise(ASCENDING[1:])))
def test_attributions_stand_in_their_order(first: Data, second: Data) -> None:
    assert attribution_key(first) < attribution_key(second)


@pytest.mark.parametrize("misfit", ["hamas", ["hamas"], {}, {"stance": []}])
def test_what_is_no_attribution_comes_last(misfit: Data) -> None:
    assert attribution_key(misfit) > attribution_key(ASCENDING[-3])


@given(records("claim"))
@settings(max_examples=30)
def test_the_order_is_that_of_the_model(record: object) -> None:
    data = to_data(record)  # type: ignore[arg-type]  # a claim
    versions = data["versions"]
    assert isinstance(versions, dict)
    for version in versions.values():
        assert isinstance(version, dict)
        attributions = version.get("attributions", [])
        assert sorted(attributions, key=attribution_key) == list(attributions)


def test_texts_are_sorted_by_code_point_in_composed_form_and_misfits_come_last() -> None:
    items: list[Data] = [{"a": "b"}, "e\u0301", ["a"], "\u00e8", "z", "Z"]
    assert sorted(items, key=text_key) == ["Z", "z", "\u00e8", "e\u0301", {"a": "b"}, ["a"]]
