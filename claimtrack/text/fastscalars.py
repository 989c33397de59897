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
_BLOCK = re.compile(rf"([|>])(-?){_BEHIND}", re.VERBOSE)
#: An item of a flow list with the comma behind it.
_ITEM = re.compile(
    r"""
    (?: "([^"\\]*+)" | ([A-Za-z0-9](?:[\w./()+-]|\ (?!\ *(?:,|\Z)))*+) )
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
            return _items(_found(_FLOW, written)[1].strip(" ")), below
    raise NotCertain


def _found(pattern: re.Pattern[str], written: str) -> re.Match[str]:
    found = pattern.fullmatch(written)
    if found is None:
        raise NotCertain
    return found


def _escaped(found: re.Match[str]) -> str:
    return _ESCAPED.get(found[1], found[1])


def _items(inside: str) -> Data:
    items: list[Data] = []
    start = 0
    while start < len(inside):
        item = _ITEM.match(inside, start)
        if item is None:
            raise NotCertain
        items.append(item[2] or item[1] or "")
        start = item.end()
    return items


def _block(header: str, lines: Sequence[str], start: int, margin: int) -> tuple[str, int]:
    form = _found(_BLOCK, header)
    inside, end = _inside(lines, start, margin)
    text = "\n".join(inside)
    if form[1] == ">":
        if "\n " in text:
            raise NotCertain
        text = _BREAKS.sub(_folded, text)
    if form[2]:
        return text, end
    # At the end of a file, a text ends in a line break only where the file does.
    if start + len(inside) == len(lines):
        raise NotCertain
    return text + "\n", end


def _inside(lines: Sequence[str], start: int, margin: int) -> tuple[list[str], int]:
    """Return the lines of a block, without indentation and blank ones below, and where it ends."""
    first = lines[start] if start < len(lines) else ""
    indent = len(first) - len(first.lstrip(" "))
    if indent < margin or indent == len(first):
        raise NotCertain
    deeper, end = " " * indent, start
    while end < len(lines) and (not lines[end] or lines[end].startswith(deeper)):
        end += 1
    inside = [line[indent:] for line in lines[start:end]]
    behind = lines[end] if end < len(lines) else "a"
    if behind.startswith(" " * margin) or not behind.strip(" "):
        raise NotCertain
    if any(line[-1:] == " " for line in inside):
        raise NotCertain
    while not inside[-1]:
        inside.pop()
    return inside, end


def _folded(found: re.Match[str]) -> str:
    return found[1] or " "
