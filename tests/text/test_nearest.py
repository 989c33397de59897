"""The nearest words are those that a person would point to, or none."""

import pytest

from claimtrack.text.nearest import LEAST_SCORE, Near, nearest

STORY = (
    "The harbour master left early.",
    "According to the guard, “a grey van with two men stood by the northern gate at dusk.”4",
    "Nobody had seen the men before.",
)


@pytest.mark.parametrize(
    ("quote", "number", "text"),
    [
        pytest.param("The harbor master", 1, "The harbour master", id="spelling"),
        pytest.param("according to", 2, "According to", id="case"),
        pytest.param(
            "a gray van with men stood", 2, "“a grey van with two men stood", id="word-left-out"
        ),
        pytest.param(
            "Nobody had ever seen the men", 3, "Nobody had seen the men", id="word-too-many"
        ),
        pytest.param("harbours", 1, "harbour", id="one-word"),
    ],
)
def test_the_nearest_words_are_given_as_printed(quote: str, number: int, text: str) -> None:
    near = nearest(quote, STORY)
    assert near is not None
    assert (near.paragraph, near.text) == (number, text)
    assert LEAST_SCORE <= near.score <= 1


@pytest.mark.parametrize(
    "quote",
    [
        pytest.param("submarines exploded overnight", id="nothing-like-it"),
        pytest.param("xy", id="too-short"),
        pytest.param("", id="nothing"),
        pytest.param("the men " * 100, id="too-long"),
        pytest.param("qqq", id="no-letters-in-common"),
    ],
)
def test_nothing_is_given_where_nothing_is_near(quote: str) -> None:
    assert nearest(quote, STORY) is None


def test_words_that_are_there_have_the_full_score() -> None:
    assert nearest("the men before.", STORY) == Near(3, "the men before.", 1.0)


def test_letters_that_change_length_with_their_case_move_nothing() -> None:
    near = nearest("in İstanbul todaz", ("He was in İstanbul today.",))
    assert near is not None
    assert near.text == "in İstanbul today."


def test_a_text_without_paragraphs_has_nothing_near() -> None:
    assert nearest("the men", ()) is None


@pytest.mark.parametrize("piece", ["a b c ", "the men ", "“", "e\u0301"])
def test_a_hostile_text_is_searched_to_its_end(piece: str) -> None:
    words = "every last of these seven words ends it"
    near = nearest(words, (piece * (200_000 // len(piece)), f"{words} all"))
    assert near is not None
    assert (near.paragraph, near.text) == (2, words)
