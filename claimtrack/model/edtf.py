"""The Extended Date/Time Format: a whole string as its calendar, its kind and its dates.

The text followed is that of the Library of Congress of 4 February 2019, levels 0, 1 and 2. Where it
leaves a choice, the choice here is:

- `X` may stand for any digit of a year, a month (01 to 12, never a season) or a day, and some day
  of the calendar must fit; a digit count behind `S` counts from the first digit that is not 0.
- A `Y` year has more than four digits also when written with `E`, and stands without a month.
- A single `..` in a set (`[..1984]`) is open, as in an interval: the text says only "or earlier".
- An interval or a set holds dates without a time. An interval's start may not lie wholly after its
  end, and at least one end is given. A set's open member comes first (`..1984`) or last (`1984..`);
  the order of the others, and repetitions, mean nothing.
- A qualifier may stand on several components; `?2004-?06` and `2004-06?` are the same date.
"""

from typing import Final, Literal, TypeAlias

import attrs

from claimtrack.model.calendars import CALENDARS, GREGORIAN, Calendar
from claimtrack.model.datefaults import DateFault
from claimtrack.model.dateparts import Part, read_part

#: How the dates belong together: a point in time, a lasting state, one of several, all of several.
Kind: TypeAlias = Literal["date", "interval", "one-of", "all-of"]
#: An end of an interval or a range that is no date: it has none, or nobody knows it.
NoEnd: TypeAlias = Literal["open", "unknown"]

MAX_LENGTH: Final = 1000
MAX_MEMBERS: Final = 64

_PREFIXES: Final = tuple(name for name in CALENDARS if name != GREGORIAN.name)
_BRACKETS: Final[dict[str, tuple[str, Kind]]] = {"[": ("]", "one-of"), "{": ("}", "all-of")}


@attrs.frozen
class Stretch:
    """From one date to another; of a single date, both are the same object."""

    start: Part | NoEnd
    end: Part | NoEnd

    @property
    def parts(self) -> tuple[Part, ...]:
        """The dates that are written."""
        ends = (self.start,) if self.start is self.end else (self.start, self.end)
        return tuple(end for end in ends if isinstance(end, Part))


@attrs.frozen(kw_only=True)
class Expression:
    """What the string says: members are several only in a set."""

    calendar: Calendar
    kind: Kind
    members: tuple[Stretch, ...]

    @property
    def parts(self) -> tuple[Part, ...]:
        """Every date that is written, in order."""
        return tuple(part for member in self.members for part in member.parts)

    @property
    def first_day(self) -> int | NoEnd:
        """The number of the first day that it may mean, or why there is none."""
        days = []
        for member in self.members:
            if isinstance(member.start, str):
                return member.start
            days.append(self.calendar.day_number(member.start.first))
        return min(days)

    @property
    def last_day(self) -> int | NoEnd:
        """The number of the last day that it may mean, or why there is none."""
        days = []
        for member in self.members:
            if isinstance(member.end, str):
                return member.end
            days.append(self.calendar.day_number(member.end.last))
        return max(days)

    def __str__(self) -> str:
        prefix = "" if self.calendar is GREGORIAN else f"{self.calendar.name}:"
        if self.kind in ("date", "interval"):
            return prefix + _stretch_text(self.members[0], "/")
        opening, closing = "[]" if self.kind == "one-of" else "{}"
        members = ",".join(_stretch_text(member, "..") for member in self.members)
        return f"{prefix}{opening}{members}{closing}"


def read_expression(text: str) -> Expression:
    """Read a whole string, with its calendar.

    >>> str(read_expression("[1668,1667,1670..1672]"))
    '[1667,1668,1670..1672]'

    Raises `DateFault`.
    """
    if len(text) > MAX_LENGTH:
        raise DateFault(why=f"a date has at most {MAX_LENGTH} characters")
    calendar, body = _calendar_and_rest(text)
    if body[:1] in _BRACKETS:
        closing, kind = _BRACKETS[body[0]]
        if not body.endswith(closing):
            raise DateFault(why=f"close the set with `{closing}`")
        members = _set_members(body[1:-1], calendar)
    elif "/" in body:
        kind, members = "interval", (_interval(body, calendar),)
    else:
        part = read_part(body, calendar)
        kind, members = "date", (Stretch(part, part),)
    return Expression(calendar=calendar, kind=kind, members=members)


