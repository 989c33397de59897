from __future__ import annotations

import pytest

from claimtrack.findings import KeyPath, Span
from claimtrack.text.compose import compose
from claimtrack.text.nodes import Mapping, Sequence, data_of, span_of

TEXT = """\
claim: What?
tags: [a, {b: c}]
versions:
  bomb:
    statement: >-
      A bomb.
    attributions:
      - speaker: x
      - speaker: y
        at:
"""
PLACES: dict[str, tuple[KeyPath, Span, Span]] = {
    "a scalar": (("claim",), Span(1, 8, 1, 13), Span(1, 1, 1, 6)),
    "a flow list": (("tags",), Span(2, 7, 2, 18), Span(2, 1, 2, 5)),
    "an item, which has no key": (("tags", 0), Span(2, 8, 2, 9), Span(2, 8, 2, 9)),
    "an entry in a flow list": (("tags", 1, "b"), Span(2, 15, 2, 16), Span(2, 12, 2, 13)),
    "a mapping": (("versions", "bomb"), Span(5, 5, 10, 12), Span(4, 3, 4, 7)),
    "a folded text": (("versions", "bomb", "statement"), Span(5, 16, 6, 14), Span(5, 5, 5, 14)),
    "a list": (("versions", "bomb", "attributions"), Span(8, 7, 10, 12), Span(7, 5, 7, 17)),
    "an empty value": (
        ("versions", "bomb", "attributions", 1, "at"),
        Span(10, 12, 10, 12),
        Span(10, 9, 10, 11),
    ),
    "the record": ((), Span(1, 1, 10, 12), Span(1, 1, 10, 12)),
    "a missing key": (("kind",), Span(1, 1, 10, 12), Span(1, 1, 10, 12)),
    "a missing key below another": (
        ("versions", "bomb", "note"),
        Span(4, 3, 4, 7),
        Span(4, 3, 4, 7),
    ),
    "a missing key of an item": (
        ("versions", "bomb", "attributions", 0, "at"),
        Span(8, 9, 8, 19),
        Span(8, 9, 8, 19),
    ),
    "an item that is not there": (("tags", 2), Span(2, 1, 2, 5), Span(2, 1, 2, 5)),
    "a key of a text": (("claim", "x", 1), Span(1, 1, 1, 6), Span(1, 1, 1, 6)),
    "an item of a mapping": (("versions", 0), Span(3, 1, 3, 9), Span(3, 1, 3, 9)),
    "a key of a list": (("tags", "a"), Span(2, 1, 2, 5), Span(2, 1, 2, 5)),
}


@pytest.mark.parametrize(("keys", "at_value", "at_key"), PLACES.values(), ids=PLACES.keys())
def test_a_key_path_leads_to_a_place(keys: KeyPath, at_value: Span, at_key: Span) -> None:
    root = compose(TEXT).root

    assert root is not None
    assert span_of(root, keys) == at_value
    assert span_of(root, keys, on_key=True) == at_key


def test_data_are_texts_lists_and_dicts() -> None:
    root = compose(TEXT).root

    assert isinstance(root, Mapping)
    assert data_of(root) == {
        "claim": "What?",
        "tags": ["a", {"b": "c"}],
        "versions": {
            "bomb": {
                "statement": "A bomb.",
                "attributions": [{"speaker": "x"}, {"speaker": "y", "at": ""}],
            }
        },
    }


def test_a_mapping_gives_the_node_of_a_key() -> None:
    root = compose("a: [b]\n").root

    assert isinstance(root, Mapping)
    assert isinstance(root.get("a"), Sequence)
    assert root.get("b") is None


def test_the_entries_of_a_mapping_are_indexed_once() -> None:
    root = compose("a: [b]\nc: d\n").root

    assert isinstance(root, Mapping)
    assert root.by_key is root.by_key
    assert tuple(root.by_key.values()) == root.entries
