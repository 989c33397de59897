"""Words looked up in the paragraphs where they are said to stand."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from claimtrack.text.quotes import Match, find

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimtrack.model.locators import Locator

#: What stands between paragraphs that do not follow each other: no words run over it.
_BREAK = "\n\0\n"


def occurrences(words: str, paragraphs: Sequence[str], locator: Locator) -> tuple[Match, ...]:
    """Find words in the paragraphs that a locator names.

    They may run over the border of paragraphs that follow each other; what stands between elisions
    may be in any of the named ones, in order. A locator of pages, lines or times does not say which
    paragraphs it means, so all are searched.
    """
    return find(words, _joined(paragraphs, named(locator, len(paragraphs))))


def occurs(words: str, paragraphs: Sequence[str], locator: Locator) -> bool:
    """Tell whether words stand in the paragraphs that a locator names."""
    return bool(find(words, _joined(paragraphs, named(locator, len(paragraphs))), limit=1))


def where(words: str, paragraphs: Sequence[str]) -> tuple[int, ...]:
    """Give the numbers of the paragraphs in which words stand.

    Where no one paragraph has them all, these are the paragraphs over which they first run.

    >>> where("the end", ["This is the end.", "Is it?", "In the end, yes."])
    (1, 3)
    >>> where("the end. Is it", ["This is the end.", "Is it?"])
    (1, 2)
    """
    single = tuple(
        n for n, paragraph in enumerate(paragraphs, 1) if find(words, paragraph, limit=1)
    )
    if single:
        return single
    matches = find(words, _joined(paragraphs, range(1, len(paragraphs) + 1)), limit=1)
    return _touched(matches[0], paragraphs) if matches else ()


def named(locator: Locator, count: int) -> tuple[int, ...]:
    """Give the paragraphs, of so many, that a locator names; all where it names none of them.

    >>> from claimtrack.model.locators import Locator
    >>> named(Locator.parse("paragraphs 3-5"), 4), named(Locator.parse("page 12"), 2)
    ((3, 4), (1, 2))
    """
    if locator.label != "paragraph":
        return tuple(range(1, count + 1))
    return tuple(number for number in locator.numbers if number <= count)


def _joined(paragraphs: Sequence[str], numbers: Iterable[int]) -> str:
    parts: list[str] = []
    last = 0
    for number in numbers:
        if parts:
            parts.append("\n" if number == last + 1 else _BREAK)
        parts.append(paragraphs[number - 1])
        last = number
    return "".join(parts)


def _touched(match: Match, paragraphs: Sequence[str]) -> tuple[int, ...]:
    starts = [0]
    for paragraph in paragraphs[:-1]:
        starts.append(starts[-1] + len(paragraph) + 1)
    touched = {
        number
        for start, end in match.spans
        for number in range(bisect_right(starts, start), bisect_right(starts, end - 1) + 1)
    }
    return tuple(sorted(touched))
