"""The characters that a record may not hold, as they are or as escapes.

U+200C between Arabic letters and U+200D between emoji are spelling, and are read.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from claimtrack.text.faults import (
    BIDIRECTIONAL_CONTROL,
    BYTE_ORDER_MARK,
    CARRIAGE_RETURN,
    CONFLICT_MARKER,
    CONTROL_CHARACTER,
    YAML_SYNTAX,
    ZERO_WIDTH_CHARACTER,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.findings import Kind
    from claimtrack.text.faults import Told
    from claimtrack.text.nodes import Scalar

# Persian writes U+200C within words, and U+200D holds the parts of an emoji together: between such
# neighbours they are spelling (Unicode Standard Annex 31, A1, and Technical Standard 51).
_ARABIC = "\u0620-\u065f\u066e-\u06d3\u06d5\u06fa-\u06ff\u0750-\u077f\u08a0-\u08ff"
_EMOJI = "\u2190-\u27bf\u2b00-\u2bff\ufe0f\U0001f000-\U0001faff"
_SPELLING = (
    f"(?<![{_ARABIC}])\u200c|\u200c(?![{_ARABIC}])|(?<![{_EMOJI}])\u200d|\u200d(?![{_EMOJI}])"
)
_ZERO_WIDTH = (
    "\u180e\u200b\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb\U000e0001\U000e0020-\U000e007f"
)
_BIDIRECTIONAL = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
# U+0085 is a line break to some, and text that holds it is written with an escape.
_CONTROL = "\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff"
_FORBIDDEN = re.compile(f"[{_CONTROL}{_BIDIRECTIONAL}{_ZERO_WIDTH}]|{_SPELLING}")
_IS_BIDIRECTIONAL = re.compile(f"[{_BIDIRECTIONAL}]")
_IS_ZERO_WIDTH = re.compile(f"[{_ZERO_WIDTH}\u200c\u200d]")
_CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7}|={7})(?=[ \r\n]|\Z)", re.MULTILINE)
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_SHORT = {"0": "\0", "a": "\a", "b": "\b", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b"}
# Control characters have no names in the character database, only aliases.
_CONTROL_NAMES = (
    *("NULL", "START OF HEADING", "START OF TEXT", "END OF TEXT", "END OF TRANSMISSION"),
    *("ENQUIRY", "ACKNOWLEDGE", "ALERT", "BACKSPACE", "CHARACTER TABULATION", "LINE FEED"),
    *("LINE TABULATION", "FORM FEED", "CARRIAGE RETURN", "SHIFT OUT", "SHIFT IN"),
    *("DATA LINK ESCAPE", "DEVICE CONTROL ONE", "DEVICE CONTROL TWO", "DEVICE CONTROL THREE"),
    *("DEVICE CONTROL FOUR", "NEGATIVE ACKNOWLEDGE", "SYNCHRONOUS IDLE"),
    *("END OF TRANSMISSION BLOCK", "CANCEL", "END OF MEDIUM", "SUBSTITUTE", "ESCAPE"),
    *("FILE SEPARATOR", "GROUP SEPARATOR", "RECORD SEPARATOR", "UNIT SEPARATOR"),
)


def tell_characters(text: str, told: Told) -> None:
    """Tell every character of a text that may not stand in it; CR line ends are told once."""
    for found in _FORBIDDEN.finditer(text):
        char = found[0]
        if char == "\r":
            continue
        kind = BYTE_ORDER_MARK if char == "\ufeff" and found.start() == 0 else _kind(char)
        told.tell(kind, _message(kind, named(char)), at=found.span())
    first = text.find("\r")
    if first >= 0:
        count = text.count("\r")
        message = (
            f"the file holds CR {count:,} times: save it with LF line ends, and where git checks "
            "it out so, write `*.yaml text eol=lf` into `.gitattributes`"
        )
        told.tell(CARRIAGE_RETURN, message, at=(first, first + 1))


def are_allowed(text: str) -> bool:
    r"""Tell whether a text holds only characters that may stand in it.

    >>> are_allowed("Déjà vu?"), are_allowed("\u202e")
    (True, False)
    """
    return not _FORBIDDEN.search(text)


def tell_conflicts(text: str, told: Told) -> None:
    """Tell every line that git left in a merge that nobody resolved."""
    for found in _CONFLICT.finditer(text):
        message = f"a merge conflict is not resolved: keep what is right and delete `{found[0]}`"
        told.tell(CONFLICT_MARKER, message, at=found.span())


def tell_escapes(text: str, scalars: Iterable[Scalar], told: Told) -> None:
    """Tell the escapes of double-quoted scalars that stand for such characters."""
    for scalar in scalars:
        if scalar.style == "double":
            for found in _ESCAPE.finditer(text, scalar.start, scalar.end):
                _tell_escape(found, told)


def _tell_escape(found: re.Match[str], told: Told) -> None:
    digits = found[1] or found[2] or found[3]
    char = chr(int(digits, 16)) if digits else _SHORT.get(found[4], "")
    if not _FORBIDDEN.fullmatch(char):
        return
    kind = _kind(char)
    if "\ud800" <= char <= "\udfff":
        message = f"`{found[0]}` is half of a pair: write the character itself"
        told.tell(YAML_SYNTAX, message, at=found.span())
    else:
        told.tell(kind, _message(kind, f"`{found[0]}` ({named(char)})"), at=found.span())


def named(char: str) -> str:
    r"""Return a character as its code point and name.

    >>> named("\u202e")
    'U+202E RIGHT-TO-LEFT OVERRIDE'
    """
    code = ord(char)
    if code < len(_CONTROL_NAMES):
        name = _CONTROL_NAMES[code]
    else:
        name = unicodedata.name(char, "DELETE" if code == 0x7F else "")
    return f"U+{code:04X} {name}" if name else f"U+{code:04X}, which has no name,"


def _kind(char: str) -> Kind:
    if char == "\r":
        return CARRIAGE_RETURN
    if _IS_BIDIRECTIONAL.fullmatch(char):
        return BIDIRECTIONAL_CONTROL
    return ZERO_WIDTH_CHARACTER if _IS_ZERO_WIDTH.fullmatch(char) else CONTROL_CHARACTER


_WHY = {
    BYTE_ORDER_MARK: "is a byte-order mark: save the file without one",
    CARRIAGE_RETURN: "is a line end of other systems: write `\\n`",
    CONTROL_CHARACTER: "cannot be seen and is no text: remove it",
    BIDIRECTIONAL_CONTROL: "changes the order in which text is shown: remove it",
    ZERO_WIDTH_CHARACTER: "cannot be seen: remove it",
}


def _message(kind: Kind, what: str) -> str:
    return f"{what} {_WHY[kind]}"


def readable(text: str) -> str:
    """Return a text of the same length that a YAML reader takes: control characters replaced."""
    if not _FORBIDDEN.search(text):
        return text
    unended = re.sub("\r(?!\n)", "\n", text).replace("\r", " ")
    return _UNREADABLE.sub("\ufffd", unended)


_UNREADABLE = re.compile(f"[{_CONTROL}]")
