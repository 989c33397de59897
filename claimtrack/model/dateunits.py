"""Units of time: how exact a date is, and what a step of that size leads to."""

from functools import cache
from typing import Final, Literal, TypeAlias

import attrs

from claimtrack.model.calendars import Calendar, YearMonthDay

#: How exactly the digits of a date fix a time; `age` is anything longer than a millennium.
Precision: TypeAlias = Literal[
    "time",
    "day",
    "month",
    "season",
    "quarter",
    "quadrimester",
    "semestral",
    "year",
    "decade",
    "century",
    "millennium",
    "age",
]


@attrs.frozen(kw_only=True)
class Unit:
    """A length of time in years, months and days, of which only one is not 0."""

    precision: Precision
    years: int = 0
    months: int = 0
    days: int = 0

    @property
    def size(self) -> int:
        """How long it is, roughly, in days: for telling which of two units is the coarser."""
        return 366 * self.years + 31 * self.months + self.days


# A time counts as a little less than a day, so that a set of both has the precision of the day.
TIME: Final = Unit(precision="time")
DAY: Final = Unit(precision="day", days=1)
MONTH: Final = Unit(precision="month", months=1)
SEASON: Final = Unit(precision="season", months=3)
QUARTER: Final = Unit(precision="quarter", months=3)
QUADRIMESTER: Final = Unit(precision="quadrimester", months=4)
SEMESTRAL: Final = Unit(precision="semestral", months=6)
YEAR: Final = Unit(precision="year", years=1)

_DECIMAL: Final[tuple[Precision, ...]] = ("year", "decade", "century", "millennium")


@cache
def power_of_ten(exponent: int) -> Unit:
    """Return the unit of ten to the power of `exponent` years.

    >>> power_of_ten(1).precision, power_of_ten(6).precision
    ('decade', 'age')
    """
    precision = _DECIMAL[exponent] if exponent < len(_DECIMAL) else "age"
    return Unit(precision=precision, years=10**exponent)


def widened_start(calendar: Calendar, day: YearMonthDay, unit: Unit) -> int:
    """Return the number of the day that lies one unit before `day`."""
    return _moved(calendar, day, unit=unit, forward=False)


def widened_end(calendar: Calendar, day: YearMonthDay, unit: Unit) -> int:
    """Return the number of the day one unit after `day`: a month's last day after its last."""
    return _moved(calendar, day, unit=unit, forward=True)


def _moved(calendar: Calendar, day: YearMonthDay, *, unit: Unit, forward: bool) -> int:
    sign = 1 if forward else -1
    if unit.days:
        return calendar.day_number(day) + sign * unit.days
    year, month = _month_away(
        calendar, (day[0] + sign * unit.years, day[1]), months=sign * unit.months
    )
    if not calendar.has_year(year):
        return calendar.day_number(day) + sign * unit.size
    length = calendar.days_in_month(year, month)
    is_last = day[2] == calendar.days_in_month(day[0], day[1])
    last = length if forward and is_last else min(day[2], length)
    return calendar.day_number((year, month, last))


def _month_away(calendar: Calendar, month: tuple[int, int], *, months: int) -> tuple[int, int]:
    year, number = month
    count = len(calendar.longest_months)
    step = 1 if months > 0 else -1
    for _ in range(abs(months)):
        number += step
        if not 1 <= number <= count:
            year, number = year + step, 1 if step > 0 else count
        if calendar.has_year(year) and not calendar.days_in_month(year, number):
            number += step
    return year, number
