"""What values a statement leaves open: an interval, and how two of them lie."""

from __future__ import annotations

import math
from decimal import Decimal

import attrs


@attrs.frozen(kw_only=True, weakref_slot=False)
class Bounds:
    """The lowest and the highest value that are allowed; never empty.

    An end that is `None` is unbounded. An end is itself allowed unless it is open.

    >>> str(Bounds(low=Decimal(5), high=Decimal(7), high_open=True))
    'at least 5 and fewer than 7'
    """

    low: Decimal | None = None
    high: Decimal | None = None
    #: Whether `low` itself is not allowed.
    low_open: bool = False
    #: Whether `high` itself is not allowed.
    high_open: bool = False

    def within(self, other: Bounds) -> bool:
        """Tell whether every value that these allow is allowed by the others as well."""
        return self._starts_within(other) and self._ends_within(other)

    def _starts_within(self, other: Bounds) -> bool:
        if self.low is None or other.low is None:
            return other.low is None
        return (self.low, self.low_open) >= (other.low, other.low_open)

    def _ends_within(self, other: Bounds) -> bool:
        if self.high is None or other.high is None:
            return other.high is None
        return (self.high, other.high_open) <= (other.high, self.high_open)

    def excludes(self, other: Bounds) -> bool:
        """Tell whether no value is allowed by both."""
        return self.ends_before(other) or other.ends_before(self)

    def ends_before(self, other: Bounds) -> bool:
        """Tell whether every value that these allow is below all that the others allow."""
        if self.high is None or other.low is None:
            return False
        if self.high == other.low:
            return self.high_open or other.low_open
        return self.high < other.low

    def counted(self) -> Bounds:
        """Return the bounds drawn in to whole numbers from 0 on, for things that are counted.

        `more than 5` becomes 6 and up, `fewer than 9` 0 to 8. Bounds that hold no such number
        (`2.5`) stay as they are.
        """
        low = max(_first_whole(self.low, past=self.low_open), 0)
        if self.high is None:
            return Bounds(low=Decimal(low))
        high = _last_whole(self.high, past=self.high_open)
        return Bounds(low=Decimal(low), high=Decimal(high)) if low <= high else self

    def __str__(self) -> str:
        if self.low is not None and self.low == self.high:
            return f"{self.low:f}"
        if self.low is not None and self.high is not None and not (self.low_open or self.high_open):
            return f"{self.low:f} to {self.high:f}"
        return " and ".join(self._ends()) or "any number"

    def _ends(self) -> tuple[str, ...]:
        low, high = self.low, self.high
        below = () if low is None else (f"{'more than' if self.low_open else 'at least'} {low:f}",)
        above = (
            () if high is None else (f"{'fewer than' if self.high_open else 'at most'} {high:f}",)
        )
        return below + above


def _first_whole(low: Decimal | None, *, past: bool) -> int:
    if low is None:
        return 0
    return math.floor(low) + 1 if past else math.ceil(low)


def _last_whole(high: Decimal, *, past: bool) -> int:
    return math.ceil(high) - 1 if past else math.floor(high)
