from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.text.sentences import LONGEST, SHORTEST, broken

LONG = "x" * 40

ENDS = {
    "full stop": "One. Two",
    "exclamation mark": "One! Two",
    "question mark": "One? Two",
    "ellipsis": "One… Two",
    "closing quotation mark": "“One.” Two",
    "plain quotation mark": '"One." Two',
    "apostrophe": "'One.' Two",
    "closing bracket": "(One.) Two",
    "several": "(“One?!”) Two",
    "German quotation mark": "„One.“ Two",
    "before a digit": "One. 2",
    "before an Arabic digit": "One. ۲",
    "before an opening quotation mark": "One. “Two”",
    "before an opening bracket": "One. [Two]",
    "before an opening exclamation mark": "One. ¡Two!",
    "before a title-case letter": "One. ǅ",
    "an abbreviation": "Mr. Smith",
    "nothing but the mark": ". A",
}

NO_ENDS = {
    "before a lower-case letter": "One. two",
    "without a space": "One.Two",
    "before two spaces": "One.  Two",
    "after a tab and a space": "One.\t Two",
    "before a no-break space": "One.\u00a0Two",
    "a comma": "One, Two",
    "a dash between": "One. - Two",
    "at the end": "One.",
    "a space at the end": "One. ",
    "before a letter without case": "One. שניים",
    "nothing but a quotation mark": '" A',
}


@pytest.mark.parametrize("text", ENDS.values(), ids=ENDS)
def test_a_text_breaks_after_a_sentence(text: str) -> None:
    assert len(broken(text)) == 2


@pytest.mark.parametrize("text", NO_ENDS.values(), ids=NO_ENDS)
def test_a_text_breaks_nowhere_else(text: str) -> None:
    assert broken(text) == (text,)


BREAKS = {
    "no longer than the longest": ("a " * 35 + "bb", [LONGEST]),
    "at the last comma": (f"{LONG}, a, {LONG}", [44, 40]),
    "at the last semicolon": (f"{LONG}; a; {LONG}", [44, 40]),
    "at the last colon": (f"{LONG}: a: {LONG}", [44, 40]),
    "at a comma in the last column": (f"{'x' * 71}, {LONG}", [72, 40]),
    "not at a comma behind it": (f"{'x' * 9} {'x' * 62}, {LONG}", [9, 63, 40]),
    "at a comma in the first column": (f"{'x' * 29}, {LONG} x", [30, 42]),
    "not at a comma before it": (f"{'x' * 28}, {LONG} xx", [70, 2]),
    "not at a comma without a space": (f"{'x' * 30},y {LONG} xx", [32, 43]),
    "at the last space": (f"{LONG} {'x' * 31} {LONG}", [72, 40]),
    "at the next space": (f"{'x' * 80} {LONG}", [80, 40]),
    "nowhere": ("x" * 100, [100]),
    "again and again": (f"{'x' * 69} " * 3 + "y", [69, 69, 71]),
    "not beside another space": (f"{LONG}  {'x' * 40} y", [82, 1]),
    "not beside a tab": (f"{LONG}\t {'x' * 40} y", [82, 1]),
}


@pytest.mark.parametrize(("text", "lengths"), BREAKS.values(), ids=BREAKS)
def test_a_long_sentence_breaks(text: str, lengths: list[int]) -> None:
    assert [len(line) for line in broken(text)] == lengths


@given(st.text(st.sampled_from("aB.,:?! \t\u00a0”(1é"), max_size=300))
def test_lines_joined_are_the_text(text: str) -> None:
    assert " ".join(broken(text)) == text


@given(st.text(st.sampled_from("aB.,:?! ”(1é"), max_size=300))
def test_no_line_begins_or_ends_in_space_that_the_text_does_not(text: str) -> None:
    lines = broken(text.strip())
    assert all(line == line.strip(" ") for line in lines)


@given(st.lists(st.text("ab,", min_size=1, max_size=SHORTEST), min_size=1, max_size=40))
def test_no_line_is_longer_than_the_longest_where_words_are_short(words: list[str]) -> None:
    assert all(len(line) <= LONGEST for line in broken(" ".join(words)))
