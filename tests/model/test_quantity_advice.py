import pytest

from claimtrack.model.quantities import InvalidQuantity, Quantity

MEANT = {
    "at least 5": "5+|5 +|5 plus|5 or more|five or more|5 and above|>=5|≥ 5|no fewer than 5|"
    "no less than 5|not less than 5|a minimum of 5|minimum 5|At least 5|at least  5",
    "more than 5": "over 5|above 5|>5|> 5|well over 5|just over 5|greater than 5|in excess of 5",
    "at most 9": "up to 9|up to nine|<=9|≤9|no more than 9|not more than 9|as many as 9|"
    "a maximum of 9|maximum 9|9 or fewer|9 or less",
    "fewer than 9": "less than 9|under 9|below 9|<9",
    "about 6": "approximately 6|around 6|roughly 6|some 6|~6|≈ 6|c. 6|ca 6|circa 6|"
    "an estimated 6|6 or so",
    "nearly 100": "almost 100|close to 100|just under 100|nearly a hundred|almost one hundred",
    "5 to 7": "5-7|5 - 7|5\N{EN DASH}7|between 5 and 7|from 5 to 7|five to seven|7 to 5|5..7",
    "about 5 to 7 %": "about 5-7 %|about 5-7%|around 5% to 7%|about between 5 and 7 %",
    "5": "5 to 5|five|exactly 5|05|5.|5.0|\N{EXTENDED ARABIC-INDIC DIGIT FIVE}| 5 ",
    "7th": "7st|7 th|7-th|7TH|seventh|the seventh|the 7th",
    "10 %": "10%|10 percent|10 per cent|ten percent|10 pct",
    "1000": "1,000|1 000|1'000|1_000|1\N{NARROW NO-BREAK SPACE}000|a thousand|one thousand",
    "1000000": "1,000,000|1.000.000|1 million|a million",
    "2500000": "2.5 million",
    "500000": "five hundred thousand|500 thousand",
    "1234.5": "1,234.50|1,234.5",
    "0.5": ".5|0.50|0.500",
    "-5": "\N{MINUS SIGN}5|minus 5",
    "0": "zero|none|nobody|no one|-0|00",
    "half a dozen": "half dozen|half-dozen|a half-dozen|Half a dozen",
    "more than a dozen": "over a dozen|more than a dozen |more than one dozen|over 1 dozen",
    "a dozen": "dozen|1 dozen|one dozen",
    "two dozen": "2 dozen|two dozens",
    "three dozen": "3 dozen",
    "dozens": "several dozen|a few dozens|dozens of",
    "several hundred": "several hundreds|several hundred of",
    "a couple": "couple|a couple of",
    "a few": "a handful",
}


@pytest.mark.parametrize(
    ("text", "meant"),
    [(text, meant) for meant, texts in MEANT.items() for text in texts.split("|")],
)
def test_another_spelling_is_refused_with_ours(text: str, meant: str) -> None:
    with pytest.raises(InvalidQuantity) as refusal:
        Quantity.parse(text)
    assert refusal.value.suggestion == meant


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("1.500", id="decimal or grouping"),
        pytest.param("1,5", id="decimal comma or list"),
        pytest.param("0,123", id="decimal comma"),
        pytest.param("1,00", id="broken grouping"),
        pytest.param("2024-07", id="month"),
        pytest.param("2024-07-31", id="day"),
        pytest.param("2023-24", id="season"),
        pytest.param("12:30", id="clock time"),
        pytest.param("10-5", id="subtraction"),
        pytest.param("5--7", id="two hyphens"),
        pytest.param("a third", id="fraction or order"),
        pytest.param("½", id="fraction sign"),
        pytest.param("5²", id="superscript"),
        pytest.param("few", id="hardly any"),
        pytest.param("5 or 7", id="alternative"),
        pytest.param("+5", id="at least or plus"),
        pytest.param("one hundred and five", id="long number words"),
        pytest.param("two thousand five hundred", id="compound number words"),
        pytest.param("hundred", id="hundred or hundreds"),
        pytest.param("5 people", id="unit"),
        pytest.param("at least 5 or more", id="twice qualified"),
    ],
)
def test_what_has_two_readings_or_none_is_refused_without_ours(text: str) -> None:
    with pytest.raises(InvalidQuantity) as refusal:
        Quantity.parse(text)
    assert refusal.value.suggestion is None
