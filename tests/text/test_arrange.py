from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimtrack.text.arrange import announced, arrange, arrange_entry, arrange_item, of_one
from claimtrack.text.comments import Comments
from claimtrack.text.emit import entry_lines, item_lines, page_text
from claimtrack.text.schema import FileKind, shape_of

if TYPE_CHECKING:
    from claimtrack.text.nodes import Data

CLAIM = shape_of("claim").by_key
VERSIONS = CLAIM["versions"]
assert VERSIONS.shape
VERSION = VERSIONS.shape.by_key

KINDS: dict[str, tuple[dict[str, Data], FileKind | None]] = {
    "a claim": ({"claim": "x"}, "claim"),
    "a claim whose event comes first": ({"event": "x", "claim": "y"}, "claim"),
    "an event": ({"event": "x"}, "event"),
    "a source": ({"note": "x", "source": "y"}, "source"),
    "a speaker": ({"speaker": "y"}, "speaker"),
    "a manifest": ({"claimtrack": "1"}, "manifest"),
    "nothing known": ({"note": "x"}, None),
}


@pytest.mark.parametrize(("data", "kind"), KINDS.values(), ids=KINDS)
def test_the_keys_announce_the_kind_of_file(data: dict[str, Data], kind: FileKind | None) -> None:
    assert announced(data) == kind


def test_the_kind_may_be_given() -> None:
    page = arrange({"note": "so", "event": "e"}, Comments(), "claim")
    assert page_text(page) == "event: e\nnote: so\n"


def test_an_entry_of_a_mapping_by_id_is_written_with_its_comments() -> None:
    data: Data = {"value": "no", "statement": "S."}
    comments = Comments(above={("bomb", "value"): ("# v",)}, beside={("bomb",): ("# b",)})
    part = arrange_entry("bomb", data, of_one(VERSIONS), comments=comments)
    assert entry_lines(part, 2) == [
        "  bomb: # b",
        "    statement: S.",
        "    # v",
        '    value: "no"',
    ]


@pytest.mark.parametrize(
    ("answer", "data", "line"),
    [
        ("", "7", 'value: "7"'),
        ("text", "7", 'value: "7"'),
        ("quantity", "7", "value: 7"),
        ("boolean", "true", "value: true"),
        ("speaker", ["b", "a"], "value: [a, b]"),
        ("speaker", "no", 'value: "no"'),
    ],
)
def test_a_value_is_written_as_the_answer_says(answer: str, data: Data, line: str) -> None:
    part = arrange_entry("value", data, VERSION["value"], answer=answer)
    assert entry_lines(part, 0) == [line]


def test_an_item_is_written_with_its_comments() -> None:
    comments = Comments(above={(0,): ("# c",)}, beside={(0, "stance"): ("# s",)})
    data: Data = {"stance": "asserts", "speaker": "a"}
    part = arrange_item(data, of_one(VERSION["attributions"]), comments=comments)
    assert item_lines(part, 4) == ["    # c", "    - speaker: a", "      stance: asserts # s"]


def test_an_entry_that_no_field_has_is_written_as_it_is() -> None:
    part = arrange_entry("x", {"b": [], "a": "1"}, None)
    assert entry_lines(part, 0) == ["x:", "  b: []", "  a: 1"]
