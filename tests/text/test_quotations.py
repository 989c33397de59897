"""What stands in quotation marks is told as a reader would, in the usages of several languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.text.quotations import Quotations


def quotations(text: str) -> list[str]:
    found = Quotations.of(text)
    return [text[start:end] for start, end in zip(found.starts, found.ends, strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("He said “no” twice.", ["“no”"], id="english"),
        pytest.param('He said "no" and "yes".', ['"no"', '"yes"'], id="straight"),
        pytest.param("He said ‘no’ twice.", ["‘no’"], id="single"),
        pytest.param("He said 'no' twice.", ["'no'"], id="straight-single"),
        pytest.param("Er sagte „nein“ und ‚ja‘.", ["„nein“", "‚ja‘"], id="german"),
        pytest.param("Er sagte »nein« und ›ja‹.", ["»nein«", "›ja‹"], id="german-pointed"),
        pytest.param("Il dit « non » et ‹ oui ›.", ["« non »", "‹ oui ›"], id="french"),
        pytest.param("Han sa ”nej” igen.", ["”nej”"], id="swedish"),
        pytest.param("“It’s the regimes’ doing”", ["“It’s the regimes’ doing”"], id="apostrophes"),
        pytest.param("‘It’s his’ he said", ["‘It’s his’"], id="apostrophe-in-single"),
        pytest.param("“He said ‘no’ to us” then", ["“He said ‘no’ to us”"], id="nested"),
        pytest.param("“A real [“hard”] no” then", ["“A real [“hard”] no”"], id="in-brackets"),
        pytest.param("‘He said “no” to us’ then", ["‘He said “no” to us’"], id="nested-british"),
        pytest.param("“He said ‘no” then’ x", ["“He said ‘no”"], id="inner-left-open"),
        pytest.param("« Il dit “non” ici » x", ["« Il dit “non” ici »"], id="nested-double"),
        pytest.param("(“no”) – “yes”1", ["“no”", "“yes”"], id="beside-punctuation"),
        pytest.param("a “b “c” d", ["“c”"], id="opened-twice"),
        pytest.param("a “b c", ["“b c"], id="left-open"),
        pytest.param("“a\n“b” c", ["“a\n“b”"], id="paragraphs-each-opened"),
        pytest.param("“a\n  “b\n“c” d", ["“a\n  “b\n“c”"], id="three-paragraphs"),
        pytest.param("“a\nb” c", ["“a\nb”"], id="closed-in-the-next-line"),
        pytest.param("“a\nb\nc” d", ["“a"], id="a-line-without-marks-ends-it"),
        pytest.param("“a\nb “c” d", ["“a", "“c”"], id="another-begins-in-the-next-line"),
        pytest.param('"a\nb "c" d', ['"a', '"c"'], id="another-straight-one"),
    ],
)
def test_quotations_are_found(text: str, expected: list[str]) -> None:
    assert quotations(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("It’s the regimes’ doing", id="apostrophes"),
        pytest.param("It's the regimes' doing", id="straight-apostrophes"),
        pytest.param("the ‘90s", id="left-open-single"),
        pytest.param("a ‘b\nc’ d", id="single-over-a-line"),
        pytest.param('a 5" gun', id="inches"),
        pytest.param("a” b", id="closed-only"),
        pytest.param("a » b", id="closed-pointed-only"),
        pytest.param("", id="nothing"),
    ],
)
def test_other_marks_make_no_quotation(text: str) -> None:
    assert quotations(text) == []


@pytest.mark.parametrize(
    ("inside", "held"),
    [("no", True), ("“no”", True), ("no” tw", False), ("He", False), ("id “n", False)],
)
def test_a_stretch_is_held_where_one_quotation_has_all_of_it(inside: str, *, held: bool) -> None:
    text = "He said “no” twice."
    start = text.index(inside)
    assert Quotations.of(text).hold(start, start + len(inside)) is held


@given(st.text("ab \n\"“”„«»'‘’‚‹›(", max_size=40))
def test_quotations_are_apart_and_in_order(text: str) -> None:
    found = Quotations.of(text)
    edges = [edge for span in zip(found.starts, found.ends, strict=True) for edge in span]
    assert edges == sorted(edges)
    assert all(0 <= edge <= len(text) for edge in edges)
    assert all(start < end for start, end in zip(found.starts, found.ends, strict=True))


@pytest.mark.parametrize("piece", ["“", '"', "'", "“‘", "„“", "« “", '"a\n', "‘\n"])
def test_a_hostile_text_is_read_to_its_end(piece: str) -> None:
    text = piece * (200_000 // len(piece)) + "\n\n“end”"
    assert Quotations.of(text).hold(len(text) - 4, len(text) - 1)
