"""When something was: a date as a value, with its bounds and its relations to other dates."""

import re
from functools import lru_cache
from typing import Final, Literal, Self, TypeAlias

import attrs

from claimtrack.errors import ClaimtrackError
from claimtrack.model import daterelations
from claimtrack.model.calendars import YearMonthDay, gregorian_day
from claimtrack.model.datefaults import DateFault
from claimtrack.model.datehints import suggestion
from claimtrack.model.daterelations import Answer
from claimtrack.model.dateunits import Precision
from claimtrack.model.edtf import Expression, Kind, NoEnd, read_expression
from claimtrack.quoting import quoted

#: What is at an end of a date: a day, no limit, or a limit that is not known.
EndState: TypeAlias = Literal["known"] | NoEnd
#: The place of a date in a listing; see `Date.sort_key`.
SortKey: TypeAlias = tuple[int, int, int, int, str]

# The commonest forms: what this takes is valid and canonical as it stands. The rest, such as 29
# February or an interval of two dates, is read in full.
_MONTH: Final = r"(?:0[1-9]|1[0-2])"
_DAY: Final = r"(?:-(?:0[1-9]|1[0-9]|2[0-8])|(?<!-02)-(?:29|30)|(?:(?<=-0[13578])|(?<=-1[02]))-31)"
_PLAIN: Final = rf"[0-9]{{4}}(?:-{_MONTH}{_DAY}?)?[?~%]?"
_TIME: Final = r"T(?:[01][0-9]|2[0-3])(?::[0-5][0-9]){1,2}(?:Z|\+(?:0[1-9]|1[0-3]):[0-5][0-9])?"
#: An unspecified digit before a month or day that is given.
_HAS_GAPS: Final = re.compile(r"X[X?~%]*(?:-[X?~%]+)?-[?~%]*[0-9]")
_COMMON: Final = re.compile(
    rf"{_PLAIN}|{_PLAIN}/(?:\.\.)?|(?:\.\.)?/{_PLAIN}|\[\.\.{_PLAIN}\]|\[{_PLAIN}\.\.\]"
    rf"|[0-9]{{4}}-{_MONTH}{_DAY}{_TIME}|[0-9]{{4}}-(?:2[1-9]|3[0-9]|4[01])[?~%]?"
    rf"|[0-9]{{4}}-(?:{_MONTH}-)?XX[?~%]?|[0-9]{{2}}[0-9X]X[?~%]?"
)
_SHOWN: Final = 60
_read: Final = lru_cache(maxsize=4096)(read_expression)


class InvalidDate(ClaimtrackError, ValueError):  # noqa: N818 - named for what is invalid, as its kin
    """A text that is no date."""

    def __init__(self, text: str, reason: str) -> None:
        super().__init__(text, reason)
        self.text = text
        self.reason = reason

    def __str__(self) -> str:
        shown = quoted(self.text, mark='"', most=_SHOWN)
        return f"{shown} is no date: {self.reason}"


