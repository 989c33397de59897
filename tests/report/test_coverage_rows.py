from __future__ import annotations

import pytest
from attrs import evolve

from claimtrack.analysis.coverage import Coverage, coverage_of
from claimtrack.corpus.index import Utterance
from claimtrack.corpus.texts import FoundText, MissingText, SourceText
from claimtrack.model.attributions import Attribution
from claimtrack.model.claims import Claim, Version
from claimtrack.model.locators import Locator
from claimtrack.model.sources import PassedOver, Source
from claimtrack.report.coverage import coverage_rows, runs, total_rows
from claimtrack.report.measure import columns
from claimtrack.report.rows import plain_text, text_of

CLAIM = Claim(id="it", question="What?", versions={"one": Version(statement="One.")})
LINES = (
    "Skip to content",
    "The ferry left the harbour on Monday with ninety passengers and never arrived anywhere else.",
    "“Nobody saw it,” said the pilot.",
    "It was found on Tuesday.",
)
TEXT = FoundText(file="log.txt", text="\n".join(LINES), paragraphs=LINES, agrees=True)
DRIFTED = FoundText(file="log.txt", text="One.", paragraphs=("One.",), agrees=False)
ABSENT = MissingText(file="log.txt", reason="absent", message='"log.txt" is nowhere: put it there')


def coverage(text: SourceText | None, *read: str, passed: tuple[str, ...] = ()) -> Coverage:
    over = tuple(PassedOver(at=Locator.parse(at), reason="site\nnavigation") for at in passed)
    source = evolve(Source(id="log", title="The log of the harbour"), passed_over=over)
    said = [
        Attribution(speaker="author", stance="asserts", source="log", at=Locator.parse(at))
        for at in read
    ]
    return coverage_of(source, [Utterance(CLAIM, "one", item) for item in said], text)


def shown(told: Coverage, *, width: int = 60, picture: bool = False) -> str:
    return text_of(coverage_rows(told, width=width, picture=picture))


TOLD = coverage(TEXT, *["paragraphs 2-3"] * 9, "paragraph 3", "page 4", passed=("paragraph 1",))


def test_every_paragraph_has_a_line_with_its_beginning() -> None:
    assert (
        shown(TOLD)
        == """\
log: The log of the harbour
  1  passed over      (site navigation) Skip to content
  2   9 attributions  The ferry left the harbour on Monday…
  3  10 attributions  “Nobody saw it,” said the pilot.
  4  UNREAD           It was found on Tuesday.
4 paragraphs: 2 read (11 attributions), 1 passed over, 1
  unread (paragraph 4)
not placed in paragraphs: 1 attribution (by page, line or
  time, or without a place)
"""
    )


def test_a_picture_has_a_strip_of_all_paragraphs_and_a_bar_for_each() -> None:
    assert (
        shown(TOLD, width=70, picture=True)
        == """\
log: The log of the harbour
  1 ·██!
    ▁…█ read, · passed over, ! unread
  1           passed over      (site navigation) Skip to content
  2  ■■■■■■+   9 attributions  The ferry left the harbour on Monday…
  3  ■■■■■■+  10 attributions  “Nobody saw it,” said the pilot.
  4           UNREAD           It was found on Tuesday.
4 paragraphs: 2 read (11 attributions), 1 passed over, 1 unread
  (paragraph 4)
not placed in paragraphs: 1 attribution (by page, line or time, or
  without a place)
"""
    )


def test_a_text_that_is_not_there_is_said_and_its_end_is_not_known() -> None:
    told = coverage(ABSENT, "paragraph 5", "paragraph 2", passed=("paragraph 1", "line 8"))
    assert (
        shown(told, width=80, picture=True)
        == """\
log: The log of the harbour
  1 ·█!!█
    ▁…█ read, · passed over, ! unread
    1           passed over    (site navigation)
    2  ■        1 attribution
  3-4           UNREAD
    5  ■        1 attribution
5 paragraphs: 2 read (2 attributions), 1 passed over, 2 unread (paragraphs 3-4)
text not there ("log.txt" is nowhere: put it there): paragraphs after 5 unknown
passed over otherwise than by paragraph: 1 place
"""
    )


