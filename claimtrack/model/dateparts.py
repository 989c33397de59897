"""One date of an EDTF string: its text, its first and last day, and how exact it is."""

import re
from collections.abc import Sequence
from typing import Final

import attrs

from claimtrack.model.calendars import GREGORIAN, Calendar, YearMonthDay
from claimtrack.model.clocks import Clock, read_clock
from claimtrack.model.datefaults import DateFault
from claimtrack.model.dateunits import DAY, MONTH, TIME, YEAR, Unit
from claimtrack.model.dateyears import Years, read_years
from claimtrack.model.seasons import SEASONS, Season


@attrs.frozen(kw_only=True)
class Part:
    """One date, on its own or as a member of a set or an end of an interval."""

    #: The canonical text, without a calendar.
    text: str
    #: The first and the last day that the digits allow, in the date's own calendar.
    first: YearMonthDay
    last: YearMonthDay
    #: How exactly the digits fix the time.
    unit: Unit
    #: The unit by which its qualifiers widen the date; None without a qualifier.
    leeway: Unit | None
    #: Whether it names one unit of the calendar, so that no digit is left open.
    is_definite: bool
    is_uncertain: bool
    is_approximate: bool
    clock: Clock | None


@attrs.frozen(kw_only=True)
class _Span:
    first: YearMonthDay
    last: YearMonthDay
    unit: Unit


_PART: Final = re.compile(
    r"([?~%]?)(-?[0-9X]{4}|Y-?[0-9]+(?:E[0-9]+)?)(?:S([0-9]+))?([?~%]?)"
    r"(?:-([?~%]?)([0-9X]{2})([?~%]?)(?:-([?~%]?)([0-9X]{2})([?~%]?))?)?(?:T(.*))?"
)
_MARKS: Final = ("", "?", "~", "%")
_ANY_MONTH: Final = range(1, 14)
_ANY_DAY: Final = range(1, 32)
_MONTH_NAMES: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def read_part(text: str, calendar: Calendar) -> Part:
    """Read one date of a string.

    >>> read_part("2004-06-1X~", GREGORIAN).last
    (2004, 6, 19)

    Raises `DateFault`.
    """
    match = _PART.fullmatch(text)
    if match is None:
        raise DateFault(
            why="write the year first, as in 2024, 2024-07, 2024-07-31 or 2024-07-31T02:00+03:30"
        )
    year, digits, month, day = (match[group] or "" for group in (2, 3, 6, 9))
    if month and (digits or year.startswith("Y")):
        raise DateFault(why="a year with `Y` or `S` stands alone: leave the month out")
    years = read_years(year, digits, calendar=calendar)
    if month in SEASONS:
        _check_season(calendar, day)
        span = _season_span(years, SEASONS[month])
    else:
        span = _calendar_span(years, month, day, calendar=calendar)
    fields = [field for field in (f"{year}S{digits}" if digits else year, month, day) if field]
    marks = _marks(match)[: len(fields)]
    clock = None if match[11] is None else _clock(match[11], fields, marks=marks)
    return Part(
        text=_text(fields, marks) + (f"T{clock}" if clock else ""),
        first=span.first,
        last=span.last,
        unit=TIME if clock else span.unit,
        leeway=_leeway(span.unit, marks),
        is_definite="X" not in text and years.unit.years == 1,
        is_uncertain=any(mark & 1 for mark in marks),
        is_approximate=any(mark & 2 for mark in marks),
        clock=clock,
    )


def _marks(match: re.Match[str]) -> list[int]:
    """Return what qualifies each component: 1 uncertain, 2 approximate, 3 both.

    A mark on the left qualifies its component, one on the right also all before it.
    """
    marks = [_MARKS.index(match[group] or "") for group in (1, 5, 8)]
    for position, group in enumerate((4, 7, 10)):
        for index in range(position + 1):
            marks[index] |= _MARKS.index(match[group] or "")
    return marks


