"""The year of an EDTF string in all its forms, as the years that it may be."""

from collections.abc import Sequence
from itertools import product
from typing import Final

import attrs

from claimtrack.model.calendars import YEAR_DIGITS, Calendar
from claimtrack.model.datefaults import DateFault
from claimtrack.model.dateunits import YEAR, Unit, power_of_ten

_DIGITS: Final = "0123456789"


@attrs.frozen
class Years:
    """The years that the text of a year may mean, in ascending order, and how exact it is."""

    values: Sequence[int]
    unit: Unit = YEAR


def read_years(text: str, digits: str, *, calendar: Calendar) -> Years:
    """Read a year such as `2024`, `-0043`, `156X`, `Y170000002` or `Y-17E7`.

    `digits` is the count behind `S`, empty without one: `1950S2` is a year from 1900 to 1999.
    Raises `DateFault`.

    >>> from claimtrack.model.calendars import GREGORIAN
    >>> read_years("Y3388E2", "3", calendar=GREGORIAN).values
    range(338000, 339000)
    """
    if "X" in text:
        if digits:
            raise DateFault(why="`X` and `S` both say which digits are known: use one of them")
        years = _unspecified(text)
    else:
        years = _significant(_value(text), digits)
    for year in (years.values[0], years.values[-1]):
        if not calendar.has_year(year):
            raise DateFault(
                why=f"the {calendar.name} calendar is known for the years "
                f"{calendar.first_year} to {calendar.last_year} only: convert the date"
            )
    return years


def _unspecified(text: str) -> Years:
    pattern = text.removeprefix("-")
    known = pattern.index("X")
    values: Sequence[int]
    if pattern.rstrip("X") == pattern[:known]:
        values = range(int(pattern.replace("X", "0")), int(pattern.replace("X", "9")) + 1)
    else:
        values = [int("".join(d)) for d in product(*(_DIGITS if d == "X" else d for d in pattern))]
    if text.startswith("-"):
        values = [-value for value in reversed(values) if value]
    return Years(values, power_of_ten(len(pattern) - known))


def _significant(year: int, digits: str) -> Years:
    if not digits:
        return Years((year,))
    known = len(str(abs(year)))
    if len(digits) > 2 or not 1 <= int(digits) <= known:
        raise DateFault(why=f"`S` counts the digits that are known: write S1 to S{known} here")
    exponent = known - int(digits)
    low = abs(year) // 10**exponent * 10**exponent
    values = range(low, low + 10**exponent)
    return Years(
        values if year >= 0 else range(1 - low - 10**exponent, 1 - low), power_of_ten(exponent)
    )


def _value(text: str) -> int:
    if not text.startswith("Y"):
        if text == "-0000":
            raise DateFault(why="there is no negative year 0: write 0000, the year before 0001")
        return int(text)
    number, _, zeros = text[1:].partition("E")
    if number.lstrip("-").startswith("0") or zeros.startswith("0"):
        raise DateFault(why="leave out the zeros in front: `Y` takes a plain number")
    if len(zeros) > 2 or len(number.lstrip("-")) + int(zeros or 0) > YEAR_DIGITS:
        raise DateFault(why=f"years have at most {YEAR_DIGITS} digits")
    year = int(number + "0" * int(zeros or 0))
    if abs(year) <= 9999:
        raise DateFault(
            why=f"`Y` is for years of more than four digits: write {'-' * (year < 0)}{abs(year):04}"
        )
    return year
