"""A date is a value with one text form, honest attributes and a place in a listing."""

import copy
import pickle
import string
from contextlib import suppress

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimtrack.model.calendars import CALENDARS
from claimtrack.model.datefaults import DateFault
from claimtrack.model.dates import Date, InvalidDate
from claimtrack.model.edtf import read_expression

START = "write the year first, as in 2024, 2024-07, 2024-07-31 or 2024-07-31T02:00+03:30"
GOOD = [
    *(
        "2024-07-31",
        "2024-08",
        "2018~",
        "2020?",
        "2013/2021",
        "../2020",
        "2020/..",
        "/2020",
        "2020/",
    ),
    *("[2018-01..2018-04]", "2024-07-XX", "2018-21", "2024-07-31T02:00+03:30", "[..2020]", "XXXX"),
    *("persian:1397", "persian:1397-06-31~", "islamic-umalqura:1446-01-25", "-0043-03-15", "192X?"),
    *(
        "{1960,1961-12}",
        "{1670..1672}",
        "1950S2",
        "Y-17E7",
        "?2004-06-~11",
        "156X-12-25",
        "2004-06~-11",
    ),
    *(
        "2024-07-31T02:00",
        "2024-07-31T02:00:30Z",
        "hebrew:5784/5785",
        "[1667,1760-12..]",
        "{..1984}",
    ),
]

digits = st.sampled_from(string.digits + "X")
marks = st.sampled_from(["", "", "", "?", "~", "%"])


@st.composite
def plain_texts(draw: st.DrawFn) -> str:
    year = draw(st.sampled_from(["19", "20", "1X", "XX", "-0"])) + draw(digits) + draw(digits)
    month = draw(
        st.sampled_from(["01", "02", "06", "12", "XX", "1X", "X2", "21", "24", "30", "41"])
    )
    day = draw(st.sampled_from(["01", "28", "29", "30", "31", "XX", "1X", "X1"]))
    fields = [year, month, day][: draw(st.integers(1, 3))]
    return "-".join(draw(marks) + field + draw(marks) for field in fields)


@st.composite
def date_texts(draw: st.DrawFn) -> str:
    one, other = draw(plain_texts()), draw(plain_texts())
    body = draw(
        st.sampled_from(
            [
                one,
                f"{one}/{other}",
                f"../{one}",
                f"{one}/",
                f"[{one},{other}]",
                f"{{{one}..{other}}}",
            ]
        )
    )
    return draw(st.sampled_from(["", "", "", "persian:", "julian:", "hebrew:"])) + body


@given(date_texts())
@example("~2004-06-11?")
@example("[1760-12,1760-01..]")
def test_a_date_reads_back_from_its_text_with_all_that_it_is(text: str) -> None:
    try:
        date = Date.parse(text)
    except InvalidDate:
        return
    again = Date.parse(str(date))
    assert again == date
    assert hash(again) == hash(date)
    assert str(again) == str(date)
    assert again.expression == date.expression


PLAIN = r"[0-9]{4}(-[0-4][0-9](-[0-3][0-9])?)?[?~%]?"
TIME = r"T[0-2][0-9](:[0-6][0-9]){1,2}(Z|[+-][01][0-9](:[0-6][0-9])?)?"


@settings(max_examples=400)
@given(
    st.from_regex(rf"{PLAIN}|{PLAIN}/(\.\.)?|(\.\.)?/{PLAIN}|\[\.\.{PLAIN}\]", fullmatch=True)
    | st.from_regex(rf"202[0-9]-[01][0-9]-[0-3][0-9]{TIME}", fullmatch=True)
    | st.from_regex(r"[0-9]{2}[0-9X]X[?~%]?|[0-9]{4}-([01][0-9]-)?XX[?~%]?", fullmatch=True)
)
def test_the_common_forms_are_read_as_in_full(text: str) -> None:
    try:
        canonical = str(read_expression(text))
    except DateFault:
        canonical = ""
    try:
        assert str(Date.parse(text)) == canonical
    except InvalidDate:
        assert not canonical


