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
_EUROPEAN_FIGURE = "EN"
_LEFT_TO_RIGHT = "L"
_CUT = "…"


def cells(line: str) -> tuple[Cell, ...]:
    r"""Return each character of a line as it is shown.

    Wide characters take two columns, combining ones none, and those that cannot be seen as many
    as their escape has letters.

    >>> [width for _, width in cells("e\u0301\t漢")]
    [1, 0, 2, 2]
    """
    return tuple((shown, _width(shown)) for shown in map(visible_character, line))


def columns(line: Sequence[Cell]) -> int:
    """Return how many columns some cells take."""
    return sum(width for _, width in line)


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
    """Cut a line to the columns there are room for, around a place.

    Returns what is shown, how many columns it has before the place, and how many within, which is
    one at least.
    """
    begin, end = (0, len(line)) if columns(line) <= room else _window(line, place, room - 2)
    start, stop = max(place[0], begin), min(place[1], end)
    left, right = _CUT if begin else "", _CUT if end < len(line) else ""
    shown = "".join(text for text, _ in line[begin:end])
    before, within = len(left) + columns(line[begin:start]), columns(line[start:stop])
    return f"{left}{shown}{right}", before, max(within, 1)


def _width(shown: str) -> int:
    if len(shown) > 1:
        return len(shown)
    if unicodedata.category(shown) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(shown) in {"W", "F"} else 1


def _runs(line: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of right-to-left text, with the figures and spaces within."""
    classes = enumerate(map(unicodedata.bidirectional, line))
    for left_to_right, part in itertools.groupby(classes, lambda item: item[1] == _LEFT_TO_RIGHT):
        run = () if left_to_right else tuple(part)
        turned = [index for index, kind in run if kind in _RIGHT_TO_LEFT]
        figures = [index for index, kind in run if kind == _EUROPEAN_FIGURE]
        if turned:
            yield turned[0], max(turned + figures) + 1


def _window(line: Sequence[Cell], place: tuple[int, int], room: int) -> tuple[int, int]:
    """Return which part of a line to show: the place from its start, then both sides in turn."""
    begin = end = place[0]
    while end < min(place[1], len(line)) and columns(line[begin : end + 1]) <= room:
        end += 1
    room -= columns(line[begin:end])
    while True:
        before = begin, end
        if begin and line[begin - 1][1] <= room:
            begin -= 1
            room -= line[begin][1]
        if end < len(line) and line[end][1] <= room:
            room -= line[end][1]
            end += 1
        if before == (begin, end):
            return before
