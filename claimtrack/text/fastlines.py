"""What stands on one line of plain block YAML, as far as the line alone makes that certain."""

from __future__ import annotations

import re
from typing import TypeAlias, TypeVar

#: The column of its first character, or -1 where it has no content; the width of its dash with the
#: spaces behind it; its key; its value where that is plain; and what else stands in its place.
Line: TypeAlias = tuple[int, int, str, str, str]
_Head: TypeAlias = tuple[int, int, str]
_T = TypeVar("_T", Line, _Head)

_HEAD = re.compile(
    r"""
    (\ *+) (-\ ++)?+
    (?: (["']?) ([A-Za-z][A-Za-z0-9_-]{0,99}) \3 : (?:\ ++|\Z) )?+
    """,
    re.VERBOSE,
)
#: What cannot begin a plain scalar, or only before some characters.
_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`")
_WITHOUT_CONTENT: Line = (-1, 0, "", "", "")

#: The short lines that were read last: most lines of a corpus stand in many of its files.
KNOWN: dict[str, Line] = {}
#: What stood before the colons of lines, and what it is: other lines differ in their texts only.
_HEADS: dict[str, _Head] = {}
_MOST_KEPT, _MOST_LENGTH = 8192, 64


class NotCertain(Exception):  # noqa: N818 - no error: the reference reader is asked instead
    """What a text holds takes more than the fast reader knows."""


def line_of(text: str) -> Line:
    """Return what stands on a line.

    Raises `NotCertain`.

    >>> line_of("  - speaker: hamas # a comment")
    (2, 2, 'speaker', 'hamas', '')
    >>> line_of("    statement: >-")
    (4, 0, 'statement', '', '>-')
    """
    line = _read(text)
    if len(text) <= _MOST_LENGTH:
        _keep(KNOWN, text, line)
    return line


def _read(text: str) -> Line:
    before, colon, rest = text.partition(": ")
    head = _HEADS.get(before) if colon else None
    if head is None:
        head, rest = _head(text, before if colon else "")
    column, dash, key = head
    rest = rest.lstrip(" ")
    if not rest or rest[0] == "#":
        if dash and not key:
            raise NotCertain
        return (column, dash, key, "", "") if key else _WITHOUT_CONTENT
    if rest[0] in _INDICATORS:
        return column, dash, key, "", rest
    value = rest.partition(" #")[0].rstrip(" ")
    if ": " in value or value[-1] == ":":
        raise NotCertain
    return column, dash, key, value, ""


def _head(text: str, before: str) -> tuple[_Head, str]:
    """Return what a line is up to its value, and the rest; `before` stands before its colon."""
    found = _HEAD.match(text)
    if found is None:
        raise NotCertain
    indent, dash, _, key = found.groups("")
    head = len(indent), len(dash), key
    if key and 0 < len(before) <= _MOST_LENGTH:
        _keep(_HEADS, before, head)
    return head, text[found.end() :]


def _keep(kept: dict[str, _T], text: str, value: _T) -> None:
    if len(kept) >= _MOST_KEPT:
        kept.clear()
    kept[text] = value
