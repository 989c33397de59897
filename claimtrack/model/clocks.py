"""The time of day in a date."""

import re
from typing import Final

import attrs

from claimtrack.model.datefaults import DateFault

_CLOCK: Final = re.compile(
    r"([01][0-9]|2[0-3]):([0-5][0-9])(?::([0-5][0-9]))?"
    r"(Z|[+-](?:0[0-9]|1[0-4])(?::[0-5][0-9])?)?"
)
_WESTMOST: Final = -12 * 60
_EASTMOST: Final = 14 * 60


@attrs.frozen
class Clock:
    """A time of day: its first second, its length in seconds, its offset from UTC in minutes."""

    second: int
    length: int
    offset: int | None

    def __str__(self) -> str:
        minutes, seconds = divmod(self.second, 60)
        text = f"{minutes // 60:02}:{minutes % 60:02}"
        if self.length == 1:
            text += f":{seconds:02}"
        if self.offset is None:
            return text
        hours, rest = divmod(abs(self.offset), 60)
        return (
            f"{text}{'-' if self.offset < 0 else '+'}{hours:02}:{rest:02}"
            if self.offset
            else f"{text}Z"
        )


def read_clock(text: str) -> Clock:
    """Read a time such as `02:00`, `23:20:30Z` or `02:00+03:30`.

    Hours, minutes and an offset in hours suffice; the text form has the offset's minutes too, and
    `Z` for an offset of 0. Raises `DateFault`.

    >>> str(read_clock("23:20:30-04"))
    '23:20:30-04:00'
    """
    match = _CLOCK.fullmatch(text)
    if match is None:
        raise DateFault(
            why="write the time as 02:00 or 02:00:30, up to 23:59:59, "
            "then Z or an offset such as +03:30"
        )
    hour, minute, second, zone = match.groups()
    offset = _offset(zone)
    return Clock(
        int(hour) * 3600 + int(minute) * 60 + int(second or 0), 1 if second else 60, offset
    )


def _offset(zone: str | None) -> int | None:
    if zone is None or zone == "Z":
        return None if zone is None else 0
    minutes = int(zone[1:3]) * 60 + int(zone[4:] or 0)
    offset = -minutes if zone.startswith("-") else minutes
    if zone.startswith("-") and not minutes:
        raise DateFault(why="an offset of zero is written Z")
    if not _WESTMOST <= offset <= _EASTMOST:
        raise DateFault(why="offsets run from -12:00 to +14:00")
    return offset
