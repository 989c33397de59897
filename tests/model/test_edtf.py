"""Every statement of the EDTF text of 2019 is read as it says, and nothing beyond it is."""

import pytest

from claimtrack.model.dates import Date, InvalidDate

Day = tuple[int, int, int]

# What the text gives as an example, and the first and last day that it says or implies.
LEVEL_0: list[tuple[str, Day | None, Day | None]] = [
    ("1985-04-12", (1985, 4, 12), (1985, 4, 12)),
    ("1985-04", (1985, 4, 1), (1985, 4, 30)),
    ("1985", (1985, 1, 1), (1985, 12, 31)),
    ("1985-04-12T23:20:30", (1985, 4, 12), (1985, 4, 12)),
    ("1985-04-12T23:20:30Z", (1985, 4, 12), (1985, 4, 12)),
    ("1985-04-12T23:20:30-04", (1985, 4, 12), (1985, 4, 12)),
    ("1985-04-12T23:20:30+04:30", (1985, 4, 12), (1985, 4, 12)),
    ("1964/2008", (1964, 1, 1), (2008, 12, 31)),
    ("2004-06/2006-08", (2004, 6, 1), (2006, 8, 31)),
    ("2004-02-01/2005-02-08", (2004, 2, 1), (2005, 2, 8)),
    ("2004-02-01/2005-02", (2004, 2, 1), (2005, 2, 28)),
    ("2004-02-01/2005", (2004, 2, 1), (2005, 12, 31)),
    ("2005/2006-02", (2005, 1, 1), (2006, 2, 28)),
]
LEVEL_1: list[tuple[str, Day | None, Day | None]] = [
    ("Y170000002", (170000002, 1, 1), (170000002, 12, 31)),
    ("Y-170000002", (-170000002, 1, 1), (-170000002, 12, 31)),
    ("2001-21", (2001, 3, 1), (2001, 5, 31)),
    ("1984?", (1984, 1, 1), (1984, 12, 31)),
    ("2004-06~", (2004, 6, 1), (2004, 6, 30)),
    ("2004-06-11%", (2004, 6, 11), (2004, 6, 11)),
    ("201X", (2010, 1, 1), (2019, 12, 31)),
    ("20XX", (2000, 1, 1), (2099, 12, 31)),
    ("2004-XX", (2004, 1, 1), (2004, 12, 31)),
    ("1985-04-XX", (1985, 4, 1), (1985, 4, 30)),
    ("1985-XX-XX", (1985, 1, 1), (1985, 12, 31)),
    ("1985-04-12/..", (1985, 4, 12), None),
    ("1985-04/..", (1985, 4, 1), None),
    ("1985/..", (1985, 1, 1), None),
    ("../1985-04-12", None, (1985, 4, 12)),
    ("../1985-04", None, (1985, 4, 30)),
    ("../1985", None, (1985, 12, 31)),
    ("1985-04-12/", (1985, 4, 12), None),
    ("1985-04/", (1985, 4, 1), None),
    ("1985/", (1985, 1, 1), None),
    ("/1985-04-12", None, (1985, 4, 12)),
    ("/1985-04", None, (1985, 4, 30)),
    ("/1985", None, (1985, 12, 31)),
    ("1984~/2004-06", (1984, 1, 1), (2004, 6, 30)),
    ("1984-06-02?/2004-08-08~", (1984, 6, 2), (2004, 8, 8)),
    ("-1985", (-1985, 1, 1), (-1985, 12, 31)),
]
LEVEL_2: list[tuple[str, Day | None, Day | None]] = [
    ("Y-17E7", (-170000000, 1, 1), (-170000000, 12, 31)),
    ("1950S2", (1900, 1, 1), (1999, 12, 31)),
    ("Y171010000S3", (171000000, 1, 1), (171999999, 12, 31)),
    ("Y3388E2S3", (338000, 1, 1), (338999, 12, 31)),
    ("2001-34", (2001, 4, 1), (2001, 6, 30)),
    ("[1667,1668,1670..1672]", (1667, 1, 1), (1672, 12, 31)),
    ("[..1760-12-03]", None, (1760, 12, 3)),
    ("[1760-12..]", (1760, 12, 1), None),
    ("[1760-01,1760-02,1760-12..]", (1760, 1, 1), None),
    ("[1667,1760-12]", (1667, 1, 1), (1760, 12, 31)),
    ("[..1984]", None, (1984, 12, 31)),
    ("{1667,1668,1670..1672}", (1667, 1, 1), (1672, 12, 31)),
    ("{1960,1961-12}", (1960, 1, 1), (1961, 12, 31)),
    ("{..1984}", None, (1984, 12, 31)),
    ("2004-06~-11", (2004, 6, 11), (2004, 6, 11)),
    ("2004?-06-11", (2004, 6, 11), (2004, 6, 11)),
    ("?2004-06-~11", (2004, 6, 11), (2004, 6, 11)),
    ("2004-%06-11", (2004, 6, 11), (2004, 6, 11)),
    ("156X-12-25", (1560, 12, 25), (1569, 12, 25)),
    ("15XX-12-25", (1500, 12, 25), (1599, 12, 25)),
    ("XXXX-12-XX", (0, 12, 1), (9999, 12, 31)),
    ("1XXX-XX", (1000, 1, 1), (1999, 12, 31)),
    ("1XXX-12", (1000, 12, 1), (1999, 12, 31)),
    ("1984-1X", (1984, 10, 1), (1984, 12, 31)),
    ("2004-06-~01/2004-06-~20", (2004, 6, 1), (2004, 6, 20)),
    ("2004-06-XX/2004-07-03", (2004, 6, 1), (2004, 7, 3)),
]
EXAMPLES = LEVEL_0 + LEVEL_1 + LEVEL_2