def _calendar_and_rest(text: str) -> tuple[Calendar, str]:
    name, colon, body = text.partition(":")
    if not colon or not name.replace("-", "").isalpha():
        return GREGORIAN, text
    if name in _PREFIXES:
        return CALENDARS[name], body
    if name in ("gregorian", "gregory"):
        raise DateFault(why="a Gregorian date takes no calendar in front: leave it out")
    raise DateFault(
        why=f"there is no calendar of that name: use {', '.join(_PREFIXES)}, or none for Gregorian"
    )


def _interval(body: str, calendar: Calendar) -> Stretch:
    start, _, end = body.partition("/")
    if "/" in end:
        raise DateFault(why="an interval has one `/`, between its start and its end")
    stretch = Stretch(*(_end(text, calendar) for text in (start, end)))
    if not stretch.parts:
        raise DateFault(why="an interval needs a date at one end: leave the field out instead")
    _check_order(stretch, calendar)
    return stretch


def _end(text: str, calendar: Calendar) -> Part | NoEnd:
    if not text:
        return "unknown"
    return "open" if text == ".." else _member(text, calendar)


def _member(text: str, calendar: Calendar) -> Part:
    part = read_part(text, calendar)
    if part.clock:
        raise DateFault(why="intervals and sets hold days, not times: leave the time out")
    return part


def _check_order(stretch: Stretch, calendar: Calendar) -> None:
    match stretch:
        case Stretch(Part() as start, Part() as end) if calendar.day_number(
            start.first
        ) > calendar.day_number(end.last):
            raise DateFault(why=f"{start.text} lies after {end.text}: put the earlier date first")


def _set_members(body: str, calendar: Calendar) -> tuple[Stretch, ...]:
    texts = body.split(",")
    if len(texts) > MAX_MEMBERS:
        raise DateFault(why=f"a set has at most {MAX_MEMBERS} members")
    members = [_set_member(text, calendar) for text in texts]
    for position, member in enumerate(members):
        if member.start == "open" and position > 0:
            raise DateFault(why="put the member that is open before its date first in the set")
        if member.end == "open" and position < len(members) - 1:
            raise DateFault(why="put the member that is open after its date last in the set")
    unique = {_stretch_text(member, ".."): member for member in members}
    return tuple(member for _, member in sorted(unique.items(), key=_listing_key))


def _set_member(text: str, calendar: Calendar) -> Stretch:
    start, dots, end = text.partition("..")
    if not dots:
        part = _member(text, calendar)
        return Stretch(part, part)
    stretch = Stretch(
        _member(start, calendar) if start else "open", _member(end, calendar) if end else "open"
    )
    if not stretch.parts:
        raise DateFault(why="write a date before or after `..`")
    _check_order(stretch, calendar)
    return stretch


def _listing_key(item: tuple[str, Stretch]) -> tuple[bool, tuple[int, ...], tuple[int, ...], str]:
    """Sort by first day, then by last; an open start comes first, an open end last."""
    text, member = item
    first = member.start.first if isinstance(member.start, Part) else ()
    last = member.end.last if isinstance(member.end, Part) else ()
    return member.end == "open", first, last, text


def _stretch_text(stretch: Stretch, joint: str) -> str:
    if stretch.start is stretch.end:
        return "".join(part.text for part in stretch.parts)
    open_text = ".." if joint == "/" else ""
    names = {"open": open_text, "unknown": ""}
    return joint.join(
        end.text if isinstance(end, Part) else names[end] for end in (stretch.start, stretch.end)
    )
