from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimtrack.text.census import Counted, census, changed
from claimtrack.text.comments import Comments

if TYPE_CHECKING:
    from collections import Counter

    from claimtrack.text.nodes import Data


def count(data: Data) -> Counter[Counted]:
    return census(data, Comments())


def test_texts_count_by_their_keys() -> None:
    data: Data = {"a": ["b", "b", {"c": "d"}], "e": ""}
    counted = {(("a",), "b", False): 2, (("a", "c"), "d", False): 1}
    assert count(data) == counted


def test_comments_count_by_their_words_wherever_they_stand_at_their_node() -> None:
    data: Data = {"a": ["b"]}
    above = census(data, Comments(header=("# x",), above={("a", 0): ("# y z",)}))
    below = census(data, Comments(header=("# x",), below={("a", 0): ("# y", "z")}))
    assert above == below
    assert above[("a",), "z", True] == 1
    assert above[(), "x", True] == 1


LEFT_OUT: dict[str, tuple[Data, Data]] = {
    "a default": ({"status": "draft"}, {}),
    "a default in one of two places": (
        [{"act": "states"}, {"act": "states"}],
        [{"act": "states"}],
    ),
    "an empty text": ({"a": ""}, {}),
    "an empty list": ({"a": []}, {}),
    "an order": ({"a": ["b", "c"]}, {"a": ["c", "b"]}),
    "the key of a relay": ({"via": [{"speaker": "a"}]}, {"via": ["a"]}),
    "a composition": ({"e\u0301": "e\u0301"}, {"\u00e9": "\u00e9"}),
}


@pytest.mark.parametrize(("before", "after"), LEFT_OUT.values(), ids=LEFT_OUT)
def test_a_layout_may_leave_it_out(before: Data, after: Data) -> None:
    assert list(changed(count(before), count(after))) == []


LOST: dict[str, tuple[Data, Data]] = {
    "a text": ({"a": "b"}, {}),
    "one of two": ({"a": ["b", "b"]}, {"a": ["b"]}),
    "a word that is a default elsewhere": ({"status": "states"}, {}),
    "a default that comes in": ({}, {"status": "draft"}),
    "a key": ({"a": "b"}, {"c": "b"}),
    "the composition of a quote": ({"quote": "e\u0301"}, {"quote": "\u00e9"}),
    "the speaker of the record": ({"speaker": "a"}, {"a": "a"}),
}


@pytest.mark.parametrize(("before", "after"), LOST.values(), ids=LOST)
def test_a_layout_must_not_change_it(before: Data, after: Data) -> None:
    assert list(changed(count(before), count(after)))
