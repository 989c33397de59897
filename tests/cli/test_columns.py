"""Marks stand below what they mark, whatever the characters are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.cli.columns import cells, columns, cut, with_whole_runs

ANY = st.text(st.sampled_from("ab 漢é\u0301\u202e\tא1,ن٣🚢"), max_size=60)


@pytest.mark.parametrize(
    ("text", "width"),
    [
        pytest.param("abc", 3, id="latin"),
        pytest.param("漢字", 4, id="wide"),
        pytest.param("ＡＢ", 4, id="full-width"),
        pytest.param("e\u0301", 1, id="combining"),
        pytest.param("नि", 2, id="spacing-vowel"),
        pytest.param("سلام", 4, id="arabic"),
        pytest.param("\u202e", 6, id="escape"),
        pytest.param("\t", 2, id="tab"),
        pytest.param("🚢", 2, id="emoji"),
        pytest.param("", 0, id="nothing"),
    ],
)
def test_columns_are_those_of_a_terminal(text: str, width: int) -> None:
    assert columns(cells(text)) == width


@pytest.mark.parametrize(
    ("line", "place", "widened"),
    [
        pytest.param("name: שלום", (7, 8), (6, 10), id="within-a-run"),
        pytest.param("x שלום 123 y", (3, 4), (2, 10), id="figures-after-a-run"),
        pytest.param("x שלום עולם y", (8, 9), (2, 11), id="two-words-are-one-run"),
        pytest.param("x שלום, y", (2, 3), (2, 6), id="a-comma-after-a-run-is-none-of-it"),
        pytest.param("אב cd הו", (1, 7), (0, 8), id="from-one-run-into-another"),
        pytest.param("أ٣", (1, 2), (0, 2), id="arabic-figures"),
    ],
)
def test_a_part_of_a_right_to_left_run_marks_the_run(
    line: str, place: tuple[int, int], widened: tuple[int, int]
) -> None:
    assert with_whole_runs(line, *place) == widened


@pytest.mark.parametrize(
    ("line", "place"),
    [
        pytest.param("name: שלום", (0, 4), id="before-a-run"),
        pytest.param("name: שלום", (0, 10), id="around-a-run"),
        pytest.param("year 12, 34", (5, 7), id="figures-alone"),
        pytest.param("", (0, 1), id="nothing"),
    ],
)
def test_other_places_stay_as_they_are(line: str, place: tuple[int, int]) -> None:
    assert with_whole_runs(line, *place) == place


@pytest.mark.parametrize(
    ("line", "place", "room", "expected"),
    [
        pytest.param("abcdef", (2, 4), 6, ("abcdef", 2, 2), id="all-of-it"),
        pytest.param("abcdef", (6, 7), 6, ("abcdef", 6, 1), id="after-the-end"),
        pytest.param("abcdefghij", (0, 2), 7, ("abcde…", 0, 2), id="the-end-cut"),
        pytest.param("abcdefghij", (8, 10), 7, ("…fghij", 4, 2), id="the-beginning-cut"),
        pytest.param("abcdefghij", (4, 6), 7, ("…cdefg…", 3, 2), id="both-cut"),
        pytest.param("abcdefghij", (2, 9), 7, ("…cdefg…", 1, 5), id="the-place-itself-cut"),
        pytest.param("漢漢漢漢漢", (2, 3), 7, ("…漢漢…", 3, 2), id="wide-ones-stay-whole"),
    ],
)
def test_a_line_is_cut_around_the_place(
    line: str, place: tuple[int, int], room: int, expected: tuple[str, int, int]
) -> None:
    assert cut(cells(line), place, room) == expected


@given(line=ANY, start=st.integers(0, 70), length=st.integers(1, 70), room=st.integers(20, 40))
def test_a_cut_line_fits_and_its_marks_stand_below_it(
    line: str, start: int, length: int, room: int
) -> None:
    start = min(start, len(line))
    place = with_whole_runs(line, start, start + length)
    shown, before, within = cut(cells(line), place, room)
    assert columns(cells(shown)) <= room
    assert before + within <= room + 1
    assert shown.strip("…") in "".join(text for text, _ in cells(line))
