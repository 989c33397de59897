"""The possible extents of a date, and what is sure about two dates.

An extent is a run of whole days (of seconds, between two times with offsets). A date is a set of
possible extents, kept as blocks: a block allows every extent that starts within one range and ends
within another.
"""

from typing import Final, Self

import attrs

from claimtrack.model.calendars import Calendar
from claimtrack.model.dateparts import Part
from claimtrack.model.dateunits import DAY, widened_end, widened_start
from claimtrack.model.edtf import Expression, NoEnd, Stretch
from claimtrack.model.moments import Moment, moment

#: A day number beyond every other.
FOREVER: Final = 10**19
_DAY_SECONDS: Final = 86_400


@attrs.frozen(kw_only=True)
class Block:
    """Every extent that starts and ends within these inclusive ranges."""

    first_start: int
    last_start: int
    first_end: int
    last_end: int
    #: Whether it is one unit of the calendar, which as a container is known exactly.
    is_unit: bool = False

    @classmethod
    def within(cls, first: int, last: int, *, is_unit: bool = False) -> Self:
        """Return the block of something that happened at some time from `first` to `last`."""
        return cls(
            first_start=first, last_start=last, first_end=first, last_end=last, is_unit=is_unit
        )

    @property
    def cover(self) -> tuple[int, int]:
        """The days that it surely contains, the first after the last when there are none."""
        if self.is_unit:
            return self.first_start, self.last_end
        return self.last_start, self.first_end

    @property
    def in_seconds(self) -> Self:
        """The same block of days in seconds."""
        return attrs.evolve(
            self,
            first_start=self.first_start * _DAY_SECONDS,
            last_start=(self.last_start + 1) * _DAY_SECONDS - 1,
            first_end=self.first_end * _DAY_SECONDS,
            last_end=(self.last_end + 1) * _DAY_SECONDS - 1,
        )

    def meets(self, other: Self) -> bool:
        """Say whether an extent of the one may share a day with an extent of the other."""
        return self.first_start <= other.last_end and other.first_start <= self.last_end

    def fits_into(self, other: Self) -> bool:
        """Say whether an extent of this one may lie inside an extent of the other."""
        start = max(self.first_start, other.first_start)
        end = min(self.last_end, other.last_end)
        return start <= self.last_start and self.first_end <= end and start <= end

    def shares(self, other: Self) -> bool:
        """Say whether some extent is possible for both."""
        return max(self.first_start, other.first_start) <= min(
            self.last_start, other.last_start
        ) and max(self.first_end, other.first_end) <= min(self.last_end, other.last_end)

    def is_part_of(self, other: Self) -> bool:
        """Say whether every extent of this one is possible for the other."""
        return (
            other.first_start <= self.first_start
            and self.last_start <= other.last_start
            and other.first_end <= self.first_end
            and self.last_end <= other.last_end
        )


@attrs.frozen(kw_only=True)
class Piece:
    """Something of which one of several blocks is true."""

    options: tuple[Block, ...]

    @property
    def hull(self) -> Block:
        """One block that allows what any option allows."""
        return Block(
            first_start=min(option.first_start for option in self.options),
            last_start=max(option.last_start for option in self.options),
            first_end=min(option.first_end for option in self.options),
            last_end=max(option.last_end for option in self.options),
        )

    @property
    def cover(self) -> tuple[int, int]:
        """The days that every option surely contains."""
        covers = [option.cover for option in self.options]
        return max(first for first, _ in covers), min(last for _, last in covers)


@attrs.frozen(kw_only=True)
class Extents:
    """Pieces that are all true; between those of a date with gaps lie others."""

    pieces: tuple[Piece, ...]
    has_gaps: bool = False

    @property
    def is_single(self) -> bool:
        """Whether there is one piece only."""
        return len(self.pieces) == 1

    @property
    def hull(self) -> Block:
        """One block for the whole, from the start of the first piece to the end of the last."""
        hulls = [piece.hull for piece in self.pieces]
        return Block(
            first_start=min(hull.first_start for hull in hulls),
            last_start=min(hull.last_start for hull in hulls),
            first_end=max(hull.first_end for hull in hulls),
            last_end=max(hull.last_end for hull in hulls),
        )

    @property
    def outer(self) -> tuple[Piece, ...]:
        """The pieces, or where there are gaps the whole that spans them."""
        if not self.has_gaps:
            return self.pieces
        hull = self.hull
        return (Piece(options=(Block.within(hull.first_start, hull.last_end),)),)


