"""Words are found where they stand, letter for letter, between words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.text.normalized import Normalized
from claimtrack.text.quotes import find, printed, quoted, words


def found(quote: str, text: str) -> list[str]:
    return [printed(match) for match in find(quote, text)]


FOUND = [
    pytest.param("a bomb", "It was a bomb.", "a bomb", id="plain"),
    pytest.param("the regime's", "Of the regime’s men", "the regime’s", id="apostrophe"),
    pytest.param("in 2019 - twice", "in\u00a02019 – twice", "in\u00a02019 – twice", id="dash-nbsp"),
    pytest.param("the Old Plan.", "“Not the Old Plan.”1", "the Old Plan.", id="footnote-outside"),
    pytest.param("the Old Plan", "Not the Old Plan1 now", "the Old Plan", id="footnote-glued"),
    pytest.param("the plan", "Not the plan² now", "the plan", id="footnote-superscript"),
    pytest.param(
        "by ships in Yemen.", "by ships in Yemen.7, 8 Then", "by ships in Yemen.", id="7,8"
    ),
    pytest.param('a "great" man', "He is a “great” man", "a “great” man", id="inner-double"),
    pytest.param("a 'great' man", "“He is a ‘great’ man”", "a ‘great’ man", id="inner-single"),
    pytest.param(
        "this growth [Iran] goes",
        "this growth [Iran] goes on",
        "this growth [Iran] goes",
        id="brackets",
    ),
    pytest.param("Iran", "l’Iran et", "Iran", id="elided-article"),
    pytest.param("Iran", "Iran's foes", "Iran", id="possessive"),
    pytest.param("controlled gun", "a remote-controlled gun", "controlled gun", id="hyphenated"),
    pytest.param("核武器", "以色列核武器问题", "核武器", id="unspaced"),
    pytest.param("“yes”", "‘He said “yes”’", "“yes”", id="marks-in-the-quote"),
    pytest.param("two lines", "two\nlines", "two lines", id="line-break"),
    pytest.param("no\u200b break", "no break", "no break", id="zero-width-in-the-quote"),
    pytest.param("no break", "no\u200b break", "no break", id="zero-width-in-the-text"),
    pytest.param("we […] won", "we have, he said, won it", "we […] won", id="elision"),
    pytest.param("we [...] won", "we have, he said, won it", "we […] won", id="elision-dots"),
    pytest.param("[…] won […]", "we won it", "won", id="elision-at-the-ends"),
    pytest.param("a[…]c[…]e", "a b c d e", "a […] c […] e", id="elisions"),
    pytest.param("said […] more", "said […] and more", "said […] more", id="elision-printed"),
]


@pytest.mark.parametrize(("quote", "text", "expected"), FOUND)
def test_words_are_found_and_given_as_printed(quote: str, text: str, expected: str) -> None:
    assert found(quote, text) == [expected]


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        pytest.param("bomb", "bombing", id="word-goes-on"),
        pytest.param("bomb", "firebomb", id="word-began-before"),
        pytest.param("we can", "we can't", id="negation"),
        pytest.param("Sana", "Sana’a", id="apostrophe-within"),
        pytest.param("1", "killed 1,000", id="thousands"),
        pytest.param("000", "killed 1,000", id="thousands-end"),
        pytest.param("in 1990", "in 1990-2000", id="range"),
        pytest.param("1", "killed 12", id="digits"),
        pytest.param("5", "2.5", id="decimal"),
        pytest.param("3", "3rd", id="ordinal"),
        pytest.param("a bomb", "A bomb", id="case"),
        pytest.param("a bomb", "a, bomb", id="comma"),
        pytest.param("won […] we", "we won", id="elision-out-of-order"),
        pytest.param("we […] we", "we won", id="elision-twice-the-same"),
        pytest.param("a […] bomb", "a bombing", id="elision-word-goes-on"),
        pytest.param("a ... bomb", "a big bomb", id="dots-are-no-elision"),
        pytest.param("", "a bomb", id="nothing"),
        pytest.param("[…]", "a bomb", id="only-an-elision"),
        pytest.param(" \u200b", "a bomb", id="only-white-space"),
    ],
)
def test_other_words_are_not_found(quote: str, text: str) -> None:
    assert found(quote, text) == []


def test_every_occurrence_is_found_in_order() -> None:
    text = "The gate. The gate’s guard, the gate. The gate"
    assert [match.start for match in find("The gate", text)] == [0, 10, 38]


def test_occurrences_do_not_overlap() -> None:
    assert len(find("a a", "a a a a a")) == 2


def test_a_match_gives_its_place_in_the_original() -> None:
    text = "x \u00a0 “two\u200b  words” y"
    (match,) = find("two words", Normalized.of(text))
    assert text[match.start : match.end] == "two\u200b  words"


def test_no_more_matches_than_asked_for_are_given() -> None:
    assert len(find("a", "a " * 50, limit=3)) == 3
    assert len(find("a", "a " * 5000)) == 1000


@given(
    st.lists(st.sampled_from(["a", "bomb", "it’s", "“x”", "–", "1,000", "né"]), min_size=1),
    st.data(),
)
def test_any_run_of_whole_words_is_found_where_it_was_taken(
    tokens: list[str], data: st.DataObject
) -> None:
    first = data.draw(st.integers(0, len(tokens) - 1))
    last = data.draw(st.integers(first, len(tokens) - 1))
    text = "\u00a0 ".join(tokens)
    start = len("\u00a0 ".join(tokens[:first])) + (2 if first else 0)
    taken = " ".join(tokens[first : last + 1])
    starts = [match.start for match in find(taken, text[start:])]
    assert starts[0] == 0


@given(st.text("ab '’1,", max_size=12), st.text("ab '’1,", max_size=30))
def test_what_is_found_is_equal_once_normalized(quote: str, text: str) -> None:
    for match in find(quote, text):
        same = Normalized.of(text[match.start : match.end]).text
        assert same == Normalized.of(quote).text.strip()


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("one", 1),
        ("The regime’s “great” foe", 4),
        ("so-called", 1),
        ("war—peace", 2),
        ("a – b", 2),
        ("one […] two [...] three", 3),
        ("one\u00a0two\nthree", 3),
        ("1,000 men.", 2),
        ("? !", 0),
    ],
)
def test_words_are_counted_without_marks_and_elisions(text: str, count: int) -> None:
    assert words(text) == count


@pytest.mark.parametrize(
    ("quote", "text", "expected"),
    [
        ("we won", "He said “we won” today.", True),
        ("today", "He said “we won” today.", False),
        ("we […] it", "“We won, we did,” he said. “All of it.”", True),
        ("did […] said", "“We won, we did,” he said. “All of it.”", False),
    ],
)
def test_a_match_is_quoted_where_all_of_it_stands_in_quotation_marks(
    quote: str, text: str, *, expected: bool
) -> None:
    (match,) = find(quote, text)
    assert quoted(match) is expected


@pytest.mark.parametrize("piece", ["a ", "a", "a'b ", "1,", "“", "[…", "핵", "a b […] "])
@pytest.mark.parametrize("quote", ["a", "1", "“", "a […] z", "a " * 500])
def test_a_hostile_text_is_searched_to_its_end(piece: str, quote: str) -> None:
    text = Normalized.of(piece * (200_000 // len(piece)) + " the end")
    find(quote, text)
    find(text.text[:1000], text)
    assert len(find("the end", text)) == 1
