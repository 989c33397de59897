"""What stands on one line of plain block YAML, as far as the line alone makes that certain."""

from __future__ import annotations

import re
from typing import TypeAlias

#: The column of its first character, or -1 where it has no content; the width of its dash with the
#: spaces behind it; its key; its value where that is plain; and what else stands in its place.
Line: TypeAlias = tuple[int, int, str, str, str]

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
_MOST_KNOWN = 8192
_SHORT = 64


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
    if len(text) <= _SHORT:
        if len(KNOWN) >= _MOST_KNOWN:
            KNOWN.clear()
        KNOWN[text] = line
    return line


def _read(text: str) -> Line:
    head = _HEAD.match(text)
    indent, dash, _, key = head.groups("") if head else ("", "", "", "")
    rest = text[head.end() :] if head else text
    if not rest or rest[0] == "#":
        if dash and not key:
            raise NotCertain
        return (len(indent), len(dash), key, "", "") if key else _WITHOUT_CONTENT
    if rest[0] in _INDICATORS:
        return len(indent), len(dash), key, "", rest
    value = rest.partition(" #")[0].rstrip(" ")
    if ": " in value or value[-1] == ":":
        raise NotCertain
    return len(indent), len(dash), key, value, ""