@given(date_texts())
def test_the_first_day_is_not_after_the_last(text: str) -> None:
    try:
        date = Date.parse(text)
    except InvalidDate:
        return
    if date.earliest and date.latest:
        assert date.earliest <= date.latest


@settings(max_examples=300)
@given(st.text() | st.text(alphabet="0123456789XYES-/.[]{},~?%T:+Z persian"))
@example("\ud800")
@example("persian:" * 100)
@example("Y1E99")
@example("[" * 999)
def test_any_text_is_a_date_or_invalid(text: str) -> None:
    message = ""
    try:
        Date.parse(text)
    except InvalidDate as error:
        message = str(error)
    assert len(message) < 500
    assert message.isprintable()


@pytest.mark.parametrize(
    "text",
    [
        "1" * 100_000,
        "Y" + "1" * 100_000,
        "Y1E" + "9" * 900,
        "[" + ",".join(["XXX1-02-29"] * 64) + "]",
        "[" + ",".join(["XXX1-XX-XX"] * 64) + "]",
        "{" + ",".join(["XXXX-02-29?"] * 64) + "}",
        "hebrew:XXX1-06-30",
        "Y1E14S1",
        "?" * 900,
        " " * 79,
        "1 " * 39,
    ],
    ids=lambda text: text[:20],
)
def test_no_text_is_beyond_an_answer(text: str) -> None:
    with suppress(InvalidDate):
        assert Date.parse(text).sort_key


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2024-02-30", '"2024-02-30" is no date: February 2024 has 29 days'),
        ("31.12.2020", '"31.12.2020" is no date: write 2020-12-31'),
        ("[..\n\x1b]", r'"[..\n\x1b]" is no date: ' + START),
        ("2" * 1001, f'"{"2" * 59}…" is no date: a date has at most 1000 characters'),
    ],
)
def test_the_message_says_what_is_wrong_and_what_to_do(text: str, message: str) -> None:
    with pytest.raises(InvalidDate) as caught:
        Date.parse(text)
    assert str(caught.value) == message


def test_an_error_survives_a_process_boundary() -> None:
    error = InvalidDate("x", "write a date")
    assert str(pickle.loads(pickle.dumps(error))) == str(error)  # noqa: S301 - our own bytes


@pytest.mark.parametrize("text", GOOD)
def test_a_date_is_a_small_frozen_value(text: str) -> None:
    date = Date.parse(text)
    assert repr(date) == f"<Date {text}>"
    assert copy.copy(date) == date
    assert pickle.loads(pickle.dumps(date)) == date  # noqa: S301 - our own bytes
    assert not hasattr(date, "__dict__")
    with pytest.raises(AttributeError):
        date.text = "2020"  # type: ignore[misc]  # it is frozen


@pytest.mark.parametrize(
    ("one", "other"),
    [("2024", "2024?"), ("1397", "persian:1397"), ("2024", "2024-XX"), ("Y17E7", "Y170000000")],
)
def test_dates_that_say_different_things_differ(one: str, other: str) -> None:
    assert Date.parse(one) != Date.parse(other)


def test_dates_have_no_order_of_their_own() -> None:
    with pytest.raises(TypeError):
        sorted([Date.parse("2024"), Date.parse("2023")])


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("2024-07-31T02:00", "time"),
        ("2024-07-31", "day"),
        ("2024-07-31~", "day"),
        ("2024-07-XX", "month"),
        ("2024-07-1X", "month"),
        ("2024-07", "month"),
        ("2024-21", "season"),
        ("2024-33", "quarter"),
        ("2024-37", "quadrimester"),
        ("2024-40", "semestral"),
        ("2024-XX", "year"),
        ("2024-XX-31", "year"),
        ("2024", "year"),
        ("Y-17E7", "year"),
        ("192X", "decade"),
        ("192X-21", "decade"),
        ("156X-12-25", "decade"),
        ("19XX", "century"),
        ("1950S2", "century"),
        ("1XXX-12", "millennium"),
        ("XXXX", "age"),
        ("Y171010000S3", "age"),
        ("2024-07-31/2025", "year"),
        ("[2024-07-31..]", "day"),
        ("persian:1397-06", "month"),
    ],
)
def test_precision_is_what_the_digits_fix(text: str, precision: str) -> None:
    assert Date.parse(text).precision == precision


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("2004", ("known", "known")),
        ("../2004", ("open", "known")),
        ("/2004", ("unknown", "known")),
        ("2004/..", ("known", "open")),
        ("2004/", ("known", "unknown")),
        ("[..2004]", ("open", "known")),
        ("{2004..}", ("known", "open")),
    ],
)
def test_open_and_unknown_ends_are_kept_apart(text: str, states: tuple[str, str]) -> None:
    date = Date.parse(text)
    assert (date.start_state, date.end_state) == states
    assert (date.earliest is None, date.latest is None) == tuple(s != "known" for s in states)


