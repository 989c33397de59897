"""Words found in a text, and the lines to paste."""

from __future__ import annotations

import pytest

from claimtrack.corpus.texts import paragraphs_of
from claimtrack.model.claims import Claim
from claimtrack.report.places import nearest_place, pasted_rows, place_rows, places, remark
from claimtrack.report.rows import text_of
from claimtrack.text.read import read

TEXT = """\
The fire began at night. The mayor said: \u201cIt was a bomb, I\u2019m sure\u201d of the fire.

Nobody had seen it begin
and nobody had left the ship before the fire was out. \u201cNo: \u201cnever\u201d, not once,\u201d she said.
"""
PARAGRAPHS = paragraphs_of(TEXT)


def test_words_in_quotation_marks_are_a_quote_ready_to_paste() -> None:
    (place,) = places("a bomb, I'm sure", PARAGRAPHS)
    assert (str(place.at), place.quoted, remark(place)) == ("paragraph 1", True, "")
    assert text_of(pasted_rows(place)) == (
        "        at: paragraph 1\n        quote: a bomb, I\u2019m sure\n"
    )


def test_other_words_are_a_cue_at_each_of_their_places() -> None:
    found = places("the fire", PARAGRAPHS)
    assert [str(place.at) for place in found] == ["paragraph 1", "paragraph 3"]
    assert text_of(place_rows(found[0], width=60)) == (
        "paragraph 1: …at night. The mayor said: \u201cIt was a bomb, I\u2019m\n"
        "  sure\u201d of the fire.\n"
    )
    assert remark(found[0]) == "outside quotation marks: a cue, and no quote of what somebody said"
    assert text_of(pasted_rows(found[0])).endswith("        cue: the fire\n")


def test_a_short_paragraph_is_shown_whole() -> None:
    (place,) = places("seen", PARAGRAPHS)
    assert text_of(place_rows(place, width=60)) == "paragraph 2: Nobody had seen it begin\n"


def test_words_may_run_over_paragraphs() -> None:
    (place,) = places("seen it begin and nobody", PARAGRAPHS)
    assert str(place.at) == "paragraphs 2-3"


def test_quotation_marks_around_the_words_are_no_part_of_them() -> None:
    assert places("\u201cIt was a bomb\u201d", PARAGRAPHS) == places("It was a bomb", PARAGRAPHS)


def test_what_is_left_out_stays_out() -> None:
    (place,) = places("The fire […] the mayor said".title(), [TEXT.title()])
    assert place.text == "The Fire […] The Mayor Said"


@pytest.mark.parametrize("words", ["yes: no", "- never", '"x" y', "# 1", "it: " * 30])
def test_what_is_pasted_reads_back_as_the_words(words: str) -> None:
    (place, *_) = places(words, [f"Before {words} after."])
    attribution = (
        "claim: A?\nversions:\n  b:\n    statement: C.\n    attributions:\n"
        "      - speaker: author\n        stance: asserts\n        source: d\n"
        f"{text_of(pasted_rows(place))}"
    )
    document = read(attribution.encode(), kind="claim", id="a")
    assert not document.faults
    assert isinstance(document.record, Claim)
    assert document.record.versions["b"].attributions[0].cue == place.text


def test_a_cue_or_quote_that_is_too_long_is_told() -> None:
    (place,) = places(
        "nobody had left the ship before the fire was out. No never not once",
        ["nobody had left the ship before the fire was out. No never not once"],
    )
    assert remark(place) == "14 words, and a cue has at most 12: leave some out with […]"


def test_the_nearest_wording_has_its_place_and_score() -> None:
    near = nearest_place("It was a bom, I am sure", PARAGRAPHS)
    assert near is not None
    assert str(near[0].at) == "paragraph 1"
    assert near[0].text.startswith("It was a bomb")
    assert 0.8 < near[1] < 1


@pytest.mark.parametrize("words", ["xyzzy", "", "quite another matter altogether"])
def test_nothing_is_found_of_what_is_not_there(words: str) -> None:
    assert places(words, PARAGRAPHS) == ()
    assert nearest_place(words, PARAGRAPHS) is None


def test_long_paragraphs_are_shown_around_the_words() -> None:
    (place,) = places("here", ["a" * 100 + " here " + "b" * 100])
    text = text_of(place_rows(place, width=200))
    assert text == f"paragraph 1: …{'a' * 59} here {'b' * 58}…\n"
