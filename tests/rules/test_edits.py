"""Edits of a text: what they make of it, and which go together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.rules.edits import Edit, applied, meet

texts = st.text("ab\n", max_size=12)


@given(texts, texts)
def test_the_edit_between_two_texts_makes_one_the_other(before: str, after: str) -> None:
    edit = Edit.between(before, after)
    assert applied(before, [edit]) == after
    assert len(edit.text) + edit.end - edit.start <= len(before) + len(after)


@given(texts, st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=4))
def test_edits_that_do_not_meet_can_be_made_in_any_order(
    text: str, places: list[tuple[int, int]]
) -> None:
    kept: list[Edit] = []
    for start, length in places:
        edit = Edit(min(start, len(text)), min(start + length, len(text)), "x")
        if not meet([edit], kept):
            kept.append(edit)
    assert applied(text, kept) == applied(text, kept[::-1])
    assert applied(text, kept).count("x") == len(kept)


def test_edits_that_touch_meet() -> None:
    assert Edit(0, 2, "").meets(Edit(2, 3, ""))
    assert not Edit(0, 2, "").meets(Edit(3, 3, "a"))
