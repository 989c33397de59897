"""Text that nobody vouches for, made harmless to print."""

from __future__ import annotations

import re

from claimtrack.quoting import visible, visible_character

__all__ = ["inert", "visible", "visible_character"]

#: What the runner of GitHub Actions takes for a command: `::` first on a line, `##[` anywhere.
_COMMAND = re.compile(r"(?P<begin>^\s*):(?=:)|#(?=#\[)")


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