@pytest.mark.parametrize(
    ("text", "earliest", "latest"), EXAMPLES, ids=[text for text, *_ in EXAMPLES]
)
def test_an_example_of_the_standard_has_the_bounds_that_it_says(
    text: str, earliest: Day | None, latest: Day | None
) -> None:
    date = Date.parse(text)
    assert (date.earliest, date.latest) == (earliest, latest)


@pytest.mark.parametrize("text", [text for text, *_ in EXAMPLES if not text.endswith("-04")])
def test_an_example_of_the_standard_is_canonical(text: str) -> None:
    assert str(Date.parse(text)) == text


SEASONS = {
    21: ((2001, 3, 1), (2001, 5, 31)),
    22: ((2001, 6, 1), (2001, 8, 31)),
    23: ((2001, 9, 1), (2001, 11, 30)),
    24: ((2001, 12, 1), (2002, 2, 28)),
    25: ((2001, 3, 1), (2001, 5, 31)),
    26: ((2001, 6, 1), (2001, 8, 31)),
    27: ((2001, 9, 1), (2001, 11, 30)),
    28: ((2001, 12, 1), (2002, 2, 28)),
    29: ((2001, 9, 1), (2001, 11, 30)),
    30: ((2001, 12, 1), (2002, 2, 28)),
    31: ((2001, 3, 1), (2001, 5, 31)),
    32: ((2001, 6, 1), (2001, 8, 31)),
    33: ((2001, 1, 1), (2001, 3, 31)),
    34: ((2001, 4, 1), (2001, 6, 30)),
    35: ((2001, 7, 1), (2001, 9, 30)),
    36: ((2001, 10, 1), (2001, 12, 31)),
    37: ((2001, 1, 1), (2001, 4, 30)),
    38: ((2001, 5, 1), (2001, 8, 31)),
    39: ((2001, 9, 1), (2001, 12, 31)),
    40: ((2001, 1, 1), (2001, 6, 30)),
    41: ((2001, 7, 1), (2001, 12, 31)),
}


