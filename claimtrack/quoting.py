"""How a message shows a text that nobody vouches for: on one line, printable, not too long."""

from __future__ import annotations

import unicodedata

#: Controls, formats (bidirectional, zero width), surrogates, unassigned, private, line ends.
_UNSEEN = {"Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"}


def printable(text: str) -> str:
    r"""Return the text with all that cannot be printed as escapes, line breaks and halves of pairs.

    >>> print(printable("a\x1b[2J\n"))
    a\x1b[2J\n
    """
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in text)


def quoted(text: str, *, mark: str = "`", most: int = 40) -> str:
    r"""Return the text between two marks, printable and cut to at most so many characters.

    >>> print(quoted("5\n7"))
    `5\n7`
    >>> print(quoted("a long name", mark='"', most=7))
    "a long…"
    """
    cut = text if len(text) <= most else f"{text[: most - 1]}…"
    return f"{mark}{printable(cut)}{mark}"


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
