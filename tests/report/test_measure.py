"""How many columns text takes, and what is cut away where there is no room."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.report.measure import clusters, columns, cut, runs_right_to_left

WIDTHS = {
    "ascii": ("claim", 5),
    "combining": ("e\u0301\u0323", 1),
    "wide": ("漢字", 4),
    "full width": ("\uff21", 2),
    "hangul jamo": ("\u1112\u1161\u11ab", 2),
    "escape": ("\x1b", 4),
    "bidirectional control": ("\u202e", 6),
    "private use": ("\ue000", 6),
    "tab": ("\t", 2),
    "no-break space": ("\u00a0", 1),
    "persian": ("ایران", 5),
}


@pytest.mark.parametrize(("text", "expected"), WIDTHS.values(), ids=WIDTHS)
def test_a_text_takes_as_many_columns_as_it_is_shown_with(text: str, expected: int) -> None:
    assert columns(text) == expected


@pytest.mark.parametrize(
    "text", ["ایران", "עברית", "see \u0664"], ids=["arabic", "hebrew", "digit"]
)
def test_right_to_left_text_is_known(text: str) -> None:
    assert runs_right_to_left(text)


@pytest.mark.parametrize("text", ["Iran", "漢字", "é", "Тегеран", ""])
def test_other_text_is_not_right_to_left(text: str) -> None:
    assert not runs_right_to_left(text)


@pytest.mark.parametrize(
    ("text", "room", "expected"),
    [
        ("short", 5, "short"),
        ("one two three", 9, "one two…"),
        ("unbreakable", 5, "unbr…"),
        ("a verylongword", 8, "a veryl…"),
        ("漢字漢字", 5, "漢字…"),
        ("e\u0301e\u0301e\u0301", 2, "e\u0301…"),
        ("one two", 4, "one…"),
    ],
)
def test_what_goes_is_marked(text: str, room: int, expected: str) -> None:
    assert cut(text, room) == expected


@given(st.text(), st.integers(min_value=1, max_value=30))
def test_a_cut_text_has_room(text: str, room: int) -> None:
    assert columns(cut(text, room)) <= room


@given(st.text(alphabet=st.sampled_from("ae\u0301\u0323漢 \x1b")))
def test_clusters_are_the_text_and_none_begins_with_a_mark(text: str) -> None:
    parts = list(clusters(text))
    assert "".join(parts) == text
    assert all(columns(part[0]) for part in parts[1:])