@pytest.mark.parametrize("code", SEASONS)
def test_each_division_of_the_year_has_its_months(code: int) -> None:
    date = Date.parse(f"2001-{code}")
    assert (date.earliest, date.latest) == SEASONS[code]


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("0000", (0, 1, 1), (0, 12, 31)),
        ("-0001", (-1, 1, 1), (-1, 12, 31)),
        ("-0004-02-29", (-4, 2, 29), (-4, 2, 29)),
        ("-19XX", (-1999, 1, 1), (-1900, 12, 31)),
        ("-XXXX", (-9999, 1, 1), (-1, 12, 31)),
        ("-1950S2", (-1999, 1, 1), (-1900, 12, 31)),
        ("0050S1", (50, 1, 1), (59, 12, 31)),
        ("0000S1", (0, 1, 1), (0, 12, 31)),
        ("X9X4", (904, 1, 1), (9994, 12, 31)),
        ("XXXX-02-29", (0, 2, 29), (9996, 2, 29)),
        ("2024-X2-3X", (2024, 12, 30), (2024, 12, 31)),
        ("2024-02-2X", (2024, 2, 20), (2024, 2, 29)),
        ("2024-XX-31", (2024, 1, 31), (2024, 12, 31)),
        ("192X-24", (1920, 12, 1), (1930, 2, 28)),
        ("2023-24", (2023, 12, 1), (2024, 2, 29)),
        ("9999-24", (9999, 12, 1), (10000, 2, 29)),
        ("Y999999999999999", (999999999999999, 1, 1), (999999999999999, 12, 31)),
        ("Y1E14", (10**14, 1, 1), (10**14, 12, 31)),
        ("2004-06/2004", (2004, 6, 1), (2004, 12, 31)),
        ("[2024-07-31]", (2024, 7, 31), (2024, 7, 31)),
        ("2024-07-31T02:00+03:30", (2024, 7, 31), (2024, 7, 31)),
        ("persian:1397", (2018, 3, 21), (2019, 3, 20)),
        ("persian:1397-06-31", (2018, 9, 22), (2018, 9, 22)),
        ("persian:1399-12-30", (2021, 3, 20), (2021, 3, 20)),
        ("persian:139X", (2011, 3, 21), (2021, 3, 20)),
        ("persian:1397-06-31T02:00+03:30", (2018, 9, 22), (2018, 9, 22)),
        ("persian:1396/1397~", (2017, 3, 21), (2019, 3, 20)),
        ("persian:[..1397]", None, (2019, 3, 20)),
        ("islamic-umalqura:1446-01-25", (2024, 7, 31), (2024, 7, 31)),
        ("islamic-civil:1446-01-25", (2024, 8, 1), (2024, 8, 1)),
        ("hebrew:5784-06-30", (2024, 3, 10), (2024, 3, 10)),
        ("hebrew:5784", (2023, 9, 16), (2024, 10, 2)),
        ("julian:1582-10-05", (1582, 10, 15), (1582, 10, 15)),
        ("julian:1500-02-29", (1500, 3, 10), (1500, 3, 10)),
    ],
)
def test_bounds_beyond_the_examples(text: str, earliest: Day | None, latest: Day | None) -> None:
    date = Date.parse(text)
    assert (date.earliest, date.latest) == (earliest, latest)
    assert str(date) == text


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("?2004", "2004?"),
        ("?2004-?06", "2004-06?"),
        ("2004~-~06", "2004-06~"),
        ("~2004-06-11?", "%2004-?06-?11"),
        ("2004?-06~-11", "%2004-~06-11"),
        ("2004-~06", "2004-~06"),
        ("2001-21?", "2001-21?"),
        ("~2001-21", "2001~-21"),
        ("1950S2~", "1950S2~"),
        ("?Y170000002", "Y170000002?"),
        ("[1668,1667]", "[1667,1668]"),
        ("{1667,1667}", "{1667}"),
        ("[..1667,1660]", "[..1667,1660]"),
        ("[1760-12,1760-01..]", "[1760-12,1760-01..]"),
        ("[1668,1667-02-01,1667]", "[1667,1667-02-01,1668]"),
        ("1985-04-12T23:20:30-04", "1985-04-12T23:20:30-04:00"),
        ("1985-04-12T23:20:30+00:00", "1985-04-12T23:20:30Z"),
        ("1985-04-12T23:20+00", "1985-04-12T23:20Z"),
        ("persian:?1397-?06", "persian:1397-06?"),
    ],
)
def test_two_texts_of_one_date_have_one_canonical_form(text: str, canonical: str) -> None:
    assert str(Date.parse(text)) == canonical
    assert Date.parse(text) == Date.parse(canonical)


