from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.text.format import format  # noqa: A004 - the command's own word
from claimtrack.text.suppressions import suppressions

CLAIM = """\
# claimtrack: ignore[CTA101] all of it

claim: What killed him? # claimtrack: ignore[CTA102] the question
versions:
  # claimtrack: ignore[CTA103] the bomb
  bomb:
    statement: A bomb.
    attributions:
      # a note
      # claimtrack: ignore[CTA104] one of them
      - speaker: hamas
        stance: asserts
        source: story # claimtrack: ignore[CTA105] the source
        # claimtrack: ignore[CTA106] what is above
"""


def told(text: str) -> list[tuple[tuple[str, ...], str, tuple[str | int, ...]]]:
    return [(item.rules, item.reason, item.keys) for item in suppressions(text.encode())]


def test_a_comment_belongs_to_its_node() -> None:
    way = ("versions", "bomb", "attributions", 0)
    assert told(CLAIM) == [
        (("CTA101",), "all of it", ()),
        (("CTA102",), "the question", ("claim",)),
        (("CTA103",), "the bomb", ("versions", "bomb")),
        (("CTA104",), "one of them", way),
        (("CTA105",), "the source", (*way, "source")),
        (("CTA106",), "what is above", (*way, "source")),
    ]


def test_a_comment_knows_its_place_and_whether_it_ends_a_line() -> None:
    places = [
        (item.span.line, item.span.column, item.beside) for item in suppressions(CLAIM.encode())
    ]
    assert places == [
        (1, 1, False),
        (3, 25, True),
        (5, 3, False),
        (10, 7, False),
        (13, 23, True),
        (14, 9, False),
    ]


def test_a_new_layout_moves_a_comment_with_its_node() -> None:
    moved = CLAIM.replace("claim: What", "kind: event\nclaim: What").replace(
        "      # a note", "      - {speaker: zoe, stance: denies, source: story}\n      # a note"
    )
    before = [(rules, reason, keys) for rules, reason, keys in told(moved)]
    after = told(format(moved).text)
    assert format(moved).text != moved
    assert [(rules, reason) for rules, reason, _ in before] == [
        (rules, reason) for rules, reason, _ in after
    ]
    assert ("versions", "bomb", "attributions", 1) in [keys for _, _, keys in before]
    assert ("versions", "bomb", "attributions", 0) in [keys for _, _, keys in after]


@pytest.mark.parametrize(
    ("comment", "rules", "reason"),
    [
        ("# claimtrack: ignore[CTA101] why", ("CTA101",), "why"),
        ("#claimtrack:ignore[CTA101]why", ("CTA101",), "why"),
        (
            "#  claimtrack:  ignore [ CTA101 ,unused-record, ] :  see #4 ",
            ("CTA101", "unused-record"),
            "see #4",
        ),
        ("# seen by us # claimtrack: ignore[CTA101] - why [1]", ("CTA101",), "why [1]"),
        ("# claimtrack: ignore[CTA101]", ("CTA101",), ""),
        ("# claimtrack: ignore[CTA101] …!", ("CTA101",), ""),
        ("# claimtrack: ignore[]", (), ""),
        ("# claimtrack: ignore CTA101 why", (), ""),
        ("# claimtrack: ingore[CTA101] why", (), ""),
        ("# claimtrack:", (), ""),
        ("# Claimtrack: ignore[CTA101] why", (), ""),
        ("# CLAIMTRACK:Ignore [CTA101] why", (), ""),
        ("# noqa claimtrack: ignore[CTA101] why", (), ""),
    ],
)
def test_a_comment_says_what_and_why(comment: str, rules: tuple[str, ...], reason: str) -> None:
    assert told(f"speaker: Hamas {comment}\n") == [(rules, reason, ("speaker",))]


def test_several_in_one_comment_are_told_apart() -> None:
    line = "speaker: Hamas # claimtrack: ignore[CTA101] one # claimtrack: ignore[CTA102] two\n"
    assert [(rules, reason) for rules, reason, _ in told(line)] == [
        (("CTA101",), "one"),
        (("CTA102",), "two"),
    ]


def test_a_comment_at_the_end_of_a_file_belongs_to_what_stands_above_it() -> None:
    text = "speaker: Hamas\nkind: group\n# claimtrack: ignore[CTA101] why\n"
    assert told(text) == [(("CTA101",), "why", ("kind",))]


@pytest.mark.parametrize(
    "text",
    [
        "speaker: Hamas # Claimtrack: see [1]\n",
        "speaker: Hamas # claimtrack ignore[CTA101] why\n",
        "speaker: 'Hamas # claimtrack: ignore[CTA101] why'\n",
        "speaker: Hamas\nnote: |-\n  # claimtrack: ignore[CTA101] why\n",
        "claimtrack: 1\ntitle: 'a #'\n",
        "speaker: [ # claimtrack: ignore[CTA101] why\n",
        "",
    ],
)
def test_what_is_no_comment_for_the_check_is_left_alone(text: str) -> None:
    assert told(text) == []


@given(st.binary(max_size=60))
def test_no_bytes_are_too_odd(data: bytes) -> None:
    assert isinstance(suppressions(b"# claimtrack:\n" + data), tuple)


def test_signs_of_comments_without_end_take_no_longer_than_their_number() -> None:
    assert suppressions(b"#" * 200_000 + b"\nspeaker: claimtrack:\n") == ()
