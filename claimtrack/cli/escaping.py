"""Text that nobody vouches for, made harmless to print."""

from __future__ import annotations

import re
import unicodedata

#: Controls, formats (bidirectional, zero width), surrogates, unassigned, private, line ends.
_UNSEEN = {"Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"}
#: What the runner of GitHub Actions takes for a command: `::` first on a line, `##[` anywhere.
_COMMAND = re.compile(r"(?P<begin>^\s*):(?=:)|#(?=#\[)")


def visible(text: str, *, keep: str = "") -> str:
    r"""Return a text with every character that cannot be seen as its escape.

    `keep` holds the characters to leave.

    >>> print(visible("a\x1b[31m\u202e\udcff\n"))
    a\x1b[31m\u202e\udcff\n
    """
    if text.isprintable():
        return text
    return "".join(char if char in keep else visible_character(char) for char in text)


def visible_character(char: str) -> str:
    """Return one character, or its escape where it cannot be seen."""
    return ascii(char)[1:-1] if unicodedata.category(char) in _UNSEEN else char


def encodable(text: str) -> str:
    r"""Return a text that every encoding of Unicode takes: halves of pairs become escapes.

    >>> print(encodable("a\udcff"))
    a\udcff
    """
    return text.encode("utf-8", "backslashreplace").decode()


def inert(line: str) -> str:
    r"""Return a line in which GitHub Actions sees no command.

    >>> print(inert(" ::set-output name=x::1 ##[error]"))
     \x3a:set-output name=x::1 \x23#[error]
    """
    return _COMMAND.sub(_escaped, line)


def _escaped(found: re.Match[str]) -> str:
    begin = found["begin"]
    return r"\x23" if begin is None else rf"{begin}\x3a"