START = "write the year first, as in 2024, 2024-07, 2024-07-31 or 2024-07-31T02:00+03:30"
MONTHS = "months run from 01 to 12"
PERSIAN_YEARS = "the persian calendar is known for the years 1178 to 1501 only: convert the date"
REFUSED = {
    "": START,
    "hello": START,
    "2024-7X-": START,
    "12345": START,
    "۱۳۹۷": START,
    "2024-07-31\n": "write 2024-07-31",
    "2024-02-30": "February 2024 has 29 days",
    "2023-02-29": "February 2023 has 28 days",
    "2024-04-31": "April 2024 has 30 days",
    "2024-04-00": "days of a month are counted from 01",
    "julian:1500-02-30": "February 1500 has 29 days",
    "persian:1397-12-30": "month 12 of the persian year 1397 has 29 days",
    "hebrew:5783-06-01": "the hebrew year 5783 is no leap year and has no month 06",
    "hebrew:5783-06": "the hebrew year 5783 is no leap year and has no month 06",
    "2024-13": f"there is no month 13: {MONTHS}, seasons from 21 to 41",
    "2024-00": f"there is no month 00: {MONTHS}, seasons from 21 to 41",
    "2024-42": f"there is no month 42: {MONTHS}, seasons from 21 to 41",
    "2024-2X": f"there is no month 2X: {MONTHS}",
    "persian:1397-13": f"there is no month 13: {MONTHS}",
    "hebrew:5784-14": "there is no month 14: months run from 01 to 13",
    "19X1-02-29": "no day fits it: correct the month or the day",
    "XXXX-02-30": "no day fits it: correct the month or the day",
    "2024-XX-4X": "no day fits it: correct the month or the day",
    "persian:1397-21": "the persian calendar has no seasons: give the months",
    "2001-21-01": "a season has no day: leave out the day, or write a month from 01 to 12",
    "persian:1177": PERSIAN_YEARS,
    "persian:1502": PERSIAN_YEARS,
    "persian:1XXX": PERSIAN_YEARS,
    "islamic-umalqura:1501": (
        "the islamic-umalqura calendar is known for the years 1343 to 1500 only: convert the date"
    ),
    "hebrew:0000": "the hebrew calendar is known for the years 1 to 9999 only: convert the date",
    "-0000": "there is no negative year 0: write 0000, the year before 0001",
    "Y2024": "`Y` is for years of more than four digits: write 2024",
    "Y-17": "`Y` is for years of more than four digits: write -0017",
    "Y2E3": "`Y` is for years of more than four digits: write 2000",
    "Y012345": "leave out the zeros in front: `Y` takes a plain number",
    "Y17E07": "leave out the zeros in front: `Y` takes a plain number",
    "Y1E1000000": "years have at most 15 digits",
    "Y1E15": "years have at most 15 digits",
    "Y" + "9" * 16: "years have at most 15 digits",
    "Y170000002-12": "a year with `Y` or `S` stands alone: leave the month out",
    "1950S2-12": "a year with `Y` or `S` stands alone: leave the month out",
    "1950S5": "`S` counts the digits that are known: write S1 to S4 here",
    "1950S0": "`S` counts the digits that are known: write S1 to S4 here",
    "1950S" + "1" * 500: "`S` counts the digits that are known: write S1 to S4 here",
    "195XS2": "`X` and `S` both say which digits are known: use one of them",
    "2024-07T02:00": "a time needs a full day before it, as in 2024-07-31T02:00",
    "2024-07-XXT02:00": "a time needs a full day before it, as in 2024-07-31T02:00",
    "2024-07-31~T02:00": (
        "a date with a time takes no `?`, `~` or `%`: leave out one or the other"
    ),
    "2024-07-31T24:00": (
        "write the time as 02:00 or 02:00:30, up to 23:59:59, then Z or an offset such as +03:30"
    ),
    "2024-07-31T02": (
        "write the time as 02:00 or 02:00:30, up to 23:59:59, then Z or an offset such as +03:30"
    ),
    "2024-07-31T": (
        "write the time as 02:00 or 02:00:30, up to 23:59:59, then Z or an offset such as +03:30"
    ),
    "2024-07-31T02:00-00:00": "an offset of zero is written Z",
    "2024-07-31T02:00-12:30": "offsets run from -12:00 to +14:00",
    "2024-07-31T02:00+14:01": "offsets run from -12:00 to +14:00",
    "2005/2004": "2005 lies after 2004: put the earlier date first",
    "[1672..1670]": "1672 lies after 1670: put the earlier date first",
    "2004/2005/2006": "an interval has one `/`, between its start and its end",
    "/": "an interval needs a date at one end: leave the field out instead",
    "../": "an interval needs a date at one end: leave the field out instead",
    "../..": "an interval needs a date at one end: leave the field out instead",
    "2024-07-31T02:00/2025": "intervals and sets hold days, not times: leave the time out",
    "[2024-07-31T02:00]": "intervals and sets hold days, not times: leave the time out",
    "[2004": "close the set with `]`",
    "{2004]": "close the set with `}`",
    "[": "close the set with `]`",
    "[]": START,
    "[..]": "write a date before or after `..`",
    "[1984,..1960]": "put the member that is open before its date first in the set",
    "[1960..,1984]": "put the member that is open after its date last in the set",
    "[1960/1984]": START,
    "[" + ",".join(["2004"] * 65) + "]": "a set has at most 64 members",
    "2" * 1001: "a date has at most 1000 characters",
    "gregorian:2024": "a Gregorian date takes no calendar in front: leave it out",
    "chinese:2024": (
        "there is no calendar of that name: use persian, islamic-umalqura, islamic-civil, hebrew, "
        "julian, or none for Gregorian"
    ),
}


@pytest.mark.parametrize("text", REFUSED, ids=[repr(text)[:40] for text in REFUSED])
def test_what_is_no_date_is_refused_with_what_to_do(text: str) -> None:
    with pytest.raises(InvalidDate) as caught:
        Date.parse(text)
    assert caught.value.reason == REFUSED[text]
    assert caught.value.text == text
