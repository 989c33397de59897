"""One date of an EDTF string: its text, its first and last day, and how exact it is."""

import re
from typing import Final

import attrs

from claimtrack.model.calendars import Calendar, YearMonthDay
from claimtrack.model.clocks import Clock, read_clock
from claimtrack.model.datefaults import DateFault
from claimtrack.model.dateunits import MONTH, TIME, YEAR, Unit
from claimtrack.model.dateyears import read_years
from claimtrack.model.dayspans import span_of


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


_PART: Final = re.compile(
    r"([?~%]?)(-?[0-9X]{4}|Y-?[0-9]+(?:E[0-9]+)?)(?:S([0-9]+))?([?~%]?)"
    r"(?:-([?~%]?)([0-9X]{2})([?~%]?)(?:-([?~%]?)([0-9X]{2})([?~%]?))?)?(?:T(.*))?"
)
_MARKED: Final = re.compile(r"[?~%]")
_MARKS: Final = ("", "?", "~", "%")


def read_part(text: str, calendar: Calendar) -> Part:
    """Read one date of a string.

    >>> from claimtrack.model.calendars import GREGORIAN
    >>> read_part("2004-06-1X~", GREGORIAN).last
    (2004, 6, 19)

    Raises `DateFault`.
    """
    match = _PART.fullmatch(text)
    if match is None:
        raise DateFault(
            why="write the year first, as in 2024, 2024-07, 2024-07-31 or 2024-07-31T02:00+03:30"
        )
    year, digits, month, day, clock_text = match.group(2, 3, 6, 9, 11)
    if month and (digits or year.startswith("Y")):
        raise DateFault(why="a year with `Y` or `S` stands alone: leave the month out")
    years = read_years(year, digits or "", calendar=calendar)
    span = span_of(years, month or "", day or "", calendar=calendar)
    fields = [field for field in (f"{year}S{digits}" if digits else year, month, day) if field]
    marks = _marks(match)[: len(fields)] if _MARKED.search(text) else [0] * len(fields)
    clock = None if clock_text is None else _clock(clock_text, fields, marks=marks)
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
    if not any(marks):
        return "-".join(fields)
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
