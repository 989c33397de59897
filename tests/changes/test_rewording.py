from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.changes.rewording import reworded
from claimtrack.changes.sentence import Sentence
from tests.strategies import texts

LONG = "one two three four five six seven eight nine ten eleven twelve"
CASES = {
    "one-word": ("A bomb fell.", "A missile fell.", "A {-bomb-}{+missile+} fell."),
    "word-added": ("A bomb fell.", "A car bomb fell.", "A {+car +}bomb fell."),
    "word-removed": ("A car bomb fell.", "A bomb fell.", "A {-car -}bomb fell."),
    "two-words": (
        "He said no to them.",
        "She said no to us.",
        "{-He-}{+She+} said no to {-them-}{+us+}.",
    ),
    "mark": ("No, he did.", "No; he did.", "No{-,-}{+;+} he did."),
    "marks-only-between": ("a. b. c d e", "x. y. c d e", "{-a. b-}{+x. y+}. c d e"),
    "all-of-it": ("He fled.", "Nobody stayed there", "{-He fled.-}{+Nobody stayed there+}"),
    "far-from-it": (
        LONG.replace("one", "None"),
        LONG.replace("one", "None").replace("twelve", "dozen"),
        "… eight nine ten eleven {-twelve-}{+dozen+}",
    ),
    "in-the-middle": (
        f"{LONG} {LONG}",
        f"{LONG} and {LONG}",
        "… nine ten eleven twelve {+and +}one two three four …",
    ),
    "without-spaces": ("他在德黑兰遇刺", "他在德黑兰被杀", "他在德黑兰{-遇刺-}{+被杀+}"),
    "space-only": ("two  spaces here", "two spaces here", "{-two  -}{+two +}spaces here"),
    "line-added": ("the end", "the end\n", "the {-end-}{+end\n+}"),
}


@pytest.mark.parametrize(("old", "new", "shown"), CASES.values(), ids=CASES)
def test_what_went_and_came_stands_between_what_stayed(old: str, new: str, shown: str) -> None:
    assert Sentence(reworded(old, new)).text == shown


@given(texts, texts)
def test_what_is_marked_stood_on_that_side(old: str, new: str) -> None:
    for piece in reworded(old, new):
        assert piece.role != "deleted" or piece.text in old
        assert piece.role != "inserted" or piece.text in new


#: Letters of scripts with and without spaces, some of blocks that lie among those without.
LETTERS = st.text("ab .бשअㄅㄆㆠᄀㅋꀀꀁꦗꦮꥠ你かカ각\n", max_size=30)


@given(LETTERS, LETTERS)
def test_what_differs_is_never_shown_as_alike(old: str, new: str) -> None:
    pieces = reworded(old, new)
    assert (old != new) == any(piece.role != "plain" for piece in pieces)


@given(LETTERS, LETTERS)
def test_short_texts_can_be_put_together_again(old: str, new: str) -> None:
    pieces = reworded(old, new)
    if all("…" not in piece.text for piece in pieces):
        assert "".join(piece.text for piece in pieces if piece.role != "inserted") == old
        assert "".join(piece.text for piece in pieces if piece.role != "deleted") == new


def test_a_very_long_text_is_compared_sentence_by_sentence() -> None:
    old = [f"Sentence {n} says {' '.join(f'w{n}x{m}' for m in range(30))}." for n in range(20)]
    new = [text.replace("says", "tells") if n % 9 == 4 else text for n, text in enumerate(old)]
    pieces = reworded(" ".join(old), " ".join(new))
    gone = [old[4], old[13]]
    assert [piece.text.strip() for piece in pieces if piece.role == "deleted"] == gone


def test_a_text_that_is_all_one_sentence_of_many_words_is_shown_as_a_whole() -> None:
    old, new = (" ".join(f"{letter}{n}" for n in range(3000)) for letter in "ab")
    pieces = reworded(f"It began {old} at last.", f"It began {new} at last.")
    assert [piece.role for piece in pieces] == ["deleted", "inserted"]
