"""A time with an offset as an instant, the same for everyone."""

from typing import Final

import attrs

from claimtrack.model.edtf import Expression

_DAY_SECONDS: Final = 86_400


@attrs.frozen
class Moment:
    """The seconds that a time with an offset covers, and its offset from UTC in minutes."""

    #: The first second, counted in UTC from the day numbered 0.
    first: int
    last: int
    offset: int

    def day_at(self, offset: int) -> int:
        """Return the number of the day on which it falls where clocks have another offset."""
        return (self.first + 60 * offset) // _DAY_SECONDS


def moment(read: Expression) -> Moment | None:
    """Return the instant of a time with an offset; None for any other date."""
    part = read.parts[0]
    if part.clock is None or part.clock.offset is None:
        return None
    days = read.calendar.day_number(part.first)
    first = days * _DAY_SECONDS + part.clock.second - 60 * part.clock.offset
    return Moment(first, first + part.clock.length - 1, part.clock.offset)
