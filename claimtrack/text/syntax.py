"""What is told of text that is not YAML: where it breaks and what to do about it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.text.faults import TAB_INDENTATION, YAML_SYNTAX

if TYPE_CHECKING:
    from claimtrack.text.events import BrokenYaml
    from claimtrack.text.faults import Told

_NO_SPACE = re.compile(r"[ ]*(?:- +)*(?P<key>[\w-]+):(?=[^\s/])")
_CANNOT_BEGIN = frozenset("@`%")
_CLOSING = {"[": "]", "{": "}"}


def tell_broken(text: str, broken: BrokenYaml, told: Told) -> None:
    """Tell where a text breaks off being YAML, in words that say what to do."""
    offset, message = _worded(text, broken)
    kind = YAML_SYNTAX
    if text[offset : offset + 1] == "\t" and not told.lines.before(offset).strip(" \t"):
        kind = TAB_INDENTATION
    told.tell(kind, message, at=(offset, min(offset + 1, len(text))))


def _worded(text: str, broken: BrokenYaml) -> tuple[int, str]:
    offset, opened = broken.offset, broken.opened
    char = text[offset : offset + 1]
    opening = "" if opened is None else text[opened : opened + 1]
    if char == "\t":
        return offset, "a tab stands where YAML wants spaces: replace it with spaces"
    if opened is not None and opening in ('"', "'"):
        return _in_quotes(text, offset, opened)
    if opened is not None and opening in _CLOSING and not char:
        return opened, f"`{opening}` is never closed: add `{_CLOSING[opening]}`"
    if opened is not None:
        line = text[opened : text.find("\n", opened) % (len(text) + 1)]
        spaced = _NO_SPACE.match(line)
        if spaced:
            key = spaced["key"]
            return opened + spaced.end(), f"a space is missing after `{key}:`: add it"
    return offset, _at(char)


def _at(char: str) -> str:
    if char in _CANNOT_BEGIN:
        return f"a text cannot begin with `{char}`: put it in double quotes"
    if char == ":":
        return "a second `: ` stands in this line: put the text that holds it in double quotes"
    return "this cannot be read as YAML: check the indentation, colons and quotes here and above"


def _in_quotes(text: str, offset: int, opened: int) -> tuple[int, str]:
    quote = text[opened]
    if offset >= len(text):
        return opened, f"the quote {quote} is never closed: close it"
    if text[offset - 1] == "\\":
        return offset, f"`\\{text[offset]}` is no escape: double the backslash"
    return offset, f"the text in {quote} quotes that begins above breaks here: close the quote"
