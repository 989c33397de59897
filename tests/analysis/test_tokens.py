from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.analysis.tokens import joined, tokens
from claimtrack.text.normalized import Normalized

WORDS = {
    "possession": ("Iran’s men", ["Iran", "'s", "men"]),
    "plural-possession": ("the Guards' men", ["the", "Guards", "'", "men"]),
    "apostrophe-inside": ("Shi’ite O'Brien d'Estaing", ["Shi'ite", "O'Brien", "d'Estaing"]),
    "initials": ("U.S. and J. R. Smith", ["U.S.", "and", "J.", "R.", "Smith"]),
    "a-letter-at-the-end-of-a-text": ("Plan B.", ["Plan", "B", "."]),
    "hyphens": ("al-Muhandis, ISIS–K", ["al", "-", "Muhandis", ",", "ISIS", "-", "K"]),
    "handles-and-addresses": (
        "@Arman on https://x.example/A b",
        ["@Arman", "on", "https://x.example/A", "b"],
    ),
    "numbers": ("Quds-2 hit 1,000 of MI6", ["Quds", "-", "2", "hit", "1,000", "of", "MI6"]),
    "nothing": (" \u00a0 ", []),
}


@pytest.mark.parametrize(("text", "words"), WORDS.values(), ids=WORDS.keys())
def test_a_paragraph_is_words_and_marks(text: str, words: list[str]) -> None:
    assert [token.text for token in tokens(text)] == words


BEGINNINGS = {
    "of-a-paragraph": ("Men left", ["Men"]),
    "after-a-full-stop": ("He left. Men came", ["He", "Men"]),
    "after-a-question": ("Why? Because", ["Why", "Because"]),
    "after-a-colon": ("He said: Go", ["He", "Go"]),
    "in-quotation-marks": ("he said “Go” to Men", ["he", "Go"]),
    "in-brackets": ("they (Men) left", ["they", "Men"]),
    "after-the-end-of-a-quotation": ("“Go.” Men left", ["Go", "Men"]),
    "after-the-number-of-a-note": ("It fell.”1 Men left", ["It", "Men"]),
    "not-after-a-title": ("a Gen. Amin left", ["a"]),
    "not-after-initials": ("the U.S. Navy", ["the"]),
    "not-after-a-month": ("on Nov. Friday", ["on"]),
    "not-after-a-comma": ("so, Men left", ["so"]),
    "not-after-a-closing-mark": ("so “we go,” Men said", ["so", "we"]),
}


@pytest.mark.parametrize(("text", "words"), BEGINNINGS.values(), ids=BEGINNINGS.keys())
def test_sentences_and_quotations_begin(text: str, words: list[str]) -> None:
    found = [token.text for token in tokens(text) if token.begins and token.text[0].isalpha()]
    assert found == words


@given(st.text(alphabet="Aa bU.S'’s-\u00a0\"“1@#(é\u0301\u200b", max_size=60))
def test_tokens_hold_every_character_but_white_space(text: str) -> None:
    normalized = Normalized.of(text).text
    assert joined(tokens(text)).replace(" ", "") == "".join(normalized.split())
