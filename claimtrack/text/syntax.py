"""What is told of text that is not YAML: where it breaks and what to do about it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import frozen

from claimtrack.quoting import quoted
from claimtrack.text.faults import TAB_INDENTATION, YAML_SYNTAX

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimtrack.text.events import BrokenYaml
    from claimtrack.text.faults import Told

_KEY = r"^[ ]*(?:- +)*(?P<key>[\w-]+)"
_NO_SPACE = re.compile(_KEY + r":(?=[^\s/:])")
_NO_COLON = re.compile(r"^[ ]*(?:- +)*(?P<text>[^\s#](?:(?!: |:$)[^\n])*)$")
_CLOSING = {"[": "]", "{": "}"}
#: Signs that mean something to YAML where a text would begin.
_SIGNS = frozenset("@`%*&!|>,[]{}#")
_QUOTES = frozenset("\"'")
#: How long YAML lets a key be.
_KEY_LENGTH = 1024


@frozen
class _Break:
    """Where a text breaks, the character there, and the one that opened the broken part."""

    text: str
    offset: int
    opened: int | None

    @property
    def char(self) -> str:
        return self.text[self.offset : self.offset + 1]

    @property
    def opening(self) -> str:
        return "" if self.opened is None else self.text[self.opened : self.opened + 1]

    def line(self, offset: int) -> tuple[int, str]:
        """Return the line of an offset and where it starts."""
        start = self.text.rfind("\n", 0, offset) + 1
        end = self.text.find("\n", start)
        return start, self.text[start : len(self.text) if end < 0 else end]


def tell_broken(text: str, broken: BrokenYaml, told: Told) -> None:
    """Tell where a text stops being YAML, in words that say what to do."""
    place = _Break(text, broken.offset, broken.opened)
    offset, message = next(found for cause in _CAUSES if (found := cause(place)))
    indents = text[offset : offset + 1] == "\t" and not told.lines.before(offset).strip(" \t")
    kind = TAB_INDENTATION if indents else YAML_SYNTAX
    told.tell(kind, message, at=(offset, min(offset + 1, len(text))))


def tell_misplaced(offset: int, told: Told) -> None:
    """Tell that the record ended before the content at an offset."""
    message = "this line does not belong to the record above: check its indentation and quotes"
    told.tell(YAML_SYNTAX, message, at=(offset, offset + 1))


def _tab(place: _Break) -> tuple[int, str] | None:
    if place.char != "\t":
        return None
    return place.offset, "a tab stands where YAML wants spaces: replace it with spaces"


def _escape(place: _Break) -> tuple[int, str] | None:
    if place.opening not in ("", '"') or "\\" not in place.text[place.offset - 2 : place.offset]:
        return None
    return place.offset, "this is no escape that YAML knows: double the backslash before it"


def _quotes(place: _Break) -> tuple[int, str] | None:
    if place.opened is None or place.opening not in _QUOTES:
        return None
    return place.opened, f"the quote {place.opening} is not closed: close it"


def _behind_quotes(place: _Break) -> tuple[int, str] | None:
    before = place.text[: place.offset].rstrip(" ")[-1:]
    if before not in _QUOTES or not place.char:
        return None
    message = f"text follows a closing quote: close every quote, write {before} within the text "
    inner = "''" if before == "'" else '\\"'
    return place.offset, f"{message}as {inner}"


def _bracket(place: _Break) -> tuple[int, str] | None:
    if place.opened is None or place.opening not in _CLOSING:
        return None
    closing = _CLOSING[place.opening]
    return (
        place.opened,
        f"`{place.opening}` is not closed by `{closing}`: add it, or a comma between",
    )


def _end(place: _Break) -> tuple[int, str] | None:
    before = place.text[: place.offset].rstrip()
    if place.char or before[-1:] not in ("[", "{", ","):
        return None
    return len(before) - 1, "the text ends within brackets: close them"


def _long_key(place: _Break) -> tuple[int, str] | None:
    start, line = place.line(place.offset)
    key = line[: place.offset - start].strip(" ")
    if place.char != ":" or len(key) <= _KEY_LENGTH or ": " in key:
        return None
    return start, f"a key has at most {_KEY_LENGTH:,} characters: shorten it"


def _missing_colon(place: _Break) -> tuple[int, str] | None:
    """Explain a line that should be an entry, which YAML notices at the next colon or line."""
    above = place.text.rfind("\n", 0, place.offset)
    for offset in (place.opened, place.offset, above):
        start, line = place.line(max(offset or 0, 0))
        spaced = _NO_SPACE.match(line)
        if spaced:
            message = f"a space is missing behind {quoted(spaced['key'] + ':')}: add it"
            return start + spaced.end(), message
        bare = _NO_COLON.match(line)
        if bare and (place.char == ":" or start + bare.start("text") == place.opened):
            message = "this line has no key: write `key: text`, or join it to the line above"
            return start + bare.start("text"), message
    return None


def _colon(place: _Break) -> tuple[int, str] | None:
    if place.char != ":":
        return None
    start, line = place.line(place.offset)
    if re.search(r":(?: |$)", line[: place.offset - start]):
        message = "a second `: ` stands in this line: put the text that holds it in double quotes"
        return place.offset, message
    return place.offset, "this line is indented deeper than the entry above it: align their keys"


def _sign(place: _Break) -> tuple[int, str] | None:
    offset = place.offset
    if place.opening in _SIGNS and place.opened is not None:
        offset = place.opened
    char = place.text[offset : offset + 1]
    if char not in _SIGNS:
        return None
    return offset, f'a text cannot begin with "{char}": put it in double quotes'


def _dash(place: _Break) -> tuple[int, str] | None:
    if place.char != "-":
        return None
    return place.offset, "a list item stands where none can: indent it under a key of its own"


def _other(place: _Break) -> tuple[int, str]:
    message = "this line does not fit the one above: check its indentation, colons and quotes"
    return place.offset, message


_CAUSES: tuple[Callable[[_Break], tuple[int, str] | None], ...] = (
    _tab,
    _escape,
    _quotes,
    _bracket,
    _end,
    _long_key,
    _missing_colon,
    _colon,
    _sign,
    _behind_quotes,
    _dash,
    _other,
)
