"""When something was: a date as a value, with its bounds and its relations to other dates."""

import re
from functools import lru_cache
from typing import Final, Literal, Self, TypeAlias

import attrs

from claimtrack.errors import ClaimtrackError
from claimtrack.model.calendars import YearMonthDay, gregorian_day
from claimtrack.model.datefaults import DateFault
from claimtrack.model.dateunits import Precision
from claimtrack.model.edtf import Expression, read_expression

_PLAIN: Final = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|1[0-9]|2[0-8]))?)?[?~%]?")
_expression: Final = lru_cache(maxsize=4096)(read_expression)


class InvalidDate(ClaimtrackError, ValueError):  # noqa: N818 - named for what is invalid, as its kin
    """A text that is no date."""

    def __init__(self, text: str, reason: str) -> None:
        super().__init__(text, reason)
        self.text = text
        self.reason = reason

    def __str__(self) -> str:
        return f'"{self.text}" is no date: {self.reason}'


@attrs.frozen(repr=False)
class Date:
    """A date in EDTF, made by `parse`."""

    #: The canonical text, with its calendar.
    text: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a date.

        Raises `InvalidDate`.
        """
        if _PLAIN.fullmatch(text):
            return cls(text)
        try:
            return cls(str(_expression(text)))
        except DateFault as fault:
            raise InvalidDate(text, str(fault)) from None

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"<Date {self.text}>"

    @property
    def calendar(self) -> str:
        """The CLDR name of its calendar."""
        return _expression(self.text).calendar.name

    @property
    def earliest(self) -> YearMonthDay | None:
        """The first day that it may mean, proleptic Gregorian; None where it is open or unknown."""
        read = _expression(self.text)
        starts = [m.start if isinstance(m.start, str) else read.calendar.day_number(m.start.first) for m in read.members]
        return None if any(isinstance(s, str) for s in starts) else gregorian_day(min(s for s in starts if isinstance(s, int)))

    @property
    def latest(self) -> YearMonthDay | None:
        """The last day that it may mean, proleptic Gregorian; None where it is open or unknown."""
        read = _expression(self.text)
        ends = [m.end if isinstance(m.end, str) else read.calendar.day_number(m.end.last) for m in read.members]
        return None if any(isinstance(s, str) for s in ends) else gregorian_day(max(s for s in ends if isinstance(s, int)))
