import pytest

from claimtrack.model.wording import figures, ordinal, plain


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        pytest.param("Page\N{NO-BREAK SPACE} 5 ", "page 5", id="case and space"),
        pytest.param("\N{EXTENDED ARABIC-INDIC DIGIT FIVE}", "5", id="persian digit"),
        pytest.param("5\N{EN DASH}7", "5-7", id="en dash"),
        pytest.param("\N{MINUS SIGN}5", "-5", id="minus"),
        pytest.param("1\N{RIGHT SINGLE QUOTATION MARK}000", "1'000", id="apostrophe"),
        pytest.param("5²", "5²", id="a superscript is no digit"),
        pytest.param("½", "½", id="nor is a fraction"),
    ],
)
def test_characters_with_one_reading_become_plain(text: str, folded: str) -> None:
    assert plain(text) == folded


@pytest.mark.parametrize(
    ("text", "written"),
    [
        pytest.param("zero", "0", id="zero"),
        pytest.param("seven", "7", id="unit"),
        pytest.param("seventeen", "17", id="teen"),
        pytest.param("sixty", "60", id="ten"),
        pytest.param("sixty-six", "66", id="hyphen"),
        pytest.param("ninety nine", "99", id="space"),
        pytest.param("seventh", "seventh", id="an order"),
        pytest.param("someone", "someone", id="part of a word"),
    ],
)
def test_number_words_become_figures(text: str, written: str) -> None:
    assert figures(text) == written


def test_orders_end_as_they_are_spoken() -> None:
    numbers = (1, 2, 3, 4, 10, 11, 12, 13, 21, 22, 23, 100, 101, 111, 112, 1013)
    assert " ".join(map(ordinal, numbers)) == (
        "1st 2nd 3rd 4th 10th 11th 12th 13th 21st 22nd 23rd 100th 101st 111th 112th 1013th"
    )