@pytest.mark.parametrize(
    ("text", "uncertain", "approximate"),
    [
        ("2004", False, False),
        ("2004?", True, False),
        ("2004~", False, True),
        ("2004%", True, True),
        ("?2004-06-~11", True, True),
        ("2003~/2004?", True, True),
        ("[2003,2004-~06]", False, True),
    ],
)
def test_qualifiers_anywhere_are_told(text: str, *, uncertain: bool, approximate: bool) -> None:
    date = Date.parse(text)
    assert (date.is_uncertain, date.is_approximate) == (uncertain, approximate)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2004", "date"),
        ("2004/2005", "interval"),
        ("[2004,2005]", "one-of"),
        ("{2004,2005}", "all-of"),
    ],
)
def test_the_kind_says_how_the_dates_belong_together(text: str, kind: str) -> None:
    date = Date.parse(text)
    assert date.kind == kind
    assert date.is_interval == (kind == "interval")
    assert date.is_set == (kind in {"one-of", "all-of"})


@pytest.mark.parametrize(
    ("text", "calendar", "years"),
    [
        ("1397", "gregorian", (1397, 1397)),
        ("139X", "gregorian", (1390, 1399)),
        ("persian:1396/1398", "persian", (1396, 1398)),
        ("../2004", "gregorian", (2004, 2004)),
        ("[1667,1760-12..]", "gregorian", (1667, 1760)),
    ],
)
def test_the_years_are_those_of_its_own_calendar(
    text: str, calendar: str, years: tuple[int, int]
) -> None:
    date = Date.parse(text)
    assert (date.calendar, date.years) == (calendar, years)


def test_a_listing_runs_by_first_day_then_by_last() -> None:
    order = [
        *("../2003", "../2004", "-0044", "2003", "2004-01-01", "2004-01-01T02:00", "2004-01"),
        *("2004", "2004?", "2004/", "2004/..", "persian:1397", "2018-04", "/1999", "/2004"),
    ]
    dates = [Date.parse(text) for text in reversed(order)]
    assert [str(date) for date in sorted(dates, key=lambda date: date.sort_key)] == order


def test_the_places_of_two_dates_are_equal_for_equal_dates_only() -> None:
    keys = {Date.parse(text).sort_key for text in GOOD}
    assert len(keys) == len(GOOD)


@pytest.mark.parametrize("name", list(CALENDARS))
def test_every_day_of_a_calendar_is_read_as_its_day_number(name: str) -> None:
    calendar = CALENDARS[name]
    prefix = "" if name == "gregorian" else f"{name}:"
    year = 1446 if name.startswith("islamic") else 5784 if name == "hebrew" else 1399
    number = calendar.year_start(year)
    for month, days in enumerate(calendar.month_lengths(year), start=1):
        for day in range(1, days + 1):
            date = Date.parse(f"{prefix}{year:04}-{month:02}-{day:02}")
            assert date.earliest == date.latest
            assert date.expression.first_day == number
            number += 1
        with pytest.raises(InvalidDate):
            Date.parse(f"{prefix}{year:04}-{month:02}-{days + 1:02}")