def test_a_source_that_names_no_text_is_told_how_to() -> None:
    assert (
        shown(coverage(None, "page 3"), width=100)
        == """\
log: The log of the harbour
0 paragraphs: 0 read (1 attribution), 0 passed over, 0 unread
text not there (the source names none: give `text` its `file` and `sha256`): paragraphs unknown
not placed in paragraphs: 1 attribution (by page, line or time, or without a place)
"""
    )


def test_another_text_and_places_after_its_end_are_told() -> None:
    told = coverage(DRIFTED, "paragraphs 1-4, 7", passed=("paragraph 1",))
    assert (
        shown(told, width=100)
        == """\
log: The log of the harbour
  1  1 attribution, passed over  (site navigation) One.
1 paragraph: 1 read (1 attribution), 0 passed over, 0 unread
"log.txt" is not the text that was read: its sha256 differs
named after the end of the text: paragraphs 2-4, 7
"""
    )


def test_a_strip_has_as_many_rows_as_it_needs() -> None:
    lines = tuple(f"Line {number}." for number in range(1, 101))
    long = FoundText(file="log.txt", text="", paragraphs=lines, agrees=True)
    rows = shown(coverage(long, "paragraphs 1-30"), width=46, picture=True).splitlines()
    assert rows[1:4] == [
        f"    1 {'█' * 30}{'!' * 10}",
        f"   41 {'!' * 40}",
        f"   81 {'!' * 20}",
    ]


def test_a_long_hole_before_a_place_in_a_text_that_is_not_there_takes_one_line() -> None:
    rows = shown(coverage(ABSENT, "paragraph 900000"), width=100, picture=True).splitlines()
    assert rows[1:3] == [
        "  1-899999           UNREAD",
        "    900000  ■        1 attribution",
    ]


@pytest.mark.parametrize("width", [24, 31, 60, 88, 200])
@pytest.mark.parametrize("picture", [False, True], ids=["plain", "picture"])
def test_no_row_is_wider_than_the_page_where_there_is_room_for_words(
    width: int, *, picture: bool
) -> None:
    told = coverage(TEXT, "paragraph 2", passed=("paragraph 1", "paragraph 3"))
    least = 40 if picture else 28
    for row in coverage_rows(told, width=width, picture=picture):
        assert columns(plain_text(row)) <= max(width, least)


def test_a_hole_and_the_rest_differ_in_style() -> None:
    styles = {
        plain_text(row)[2:3]: {style for text, style in row if text.strip()}
        for row in coverage_rows(TOLD, width=60)
    }
    assert "bold red" in styles["4"]
    assert "bold red" not in styles["2"]


def test_many_runs_are_cut() -> None:
    spans = [(number, number) for number in range(1, 200, 2)]
    assert runs(spans).endswith("77, 79 …")
    assert runs(spans[:40]).endswith("77, 79")


TOTALS = {
    "all-there": (
        [coverage(TEXT, "paragraphs 1-2"), coverage(TEXT, passed=("paragraph 1",))],
        "2 sources, 8 paragraphs: 2 read (1 attribution), 1 passed over, 5 unread\n",
    ),
    "one-missing": (
        [TOLD, coverage(ABSENT, "paragraph 1")],
        (
            "2 sources, 5 paragraphs: 3 read (12 attributions), 1 passed over, 1 unread; "
            "1 text not there, so the rest of it is unknown\n"
        ),
    ),
    "all-missing": (
        [coverage(ABSENT), coverage(None)],
        (
            "2 sources, 0 paragraphs: 0 read (0 attributions), 0 passed over, 0 unread; "
            "2 texts not there, so the rest of them is unknown\n"
        ),
    ),
}


@pytest.mark.parametrize(("coverages", "line"), TOTALS.values(), ids=TOTALS.keys())
def test_sources_are_summed_up(coverages: list[Coverage], line: str) -> None:
    assert text_of(total_rows(coverages, width=200)) == line
