"""The calendars agree with independent libraries on every year for which they are claimed."""

from collections.abc import Callable
from datetime import date
from itertools import pairwise

import convertdate.hebrew
import convertdate.islamic
import convertdate.julian
import convertdate.persian
import hijridate
import hijridate.ummalqura
import jdatetime
import persiantools.jdatetime
import pyluach.dates
import pytest

from claimtrack.model.calendars import CALENDARS, GREGORIAN, Calendar, gregorian_day

PERSIAN = CALENDARS["persian"]
UMALQURA = CALENDARS["islamic-umalqura"]
CIVIL = CALENDARS["islamic-civil"]
HEBREW = CALENDARS["hebrew"]
JULIAN = CALENDARS["julian"]


def first_days(calendar: Calendar, first: int, last: int) -> list[int]:
    return [
        calendar.day_number((year, month, 1))
        for year in range(first, last + 1)
        for month, days in enumerate(calendar.month_lengths(year), start=1)
        if days
    ]


def persiantools_number(year: int, month: int) -> int:
    day = persiantools.jdatetime.JalaliDate(year, month, 1)  # type: ignore[no-untyped-call]  # theirs
    return int(day.to_gregorian().toordinal())


def jdatetime_number(year: int, month: int) -> int:
    return int(jdatetime.date(year, month, 1).togregorian().toordinal())


@pytest.mark.parametrize("theirs", [persiantools_number, jdatetime_number])
def test_every_persian_month_begins_on_the_day_that_both_libraries_give(
    theirs: Callable[[int, int], int],
) -> None:
    years = range(PERSIAN.first_year, PERSIAN.last_year + 2)
    expected = [theirs(year, month) for year in years for month in range(1, 13)]
    assert first_days(PERSIAN, years[0], years[-1]) == expected


def test_persian_leap_years_are_those_of_the_calendar_in_use() -> None:
    leap = [year for year in range(1370, 1410) if PERSIAN.days_in_month(year, 12) == 30]
    assert leap == [1370, 1375, 1379, 1383, 1387, 1391, 1395, 1399, 1403, 1408]


def test_the_two_persian_libraries_part_right_after_the_claimed_years() -> None:
    after = PERSIAN.last_year + 2
    assert persiantools_number(after, 1) != jdatetime_number(after, 1)


def test_every_umm_al_qura_month_begins_on_the_day_that_hijridate_gives() -> None:
    years = range(UMALQURA.first_year, UMALQURA.last_year + 1)
    expected = [
        hijridate.Hijri(year, month, 1).to_gregorian().toordinal()
        for year in years
        for month in range(1, 13)
    ]
    assert first_days(UMALQURA, years[0], years[-1]) == expected
    end = UMALQURA.year_start(UMALQURA.last_year + 1)
    assert gregorian_day(end - 1) == hijridate.ummalqura.GREGORIAN_RANGE[1]


def test_every_tabular_islamic_month_begins_on_the_day_that_convertdate_gives() -> None:
    expected = [
        date(*convertdate.islamic.to_gregorian(year, month, 1)).toordinal()
        for year in range(1, 2000)
        for month in range(1, 13)
    ]
    assert first_days(CIVIL, 1, 1999) == expected


def test_every_hebrew_month_begins_on_the_day_that_pyluach_gives() -> None:
    expected = sorted(
        pyluach.dates.HebrewDate(year, month, 1).to_pydate().toordinal()
        for year in range(3762, 6500)
        for month in range(
            1, 14 if pyluach.dates.HebrewDate(year, 1, 1).year and leap(year) else 13
        )
    )
    assert first_days(HEBREW, 3762, 6499) == expected


def leap(year: int) -> bool:
    return (7 * year + 1) % 19 < 7


def test_every_hebrew_year_begins_on_the_day_that_convertdate_gives() -> None:
    for year in range(3762, 6500, 7):
        expected = date(*convertdate.hebrew.to_gregorian(year, 7, 1)).toordinal()
        assert HEBREW.year_start(year) == expected


def test_every_julian_month_begins_on_the_day_that_convertdate_gives() -> None:
    expected = [
        date(*convertdate.julian.to_gregorian(year, month, 1)).toordinal()
        for year in range(2, 3000)
        for month in range(1, 13)
    ]
    assert first_days(JULIAN, 2, 2999) == expected


def test_every_gregorian_day_number_is_that_of_the_standard_library() -> None:
    expected = [
        date(year, month, 1).toordinal() for year in range(1, 9999) for month in range(1, 13)
    ]
    assert first_days(GREGORIAN, 1, 9998) == expected


@pytest.mark.parametrize("day", [(-400, 2, 29), (0, 1, 1), (-1, 12, 31), (-(10**15) + 1, 1, 1)])
def test_a_day_long_ago_comes_back_from_its_number(day: tuple[int, int, int]) -> None:
    assert gregorian_day(GREGORIAN.day_number(day)) == day


@pytest.mark.parametrize("calendar", list(CALENDARS.values()), ids=list(CALENDARS))
def test_each_year_begins_the_day_after_the_last_one_ends(calendar: Calendar) -> None:
    first, last = max(calendar.first_year, -9999), min(calendar.last_year, 9999)
    for year, following in pairwise(range(first, last + 1)):
        length = sum(calendar.month_lengths(year))
        assert calendar.year_start(following) == calendar.year_start(year) + length


@pytest.mark.parametrize("calendar", list(CALENDARS.values()), ids=list(CALENDARS))
def test_no_month_is_longer_than_the_longest(calendar: Calendar) -> None:
    for year in range(max(calendar.first_year, 0), min(calendar.last_year, 2000) + 1):
        lengths = calendar.month_lengths(year)
        assert len(lengths) == len(calendar.longest_months)
        assert all(
            days <= most for days, most in zip(lengths, calendar.longest_months, strict=True)
        )


@pytest.mark.parametrize("month", [0, 13, -1, 99])
def test_a_month_that_does_not_exist_has_no_days(month: int) -> None:
    assert GREGORIAN.days_in_month(2024, month) == 0


def test_the_first_adar_is_left_out_in_common_years() -> None:
    assert [HEBREW.days_in_month(year, 6) for year in (5783, 5784)] == [0, 30]
