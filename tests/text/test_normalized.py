"""What may differ between a quotation and its source is evened out, and nothing else."""

import re
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.text import normalized as module
from claimtrack.text.normalized import (
    DASHES,
    DOUBLE_QUOTES,
    PASSED_OVER,
    SINGLE_QUOTES,
    Normalized,
    without_zero_width,
)

UGLY = st.text(
    st.sampled_from(
        "aé “”'’–-  \n\t\u200b\u00ad\u202e\u0301\u0316\u212b\u1100\u1161\u11a8각e\ufeff"
    )
    | st.characters(exclude_categories=["Cs"])
)


def norm(text: str) -> str:
    return Normalized.of(text).text


@pytest.mark.parametrize("mark", DOUBLE_QUOTES)
def test_double_quotation_marks_are_plain(mark: str) -> None:
    assert norm(f"a {mark}b") == 'a "b'


@pytest.mark.parametrize("mark", SINGLE_QUOTES)
def test_single_quotation_marks_and_apostrophes_are_plain(mark: str) -> None:
    assert norm(f"a{mark}b") == "a'b"


@pytest.mark.parametrize("mark", DASHES)
def test_dashes_are_plain(mark: str) -> None:
    assert norm(f"a{mark}b") == "a-b"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a\u00a0b", "a b", id="no-break-space"),
        pytest.param("a\u2009b\u202fc", "a b c", id="thin-spaces"),
        pytest.param("a \u00a0\t\r\n  b", "a b", id="run"),
        pytest.param("a\nb", "a b", id="line-break"),
        pytest.param("a\u200bb", "ab", id="zero-width"),
        pytest.param("a \u200b b", "a b", id="zero-width-in-a-run"),
        pytest.param("\ufeff\u200ea", "a", id="marks-at-the-beginning"),
        pytest.param("co\u00adoperate", "cooperate", id="soft-hyphen"),
        pytest.param("cafe\u0301", "café", id="nfc"),
        pytest.param("e\u200b\u0301", "é", id="nfc-over-zero-width"),
        pytest.param("\u212b", "Å", id="singleton"),
        pytest.param("क\u212b", "कÅ", id="singleton-beside-a-settled-letter"),
        pytest.param("\u1100\u1161\u11a8", "각", id="jamo"),
        pytest.param("가\u11a8", "각", id="jamo-after-a-syllable"),
        pytest.param("か\u3099", "が", id="kana"),
        pytest.param("e\u0316\u0301", "é\u0316", id="marks-in-order"),
        pytest.param("مي\u200cخواهم", "ميخواهم", id="zero-width-non-joiner"),
    ],
)
def test_what_makes_no_difference_is_evened_out(text: str, expected: str) -> None:
    assert norm(text) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Bomb", "bomb", id="case"),
        pytest.param("cafe", "café", id="accent"),
        pytest.param("…", "...", id="ellipsis"),
        pytest.param("--", "—", id="two-hyphens"),
        pytest.param("''", '"', id="two-apostrophes"),
        pytest.param("‘a’", "“a”", id="single-and-double"),
        pytest.param("ﬁ", "fi", id="ligature"),
        pytest.param("a.", "a", id="full-stop"),
        pytest.param("²", "2", id="superscript"),
        pytest.param("ab", "a b", id="space"),
        pytest.param("٧", "7", id="arabic-digit"),
    ],
)
def test_what_makes_a_difference_is_kept(one: str, other: str) -> None:
    assert norm(one) != norm(other)


@given(UGLY)
def test_to_normalize_twice_is_to_normalize_once(text: str) -> None:
    assert norm(norm(text)) == norm(text)


@given(UGLY)
def test_a_normalized_text_is_in_nfc(text: str) -> None:
    assert unicodedata.is_normalized("NFC", norm(text))


@given(UGLY)
def test_normalizing_is_nfc_folding_and_replacing(text: str) -> None:
    plain = unicodedata.normalize("NFC", without_zero_width(text))
    for marks, instead in ((DOUBLE_QUOTES, '"'), (SINGLE_QUOTES, "'"), (DASHES, "-")):
        plain = re.sub(f"[{re.escape(marks)}]", instead, plain)
    assert norm(text) == re.sub(r"\s+", " ", plain)


@given(UGLY)
def test_every_character_stands_for_a_stretch_of_the_original_in_order(text: str) -> None:
    normalized = Normalized.of(text)
    ends = 0
    for index in range(len(normalized.text)):
        start, end = normalized.original_start(index), normalized.original_end(index)
        assert start < end <= len(text)
        assert start >= ends or start == normalized.original_start(index - 1)
        assert normalized.text[index] in norm(text[start:end])
        ends = end


def test_the_characters_that_are_not_looked_at_are_settled() -> None:
    doubtful = re.compile(module._DOUBTFUL)  # noqa: SLF001 - a table that must be right
    characters = [chr(n) for n in range(sys.maxunicode + 1) if not 0xD800 <= n < 0xE000]
    parts = [unicodedata.decomposition(c).split() for c in characters]
    second = {chr(int(p[1], 16)) for p in parts if len(p) == 2 and not p[0].startswith("<")}
    settled = [c for c in characters if not doubtful.match(c) and not c.isspace()]
    assert len(settled) > 40_000
    unsettled = [
        c
        for c in settled
        if unicodedata.combining(c) or c in second or unicodedata.normalize("NFC", c) != c
    ]
    assert unsettled == []


def test_what_is_passed_over_takes_no_room() -> None:
    taken = [chr(n) for n in range(0x10000) if re.match(f"[{PASSED_OVER}]", chr(n))]
    assert {unicodedata.category(character) for character in taken} <= {"Cf", "Mn", "Cn"}


@pytest.mark.parametrize(
    "piece",
    ["“", "'", "\u200b", " \u200b", "\u00a0", "\u0316\u0301", "e\u0301", "\u212b", "핵核", "[…"],
)
def test_a_hostile_text_is_normalized_to_its_end(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    assert norm(f"{text} end").endswith("end")


def test_more_marks_than_writing_knows_begin_a_new_letter() -> None:
    assert norm("e" + "\u0316\u0301" * 20).startswith("é\u0316")
