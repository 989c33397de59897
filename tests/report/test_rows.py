"""Text in rows: where it breaks, how far it is indented, what stands beside what."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.report.measure import columns
from claimtrack.report.rows import beside, indented, plain_text, text_of, wrapped

PIECES = st.lists(
    st.tuples(
        st.text(alphabet=st.sampled_from("ab “”漢、e\u0301\n")),
        st.sampled_from(["", "bold", "dim"]),
    ),
    max_size=8,
)

WRAPPED = {
    "words": (["one two three four five"], "one two three\nfour five\n"),
    "pieces without a space": (["“", ("one two", "dim"), "” and three"], "“one two” and\nthree\n"),
    "spaces between pieces": (["one ", " two"], "one two\n"),
    "a word too long": (["see http://example.org/a/b"], "see\nhttp://example.o\nrg/a/b\n"),
    "line breaks": (["one\n\ntwo"], "one\n\ntwo\n"),
    "han": (["日本語の文章は空白なしに続く。"], "日本語の文章は空\n白なしに続く。\n"),
    "no line begins with a closing mark": (["日本語の文章は空。"], "日本語の文章は\n空。\n"),
    "no line ends with an opening mark": (["日本語の文章は「空」"], "日本語の文章は\n「空」\n"),
    "nothing": ([""], "\n"),
}


@pytest.mark.parametrize(("pieces", "expected"), WRAPPED.values(), ids=WRAPPED)
def test_text_breaks_between_words(pieces: list[str | tuple[str, str]], expected: str) -> None:
    assert text_of(wrapped(pieces, 16)) == expected


def test_a_style_covers_its_words_and_the_spaces_between_them() -> None:
    assert wrapped([("a b", "bold"), " c ", ("d", "dim"), ("e", "dim")], 20) == (
        (("a b", "bold"), (" c ", ""), ("de", "dim")),
    )


def test_rows_after_the_first_hang() -> None:
    rows = wrapped(["one two three four five six"], 20, indent=2, hang=2)
    assert text_of(rows) == "  one two three four\n    five six\n"


@given(PIECES, st.integers(min_value=16, max_value=40), st.integers(min_value=0, max_value=12))
def test_rows_are_no_wider_and_lose_nothing(
    pieces: list[tuple[str, str]], width: int, hang: int
) -> None:
    rows = wrapped(pieces, width, hang=hang)
    assert all(columns(plain_text(row)) <= max(width, hang + 16) for row in rows)
    kept = "".join("".join(map(plain_text, rows)).split())
    assert kept == "".join("".join(text for text, _ in pieces).split())


@given(PIECES, PIECES)
def test_columns_stand_straight(left: list[tuple[str, str]], right: list[tuple[str, str]]) -> None:
    rows = beside([wrapped(left, 20), wrapped(right, 20)], 20)
    for row in rows:
        before = plain_text(row[: [piece for piece, _ in row].index(" | ")])
        assert columns(before) == 20


def test_indenting_leaves_empty_rows_empty() -> None:
    assert indented([(), (("a", ""),)], 2) == ((), (("  ", ""), ("a", "")))
