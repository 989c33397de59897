"""The calendars: on which day a date of each falls.

A day is a number: 1 is 1 January of the year 1, proleptic Gregorian, as `datetime.date.toordinal`
counts, and years are counted astronomically, so the year before 1 is 0. A calendar gives the day
number of each year's first day and the lengths of its months; everything else follows from these.
"""

from collections.abc import Callable
from datetime import date
from typing import Final, TypeAlias

import attrs

from claimtrack.model import ummalqura

#: A year, a month and a day.
YearMonthDay: TypeAlias = tuple[int, int, int]

_DAYS_IN_400_YEARS: Final = 146_097


@attrs.frozen(kw_only=True)
class Calendar:
    """A calendar, by its CLDR name, with the years for which it is claimed to be right."""

    name: str
    first_year: int
    last_year: int
    #: The day number of a year's first day.
    year_start: Callable[[int], int]
    #: The lengths of a year's months; 0 where a month is left out in that year.
    month_lengths: Callable[[int], tuple[int, ...]]
    #: The greatest length of each month in any year.
    longest_months: tuple[int, ...]

    def has_year(self, year: int) -> bool:
        """Say whether the calendar is known for the year."""
        return self.first_year <= year <= self.last_year

    def days_in_month(self, year: int, month: int) -> int:
        """Return the length of a month, 0 when the year has no such month."""
        lengths = self.month_lengths(year)
        return lengths[month - 1] if 1 <= month <= len(lengths) else 0

    def day_number(self, day: YearMonthDay) -> int:
        """Return the number of a day.

        >>> CALENDARS["persian"].day_number((1397, 1, 1)) == date(2018, 3, 21).toordinal()
        True
        """
        return self.year_start(day[0]) + sum(self.month_lengths(day[0])[: day[1] - 1]) + day[2] - 1


def gregorian_day(number: int) -> YearMonthDay:
    """Return the proleptic Gregorian day of a number, in any year.

    >>> gregorian_day(0)
    (0, 12, 31)
    """
    cycles, rest = divmod(number - 1, _DAYS_IN_400_YEARS)
    day = date.fromordinal(rest + 1)
    return day.year + 400 * cycles, day.month, day.day


_COMMON: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_LEAP: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _gregorian_start(year: int) -> int:
    past = year - 1
    return 365 * past + past // 4 - past // 100 + past // 400 + 1


def _gregorian_months(year: int) -> tuple[int, ...]:
    return _LEAP if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else _COMMON


def _julian_start(year: int) -> int:
    return 365 * (year - 1) + (year - 1) // 4 - 1


def _julian_months(year: int) -> tuple[int, ...]:
    return _LEAP if year % 4 == 0 else _COMMON


# The official Persian year begins with the day of the spring equinox at Tehran. Eight leap years in
# every 33 give the same days from 1178 on; from the end of 1502 astronomical tables and the rule
# part for a year now and then, so that no year after 1501 is claimed.
_PERSIAN_COMMON: Final = (31, 31, 31, 31, 31, 31, 30, 30, 30, 30, 30, 29)
_PERSIAN_LEAP: Final = (31, 31, 31, 31, 31, 31, 30, 30, 30, 30, 30, 30)


def _persian_start(year: int) -> int:
    return 365 * (year - 1) + (8 * year + 21) // 33 + 226_895


def _persian_months(year: int) -> tuple[int, ...]:
    return _PERSIAN_LEAP if (25 * year + 11) % 33 < 8 else _PERSIAN_COMMON


# The tabular calendar of the civil epoch, Friday, 16 July 622, Julian: eleven leap years in thirty
# (2, 5, 7, 10, 13, 16, 18, 21, 24, 26 and 29).
_ISLAMIC_COMMON: Final = (30, 29, 30, 29, 30, 29, 30, 29, 30, 29, 30, 29)
_ISLAMIC_LEAP: Final = (30, 29, 30, 29, 30, 29, 30, 29, 30, 29, 30, 30)


def _islamic_start(year: int) -> int:
    return 354 * (year - 1) + (11 * year + 3) // 30 + 227_015


def _islamic_months(year: int) -> tuple[int, ...]:
    return _ISLAMIC_LEAP if (11 * year + 14) % 30 < 11 else _ISLAMIC_COMMON


def _hebrew_new_moon_day(year: int) -> int:
    months = (235 * year - 234) // 19
    parts = 12_084 + 13_753 * months
    days = 29 * months + parts // 25_920
    return days + 1 if 3 * (days + 1) % 7 < 3 else days


def _hebrew_start(year: int) -> int:
    before, this, after = (_hebrew_new_moon_day(near) for near in (year - 1, year, year + 1))
    if after - this == 356:
        return this + 2 - 1_373_427
    return this + int(this - before == 382) - 1_373_427


# Month 1 is Tishri, as in CLDR; 6 is Adar I, which only leap years have; 7 is Adar or Adar II.
def _hebrew_months(year: int) -> tuple[int, ...]:
    days = _hebrew_start(year + 1) - _hebrew_start(year)
    heshvan = 30 if days % 10 == 5 else 29
    kislev = 29 if days % 10 == 3 else 30
    first_adar = 30 if days > 380 else 0
    return 30, heshvan, kislev, 29, 30, first_adar, 29, 30, 29, 30, 29, 30, 29


#: Years have at most this many digits, so that a day number always fits into 64 bits.
YEAR_DIGITS: Final = 15
_FARTHEST_YEAR: Final = 10**YEAR_DIGITS - 1

GREGORIAN: Final = Calendar(
    name="gregorian",
    first_year=-_FARTHEST_YEAR,
    last_year=_FARTHEST_YEAR,
    year_start=_gregorian_start,
    month_lengths=_gregorian_months,
    longest_months=_LEAP,
)
#: Every calendar by its CLDR name.
CALENDARS: Final = {
    calendar.name: calendar
    for calendar in (
        GREGORIAN,
        Calendar(
            name="persian",
            first_year=1178,
            last_year=1501,
            year_start=_persian_start,
            month_lengths=_persian_months,
            longest_months=_PERSIAN_LEAP,
        ),
        Calendar(
            name="islamic-umalqura",
            first_year=ummalqura.FIRST_YEAR,
            last_year=ummalqura.LAST_YEAR,
            year_start=ummalqura.year_start,
            month_lengths=ummalqura.month_lengths,
            longest_months=(31,) * 12,
        ),
        Calendar(
            name="islamic-civil",
            first_year=1,
            last_year=9999,
            year_start=_islamic_start,
            month_lengths=_islamic_months,
            longest_months=_ISLAMIC_LEAP,
        ),
        Calendar(
            name="hebrew",
            first_year=1,
            last_year=9999,
            year_start=_hebrew_start,
            month_lengths=_hebrew_months,
            longest_months=(30, 30, 30, 29, 30, 30, 29, 30, 29, 30, 29, 30, 29),
        ),
        Calendar(
            name="julian",
            first_year=-9999,
            last_year=9999,
            year_start=_julian_start,
            month_lengths=_julian_months,
            longest_months=_LEAP,
        ),
    )
}