def _text(fields: list[str], marks: list[int]) -> str:
    """Write one mark on the right where that says it all, else each component's own on the left."""
    run = next((i for i, mark in enumerate(marks) if mark != marks[0]), len(marks))
    if any(marks[run:]):
        return "-".join(_MARKS[mark] + field for field, mark in zip(fields, marks, strict=True))
    return "-".join(fields[:run]) + _MARKS[marks[0]] + "".join(f"-{rest}" for rest in fields[run:])


def _leeway(unit: Unit, marks: list[int]) -> Unit | None:
    """Return the unit of the component down to which the first run of marks reaches.

    So a date widens by a month for `2004-06~-11`, by a year for `?2004-06-11`, and never by less
    than its own unit.
    """
    if not any(marks):
        return None
    start = next(i for i, mark in enumerate(marks) if mark)
    end = next((i for i in range(start, len(marks)) if not marks[i]), len(marks))
    reached = unit if end == len(marks) else (YEAR, MONTH)[end - 1]
    return max(reached, unit, key=lambda each: each.size)


def _clock(text: str, fields: list[str], *, marks: list[int]) -> Clock:
    if len(fields) < 3 or "X" in "".join(fields):
        raise DateFault(why="a time needs a full day before it, as in 2024-07-31T02:00")
    if any(marks):
        raise DateFault(
            why="a date with a time takes no `?`, `~` or `%`: leave out one or the other"
        )
    return read_clock(text)


def _check_season(calendar: Calendar, day: str) -> None:
    if calendar is not GREGORIAN:
        raise DateFault(why=f"the {calendar.name} calendar has no seasons: give the months")
    if day:
        raise DateFault(
            why="a season has no day: leave out the day, or write a month from 01 to 12"
        )


def _season_span(years: Years, season: Season) -> _Span:
    carry, month = divmod(season.last_month - 1, 12)
    year = years.values[-1] + carry
    length = GREGORIAN.days_in_month(year, month + 1)
    return _Span(
        first=(years.values[0], season.first_month, 1),
        last=(year, month + 1, length),
        unit=max(years.unit, season.unit, key=lambda each: each.size)
        if len(years.values) > 1
        else season.unit,
    )


def _calendar_span(years: Years, month: str, day: str, *, calendar: Calendar) -> _Span:
    count = len(calendar.longest_months)
    months = [m for m in range(1, count + 1) if _fits(month, m)]
    if not months:
        advice = (
            ""
            if "X" in month or count > 12 or calendar is not GREGORIAN
            else ", seasons from 21 to 41"
        )
        raise DateFault(why=f"there is no month {month}: months run from 01 to {count}{advice}")
    days = [d for d in _ANY_DAY if _fits(day, d)]
    first = _search(years.values, months, days, calendar=calendar)
    last = _search(years.values[::-1], months[::-1], days[::-1], calendar=calendar)
    if first is None or last is None:
        raise DateFault(why=_no_such_day(years, month, day, calendar=calendar))
    return _Span(first=first, last=last, unit=_unit(years, month, day))


def _fits(pattern: str, number: int) -> bool:
    return not pattern or all(
        wanted in ("X", digit) for wanted, digit in zip(pattern, f"{number:02}", strict=True)
    )


def _search(
    years: Sequence[int], months: Sequence[int], days: Sequence[int], *, calendar: Calendar
) -> YearMonthDay | None:
    """Return the first day, in the order given, that the calendar has."""
    possible = [m for m in months if any(d <= calendar.longest_months[m - 1] for d in days)]
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


def _no_such_day(years: Years, month: str, day: str, *, calendar: Calendar) -> str:
    if day == "00":
        return "days of a month are counted from 01"
    if len(years.values) > 1 or "X" in month:
        return "no day fits it: correct the month or the day"
    year, number = years.values[0], int(month)
    length = calendar.days_in_month(year, number)
    if not length:
        return f"the {calendar.name} year {year} is no leap year and has no month {month}"
    name = (
        f"{_MONTH_NAMES[number - 1]} {year}"
        if calendar.name in ("gregorian", "julian")
        else f"month {month} of the {calendar.name} year {year}"
    )
    return f"{name} has {length} days"
