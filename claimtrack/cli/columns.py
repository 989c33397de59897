"""How many columns of a terminal the characters of a line take."""

from __future__ import annotations

import itertools
import unicodedata
from typing import TYPE_CHECKING, TypeAlias

from claimtrack.cli.escaping import visible_character

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: What is shown of a character, and how many columns it takes.
Cell: TypeAlias = tuple[str, int]

_RIGHT_TO_LEFT = {"R", "AL", "AN"}
_CUT = "…"


def cells(line: str) -> tuple[Cell, ...]:
    r"""Return each character of a line as it is shown.

    Wide characters take two columns, combining ones none, and those that cannot be seen as many
    as their escape has letters.

    >>> cells("e\u0301\t漢")
    (('e', 1), ('́', 0), ('\\t', 2), ('漢', 2))
    """
    return tuple((shown, _width(shown)) for shown in map(visible_character, line))


def columns(shown: Sequence[Cell]) -> int:
    """Return how many columns some cells take."""
    return sum(width for _, width in shown)


def with_whole_runs(line: str, start: int, stop: int) -> tuple[int, int]:
    """Widen a stretch of a line by the right-to-left runs that it has a part of.

    Terminals differ in whether they turn such a run round; as a whole it takes the same columns
    either way.
    """
    for begin, end in _runs(line):
        if begin < stop and start < end:
            start, stop = min(start, begin), max(stop, end)
    return start, stop


def cut(line: Sequence[Cell], place: tuple[int, int], room: int) -> tuple[str, int, int]:
    """Cut a line to the room there is, around a place.

    Returns what is shown, how many columns it has before the place, and how many within.
    """
    begin, end = (0, len(line)) if columns(line) <= room else _window(line, place, room - 2)
    start, stop = max(place[0], begin), min(place[1], end)
    left, right = (_CUT if begin else ""), (_CUT if end < len(line) else "")
    shown = "".join(text for text, _ in line[begin:end])
    return (
        f"{left}{shown}{right}",
        len(left) + columns(line[begin:start]),
        max(columns(line[start:stop]), 1),
    )


def _width(shown: str) -> int:
    if len(shown) > 1:
        return len(shown)
    if unicodedata.category(shown) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(shown) in {"W", "F"} else 1


def _runs(line: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of right-to-left text, with the figures and spaces within."""
    classes = ["L" if unicodedata.bidirectional(c) == "L" else c for c in line]
    for left_to_right, group in itertools.groupby(enumerate(classes), lambda item: item[1] == "L"):
        if left_to_right:
            continue
        run = [(index, unicodedata.bidirectional(char)) for index, char in group]
        turned = [index for index, kind in run if kind in _RIGHT_TO_LEFT]
        if turned:
            last = max(index for index, kind in run if kind in {*_RIGHT_TO_LEFT, "EN"})
            yield turned[0], max(last, turned[-1]) + 1


def _window(line: Sequence[Cell], place: tuple[int, int], room: int) -> tuple[int, int]:
    """Return which part of a line to show: the place from its start, then both sides in turn."""
    begin = end = min(place[0], len(line))
    left = room
    while end < min(place[1], len(line)) and line[end][1] <= left:
        left -= line[end][1]
        end += 1
    while True:
        grown = (begin, end)
        if begin and line[begin - 1][1] <= left:
            begin -= 1
            left -= line[begin][1]
        if end < len(line) and line[end][1] <= left:
            left -= line[end][1]
            end += 1
        if grown == (begin, end):
            return grown