@attrs.frozen(repr=False, weakref_slot=False)
class Date:
    """A date in EDTF: a point in time, a lasting state, or a set of these; made by `parse`.

    It stands for a set of possible extents, each a run of whole days, as printed:

    - a point in time (`2024-07`, `2024-07-XX`, `[2024..2026]`) was at some time within its bounds;
    - a lasting state (`2024-07/2024-08`) began at some time in its start and ended at some time in
      its end. An open end (`2024/..`) has no limit, an unknown one (`2024/`) may be any day;
    - of `{2024,2026}`, something was at some time in each.

    A qualified date (`?`, `~`, `%`) is widened on both sides by one unit of its precision. The
    questions `before`, `after`, `overlaps`, `within` and `same_day` answer True for what holds in
    every possibility, False for what holds in none, and else None, not known.

    Two times with offsets compare as instants. Against anything else, a time may lie a day earlier
    or later, for nobody knows whose day it is; but it refines only the day that is printed with it.

    >>> Date.parse("2024-07").before(Date.parse("2024-08-31T02:00+03:30"))
    True
    """

    #: The canonical text, with its calendar.
    text: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a date, in EDTF and, behind a prefix such as `persian:`, in another calendar.

        Raises `InvalidDate`.

        >>> Date.parse("persian:1397").earliest
        (2018, 3, 21)
        """
        if _COMMON.fullmatch(text):
            return cls(text)
        try:
            return cls(str(_read(text)))
        except DateFault as fault:
            better = suggestion(text)
            raise InvalidDate(text, f"write {better}" if better else str(fault)) from None

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"<Date {self.text}>"

    @property
    def expression(self) -> Expression:
        """What its text says, taken apart."""
        return _read(self.text)

    @property
    def calendar(self) -> str:
        """The CLDR name of its calendar, such as `gregorian` or `persian`."""
        return self.expression.calendar.name

    @property
    def kind(self) -> Kind:
        """How its dates belong together: `date`, `interval`, `one-of` or `all-of`."""
        return self.expression.kind

    @property
    def is_interval(self) -> bool:
        """Whether it is a lasting state."""
        return self.kind == "interval"

    @property
    def is_set(self) -> bool:
        """Whether it is one of several dates, or all of them."""
        return self.kind in ("one-of", "all-of")

    @property
    def is_uncertain(self) -> bool:
        """Whether any of it bears `?` or `%`."""
        return any(part.is_uncertain for part in self.expression.parts)

    @property
    def is_approximate(self) -> bool:
        """Whether any of it bears `~` or `%`."""
        return any(part.is_approximate for part in self.expression.parts)

    @property
    def precision(self) -> Precision:
        """How exactly the digits fix the time; in a set or an interval, those of its coarsest date.

        >>> [Date.parse(text).precision for text in ("2024-07-XX", "192X", "2024-07-31/2025")]
        ['month', 'decade', 'year']
        """
        units = (part.unit for part in self.expression.parts)
        return max(units, key=lambda unit: unit.size).precision

    @property
    def years(self) -> tuple[int, int]:
        """The first and the last year that are written, in its own calendar."""
        parts = self.expression.parts
        return min(part.first[0] for part in parts), max(part.last[0] for part in parts)

    @property
    def start_state(self) -> EndState:
        """Whether its first day is known, open (`../2004`) or unknown (`/2004`)."""
        day = self.expression.first_day
        return day if isinstance(day, str) else "known"

    @property
    def end_state(self) -> EndState:
        """Whether its last day is known, open (`2004/..`) or unknown (`2004/`)."""
        day = self.expression.last_day
        return day if isinstance(day, str) else "known"

    @property
    def earliest(self) -> YearMonthDay | None:
        """The first day that it may mean, proleptic Gregorian; None where it is open or unknown.

        It ignores qualifiers, and of a time it is the day as printed.
        """
        day = self.expression.first_day
        return None if isinstance(day, str) else gregorian_day(day)

    @property
    def latest(self) -> YearMonthDay | None:
        """The last day that it may mean, as `earliest` is the first."""
        day = self.expression.last_day
        return None if isinstance(day, str) else gregorian_day(day)

    @property
    def sort_key(self) -> SortKey:
        """Its place in a listing: by first day, by last day, then by text.

        An open start comes first and an unknown one last; an unknown end comes after the known ones
        of the same start, and an open one after that. It orders lists, and says nothing of time.
        """
        first, last = self.expression.first_day, self.expression.last_day
        start = (("open", "unknown").index(first) * 2, 0) if isinstance(first, str) else (1, first)
        end = (("unknown", "open").index(last) + 1, 0) if isinstance(last, str) else (0, last)
        return (*start, *end, self.text)

    def before(self, other: "Date") -> Answer:
        """Say whether all of it lies before all of the other.

        >>> Date.parse("2020").before(Date.parse("2021?")) is None
        True
        """
        return daterelations.is_before(self.expression, other.expression)

    def after(self, other: "Date") -> Answer:
        """Say whether all of it lies after all of the other: the other's `before`."""
        return other.before(self)

    def overlaps(self, other: "Date") -> Answer:
        """Say whether the two share a day."""
        return daterelations.do_overlap(self.expression, other.expression)

    def within(self, other: "Date") -> Answer:
        """Say whether all of it lies inside the other.

        Here an unqualified `2024-07` as the other is the whole month, and not some time in it.

        >>> Date.parse("2024-07-15").within(Date.parse("2024-07"))
        True
        """
        return daterelations.is_within(self.expression, other.expression)

    def same_day(self, other: "Date") -> Answer:
        """Say whether each is one day, and both the same.

        Two times with offsets are so when they are at the place of either.
        """
        return daterelations.is_same_day(self.expression, other.expression)

    def refines(self, other: "Date") -> bool:
        """Say whether it leaves fewer possibilities than the other, and no others.

        A date of which a larger part is not specified than another part that is, such as
        `XXXX-01-03`, is no unbroken stretch of time: only what is written like it refines it.

        >>> Date.parse("2024-07-31").refines(Date.parse("2024-07"))
        True
        >>> Date.parse("2024-01-03").refines(Date.parse("XXXX-01-03"))
        True
        >>> Date.parse("2024-01-04").refines(Date.parse("XXXX-01-03"))
        False
        """
        if _HAS_GAPS.search(other.text):
            like = re.escape(other.text).replace("X", "[0-9]")
            return self.text != other.text and re.fullmatch(like, self.text) is not None
        return daterelations.refines(self.expression, other.expression)

    def contradicts(self, other: "Date") -> bool:
        """Say whether the two cannot be the date of the same thing."""
        return daterelations.contradict(self.expression, other.expression)
