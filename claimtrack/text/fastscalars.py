"""Values that are not plain, as the fast reader reads them: quoted, block and flow."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.text.fastlines import NotCertain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.text.nodes import Data

_BEHIND = r"(?:\ +(?:\#.*)?)?"
_DOUBLE = re.compile(rf'"((?:[^"\\]|\\["\\/ntNLP_])*+)"{_BEHIND}', re.VERBOSE)
_SINGLE = re.compile(rf"'((?:[^']|'')*+)'{_BEHIND}", re.VERBOSE)
_FLOW = re.compile(rf"\[([^\[\]{{}}\#]*+)\]{_BEHIND}", re.VERBOSE)
#: The flow lists of most files: ids with a comma and a space between.
_IDS = re.compile(r"\[([a-z][a-z0-9/-]*+(?:, [a-z][a-z0-9/-]*+)*+)\]")
_BLOCKS = frozenset({"|", "|-", ">", ">-"})
#: An item of a flow list with the comma behind it.
_ITEM = re.compile(
    r"""
    ( "([^"\\]*+)" | ([A-Za-z0-9](?:[\w./()+-]|\ (?!\ *(?:,|\Z)))*+) )
    \ * (?:,\ *|\Z)
    """,
    re.VERBOSE,
)
_ESCAPE = re.compile(r"\\(.)")
_ESCAPED = {"n": "\n", "t": "\t", "N": "\x85", "L": "\u2028", "P": "\u2029", "_": "\xa0"}
_BREAKS = re.compile(r"\n(\n*)")


def special(written: str, lines: Sequence[str], below: int, *, margin: int) -> tuple[Data, int]:
    r"""Return the value that begins on a line, and the number of the first line behind it.

    `written` is what stands in the place of the value, `below` the number of the next line; the
    lines of a block scalar are indented by `margin` at least. Raises `NotCertain`.

    >>> special(">-", ["a: >-", "  b", "  c", "d: e"], 1, margin=1)
    ('b c', 3)
    >>> special('"a\\n" # comment', [], 1, margin=1)
    ('a\n', 1)
    """
    match written[0]:
        case ">" | "|":
            return _block(written, lines, below, margin)
        case '"':
            found = _found(_DOUBLE, written)
            return _ESCAPE.sub(_escaped, found[1]), below
        case "'":
            return _found(_SINGLE, written)[1].replace("''", "'"), below
        case "[":
            return _items(written), below
    raise NotCertain


def _found(pattern: re.Pattern[str], written: str) -> re.Match[str]:
    found = pattern.fullmatch(written)
    if found is None:
        raise NotCertain
    return found


def _escaped(found: re.Match[str]) -> str:
    return _ESCAPED.get(found[1], found[1])


def quoted_length(written: str) -> int:
    """Return how long the quoted scalar is that stands before a comment or on its own."""
    return _found(_DOUBLE if written[0] == '"' else _SINGLE, written).end(1) + 1


def _items(written: str) -> Data:
    ids = _IDS.fullmatch(written)
    return [*ids[1].split(", ")] if ids else [text for text, _, _ in flow_items(written)[0]]


def flow_items(written: str) -> tuple[list[tuple[str, int, int]], int]:
    """Return the texts of a flow list, each with where it starts and ends, and the list's length.

    Raises `NotCertain`.

    >>> flow_items('[a, "b c"] # comment')
    ([('a', 1, 2), ('b c', 4, 9)], 10)
    """
    end = _found(_FLOW, written).end(1)
    items: list[tuple[str, int, int]] = []
    start = end - len(written[1:end].lstrip(" "))
    while start < end:
        item = _ITEM.match(written, start, end)
        if item is None:
            raise NotCertain
        items.append((item[3] or item[2] or "", *item.span(1)))
        start = item.end()
    return items, end + 1


def _block(header: str, lines: Sequence[str], start: int, margin: int) -> tuple[str, int]:
    form = header.partition(" #")[0].rstrip(" ")
    if form not in _BLOCKS:
        raise NotCertain
    end, indent = _extent(lines, start, margin)
    inside = "\n".join(lines[start:end]).rstrip("\n")
    if " \n" in inside or inside.endswith(" "):
        raise NotCertain
    text = f"\n{inside}".replace("\n" + " " * indent, "\n")[1:]
    if form[0] == ">":
        if "\n " in text:
            raise NotCertain
        text = _BREAKS.sub(_folded, text) if "\n\n" in text else text.replace("\n", " ")
    if form[-1] == "-":
        return text, end
    # At the end of a file, a text ends in a line break only where the file does.
    if end == len(lines) and lines[-1]:
        raise NotCertain
    return f"{text}\n", end


def _extent(lines: Sequence[str], start: int, margin: int) -> tuple[int, int]:
    """Return where the lines of a block end, and how far they are indented."""
    first = lines[start] if start < len(lines) else ""
    indent = len(first) - len(first.lstrip(" "))
    if indent < margin or indent == len(first):
        raise NotCertain
    deeper = " " * indent
    for end in range(start + 1, len(lines)):
        behind = lines[end]
        if behind and not behind.startswith(deeper):
            if behind.startswith(" " * margin) or not behind.strip(" "):
                raise NotCertain
            return end, indent
    return len(lines), indent


def _folded(found: re.Match[str]) -> str:
    return found[1] or " "
