"""A date that is written otherwise gets advice where it can mean one thing only."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.model.datehints import suggestion
from claimtrack.model.dates import Date

ONE_READING = {
    "31.12.2020": "2020-12-31",
    "12/31/2020": "2020-12-31",
    "12.12.2020": "2020-12-12",
    "2020/12/31": "2020-12-31",
    "2020.12": "2020-12",
    "2020-1-5": "2020-01-05",
    "2020-1": "2020-01",
    "20201231": "2020-12-31",
    "31 December 2020": "2020-12-31",
    "Dec. 31st, 2020": "2020-12-31",
    "December 2020": "2020-12",
    "Sept 2020": "2020-09",
    "c. 1920": "1920~",
    "circa 1920-05": "1920-05~",
    "1920s": "192X",
    "early 2018": "[2018-01..2018-04]",
    "mid-2018": "[2018-05..2018-08]",
    "Late 2018": "[2018-09..2018-12]",
    "2013-2021": "2013/2021",
    "2013 – 2021": "2013/2021",
    "2013 / 2021": "2013/2021",
    "2024-07-31 02:00": "2024-07-31T02:00",
    "2024-07-31t02:00z": "2024-07-31T02:00Z",
    "2024-07-31 02:00:30 +03:30": "2024-07-31T02:00:30+03:30",
    "2004?~": "2004%",
    "199u": "199X",
    "199x": "199X",
    "y170000002": "Y170000002",
    "2004/open": "2004/..",
    "unknown/2006": "/2006",
    "[1667, 1668, 1670..1672]": "[1667,1668,1670..1672]",
    "Persian:1397": "persian:1397",
    " 2020\n": "2020",
}
NO_READING = [
    "11.12.2020",
    "1900s",
    "2000s",
    "31.02.2020",
    "1397/06/30",
    "30.06.1397",
    "1397-6",
    "06.30.1397",
    "hello",
    "",
    "2013-14",
    "spring 2018",
    "31 Foo 2020",
    "1" * 81,
]


@pytest.mark.parametrize("text", ONE_READING)
def test_a_date_of_one_reading_is_given_in_edtf(text: str) -> None:
    assert suggestion(text) == ONE_READING[text]


@pytest.mark.parametrize("text", NO_READING, ids=[repr(text)[:20] for text in NO_READING])
def test_a_date_of_no_or_several_readings_is_not_guessed(text: str) -> None:
    assert suggestion(text) is None


@given(st.text(alphabet="0123456789./- uxst?~") | st.sampled_from(list(ONE_READING)))
def test_what_is_suggested_is_a_date(text: str) -> None:
    found = suggestion(text)
    assert found is None or Date.parse(found).text
