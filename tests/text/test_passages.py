"""Words are looked up in the paragraphs that a locator names, and told where they are instead."""

import pytest

from claimtrack.model.locators import Locator
from claimtrack.text.passages import named, occurrences, occurs, where
from claimtrack.text.quotes import printed

STORY = (
    "The gate was open.",
    "“Nobody was there,” the guard",
    "said later. The gate was shut.",
    "A ship left the bay.",
    "Nobody was there.",
)


@pytest.mark.parametrize(
    ("quote", "at"),
    [
        pytest.param("The gate was open.", "paragraph 1", id="one"),
        pytest.param("The gate", "paragraphs 1, 3", id="either"),
        pytest.param("the guard said later", "paragraphs 2-3", id="over-the-border"),
        pytest.param("was there […] was shut", "paragraphs 2-3", id="elision-over-the-border"),
        pytest.param("was open […] the bay", "paragraphs 1, 4", id="elision-over-a-gap"),
        pytest.param("A ship", "page 12", id="page"),
        pytest.param("A ship", "paragraphs 4-900", id="more-than-there-are"),
    ],
)
def test_words_occur_in_the_named_paragraphs(quote: str, at: str) -> None:
    assert occurs(quote, STORY, Locator.parse(at))


@pytest.mark.parametrize(
    ("quote", "at"),
    [
        pytest.param("A ship", "paragraph 1", id="another"),
        pytest.param("the guard said later", "paragraph 2", id="half"),
        pytest.param("was open. A ship", "paragraphs 1, 4", id="over-a-gap"),
        pytest.param("the bay […] was open", "paragraphs 1, 4", id="out-of-order"),
        pytest.param("A ship", "paragraph 9", id="beyond-the-text"),
        pytest.param("was open […] the bay", "paragraph 1", id="elision-beyond-the-named"),
        pytest.param("a boat", "page 12", id="nowhere"),
    ],
)
def test_words_do_not_occur_elsewhere(quote: str, at: str) -> None:
    assert not occurs(quote, STORY, Locator.parse(at))


def test_occurrences_are_given_as_printed() -> None:
    matches = occurrences('there," the guard said', STORY, Locator.parse("paragraphs 2-3"))
    assert [printed(match) for match in matches] == ["there,” the guard said"]


@pytest.mark.parametrize(
    ("quote", "numbers"),
    [
        ("Nobody was there", (2, 5)),
        ("the gate", ()),
        ("The gate", (1, 3)),
        ("the guard said", (2, 3)),
        ("was open […] the bay", (1, 4)),
        ("was shut. A ship", (3, 4)),
        ("a boat", ()),
    ],
)
def test_it_is_told_where_words_stand(quote: str, numbers: tuple[int, ...]) -> None:
    assert where(quote, STORY) == numbers


def test_a_locator_that_names_no_paragraphs_names_all() -> None:
    assert named(Locator.parse("time 00:11:23"), 3) == (1, 2, 3)


def test_an_empty_text_holds_nothing() -> None:
    assert where("a", ()) == ()
    assert not occurs("a", (), Locator.parse("paragraph 1"))
