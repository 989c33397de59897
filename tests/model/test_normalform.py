from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.model.normalform import MAX_MARKS, _is_mark, nfc

#: Letters and marks that compose, reorder, fall apart or stay as they are.
_PIECES = (
    *("a", "e", "\u0301", "\u0323", "\u0344", "\u0f73", "\u093c", "\u0915", "\u0958", "\u00e9"),
    *("\u1100", "\u1161", "\u11a8", "\u212b", "\u2014", "🕊", " ", "\n", "ش", "\u064b", "\u0651"),
)
_texts = st.lists(st.sampled_from(_PIECES), max_size=12).map("".join)
_runs = st.lists(
    st.sampled_from(("\u0301", "\u0323", "\u0344", "\u0f73", "\u093c")), min_size=28, max_size=40
).map("".join)
_texts_with_runs = st.lists(st.one_of(_texts, _runs), max_size=4).map("".join)


@given(st.one_of(st.text(), _texts))
def test_a_text_is_composed(text: str) -> None:
    assert nfc(text) == unicodedata.normalize("NFC", text)


@given(_texts_with_runs)
def test_a_second_time_changes_nothing(text: str) -> None:
    assert nfc(nfc(text)) == nfc(text)


@given(_texts_with_runs)
def test_the_text_stays_equivalent(text: str) -> None:
    decomposed = unicodedata.normalize("NFD", text)
    assert unicodedata.normalize("NFD", nfc(text)) == decomposed


@pytest.mark.parametrize("marks", ["\u0301\u0323", "\u0f73", "\u0344\u0323"])
def test_more_marks_than_a_letter_can_bear_are_kept_as_they_are(marks: str) -> None:
    for size in (MAX_MARKS + 1, 1000 * MAX_MARKS):
        run = (marks * size)[:size]
        assert nfc(f"e\u0301 x{run}e\u0301") == f"\u00e9 x{run}\u00e9"


def test_as_many_marks_as_a_letter_can_bear_are_sorted() -> None:
    run = "\u0301\u0323" * (MAX_MARKS // 2)
    assert nfc(f"x{run}") == unicodedata.normalize("NFC", f"x{run}") != f"x{run}"


def test_signs_that_are_no_marks_are_composed_however_many_they_are() -> None:
    assert nfc("\u2014" * 99 + "\u212a" + "\u2260" * 99) == "\u2014" * 99 + "K" + "\u2260" * 99


def test_every_mark_can_be_in_a_run() -> None:
    every = (chr(code) for code in range(sys.maxunicode + 1))
    marks = [char for char in every if _is_mark(char)]
    assert len(marks) > 900
    assert not [char for char in marks if char.isalnum() or char.isspace() or char.isascii()]
