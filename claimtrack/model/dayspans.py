"""The first and the last day of a date, from the text of its components."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import attrs

from claimtrack.model.calendars import GREGORIAN, Calendar, YearMonthDay
from claimtrack.model.datefaults import DateFault
from claimtrack.model.dateunits import DAY, MONTH, YEAR, Unit
from claimtrack.model.dateyears import Years
from claimtrack.model.seasons import SEASONS, Season


@attrs.frozen
class Span:
    """The first and the last day that the digits allow, and how exactly they fix the time."""

    first: YearMonthDay
    last: YearMonthDay
    unit: Unit


_MONTH_NAMES: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def span_of(years: Years, month: str, day: str, *, calendar: Calendar) -> Span:
    """Return the days that a year, a month and a day allow; texts that are not given are empty.

    Raises `DateFault`.
    """
    if month in SEASONS:
        return _season_span(years, SEASONS[month], calendar=calendar, has_day=bool(day))
    months = _numbers(month, len(calendar.longest_months))
    if not months:
        raise DateFault(why=_no_such_month(month, calendar))
    days = _numbers(day, 31)
    first = _search(years.values, months, days, calendar=calendar)
    last = _search(years.values[::-1], months[::-1], days[::-1], calendar=calendar)
    if first is None or last is None:
        raise DateFault(why=_no_such_day(years, month, day, calendar=calendar))
    return Span(first, last, _unit(years, month, day))


@lru_cache(maxsize=512)
def _numbers(pattern: str, count: int) -> tuple[int, ...]:
    """Return the numbers from 1 to `count` that two digits or `X` allow; all for no text."""
    return tuple(
        number for number in range(1, count + 1) if not pattern or _fits(pattern, f"{number:02}")
    )


def _fits(pattern: str, text: str) -> bool:
    return all(wanted in ("X", digit) for wanted, digit in zip(pattern, text, strict=True))


def _search(
    years: Sequence[int], months: Sequence[int], days: Sequence[int], *, calendar: Calendar
) -> YearMonthDay | None:
    """Return the first day, in the order given, that the calendar has."""
    least = min(days, default=32)
    possible = [month for month in months if least <= calendar.longest_months[month - 1]]
    if not possible:
        return None
    for year in years:
        lengths = calendar.month_lengths(year)
        for month in possible:
            for day in days:
                if day <= lengths[month - 1]:
                    return year, month, day
    return None


def _unit(years: Years, month: str, day: str) -> Unit:
    if years.unit != YEAR or not month or "X" in month:
        return years.unit
    return MONTH if not day or "X" in day else DAY


def _season_span(years: Years, season: Season, *, calendar: Calendar, has_day: bool) -> Span:
    if calendar is not GREGORIAN:
        raise DateFault(why=f"the {calendar.name} calendar has no seasons: give the months")
    if has_day:
        raise DateFault(
            why="a season has no day: leave out the day, or write a month from 01 to 12"
        )
    carry, month = divmod(season.last_month - 1, 12)
    year = years.values[-1] + carry
    return Span(
        (years.values[0], season.first_month, 1),
        (year, month + 1, GREGORIAN.days_in_month(year, month + 1)),
        season.unit if years.unit == YEAR else years.unit,
    )


def _no_such_month(month: str, calendar: Calendar) -> str:
    seasons = ", seasons from 21 to 41" if calendar is GREGORIAN and "X" not in month else ""
    count = len(calendar.longest_months)
    return f"there is no month {month}: months run from 01 to {count}{seasons}"


def _no_such_day(years: Years, month: str, day: str, *, calendar: Calendar) -> str:
    if day == "00":
        return "days of a month are counted from 01"
    if len(years.values) > 1 or "X" in month:
        return "no day fits it: correct the month or the day"
    year, number = years.values[0], int(month)
    length = calendar.days_in_month(year, number)
    if not length:
        return f"the {calendar.name} year {year} is no leap year and has no month {month}"
    if calendar.name in ("gregorian", "julian"):
        return f"{_MONTH_NAMES[number - 1]} {year} has {length} days"
    return f"month {month} of the {calendar.name} year {year} has {length} days"