def comparable(first: Expression, second: Expression) -> tuple[Extents, Extents]:
    """Return the extents of two dates on the scale on which they compare.

    Two times with offsets compare by seconds. With any other time, a day is not known to be the
    same day for both, so the time may lie a day earlier or later.
    """
    match moment(first), moment(second):
        case Moment() as ours, Moment() as theirs:
            return _single(_seconds(ours)), _single(_seconds(theirs))
    if _is_time(first):
        return _single(_loose_day(first)), extents(second)
    if _is_time(second):
        return extents(first), _single(_loose_day(second))
    return extents(first), extents(second)


def as_printed(first: Expression, second: Expression) -> tuple[Extents, Extents]:
    """Return the extents of two dates on one scale, a time on the day as printed, without slack.

    Two times with offsets compare as instants, wherever their days are.
    """
    if not (_is_time(first) or _is_time(second)):
        return extents(first), extents(second)
    match moment(first), moment(second):
        case Moment() as ours, Moment() as theirs:
            return _single(_seconds(ours)), _single(_seconds(theirs))
    return _in_seconds(first), _in_seconds(second)


def extents(read: Expression) -> Extents:
    """Return the possible extents of a date in days, as printed."""
    if read.kind == "interval":
        return _single(_lasting(read.members[0], read.calendar))
    if read.kind != "all-of":
        options = tuple(_happening(member, read.calendar) for member in read.members)
        return Extents(pieces=(Piece(options=options),))
    pieces = [_all(member, read.calendar) for member in read.members]
    return Extents(
        pieces=tuple(Piece(options=(block,)) for blocks in pieces for block in blocks),
        has_gaps=any(len(blocks) > 1 for blocks in pieces),
    )


def _single(block: Block) -> Extents:
    return Extents(pieces=(Piece(options=(block,)),))


def _seconds(time: Moment) -> Block:
    return Block.within(time.first, time.last, is_unit=True)


def _is_time(read: Expression) -> bool:
    return read.parts[0].clock is not None


def _in_seconds(read: Expression) -> Extents:
    clock = read.parts[0].clock
    if clock is None:
        return _scaled(extents(read))
    start = read.calendar.day_number(read.parts[0].first) * _DAY_SECONDS + clock.second
    return _single(Block.within(start, start + clock.length - 1))


def _scaled(days: Extents) -> Extents:
    pieces = (
        Piece(options=tuple(option.in_seconds for option in piece.options)) for piece in days.pieces
    )
    return attrs.evolve(days, pieces=tuple(pieces))


def _loose_day(read: Expression) -> Block:
    day = read.calendar.day_number(read.parts[0].first)
    return Block.within(day - 1, day + 1)


def _happening(member: Stretch, calendar: Calendar) -> Block:
    """Return the block of something that happened at some time in the member."""
    first, _ = _range(member.start, calendar, limit=-FOREVER)
    _, last = _range(member.end, calendar, limit=FOREVER)
    return Block.within(first, last, is_unit=member.start is member.end and _is_exact(member.start))


def _lasting(member: Stretch, calendar: Calendar) -> Block:
    """Return the block of a state that lasted from the start to the end."""
    first_start, last_start = _range(member.start, calendar, limit=-FOREVER)
    first_end, last_end = _range(member.end, calendar, limit=FOREVER)
    return Block(
        first_start=first_start,
        last_start=min(last_start, last_end),
        first_end=max(first_start, first_end),
        last_end=last_end,
    )


def _all(member: Stretch, calendar: Calendar) -> tuple[Block, ...]:
    """Return one block for a date or an unbroken run of days, else one for each end."""
    if member.start is member.end:
        return (_happening(member, calendar),)
    if all(isinstance(end, Part) and end.unit == DAY and _is_exact(end) for end in _ends(member)):
        return (_lasting(member, calendar),)
    start = _range(member.start, calendar, limit=-FOREVER)
    end = _range(member.end, calendar, limit=FOREVER)
    return (
        Block.within(*start, is_unit=_is_exact(member.start)),
        Block.within(*end, is_unit=_is_exact(member.end)),
    )


def _ends(member: Stretch) -> tuple[Part | NoEnd, Part | NoEnd]:
    return member.start, member.end


def _is_exact(end: Part | NoEnd) -> bool:
    return isinstance(end, Part) and end.is_definite and end.leeway is None


def _range(end: Part | NoEnd, calendar: Calendar, *, limit: int) -> tuple[int, int]:
    """Return the first and the last day on which an end may lie; an open one lies at the limit."""
    if end == "open":
        return limit, limit
    if isinstance(end, str):
        return -FOREVER, FOREVER
    if end.leeway is None:
        return calendar.day_number(end.first), calendar.day_number(end.last)
    return (
        widened_start(calendar, end.first, end.leeway),
        widened_end(calendar, end.last, end.leeway),
    )
