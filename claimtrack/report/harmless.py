"""Text that nobody vouches for as HTML that a code host shows, and in which it finds nothing to do.

It is made for the comments of GitHub and GitLab. Both look through a comment once it is HTML, for
names to notify, references to link, and addresses; neither does within `<code>`. The answer to a
mail about a comment quotes it as plain text, in which names would be found after all: there a
space of no width stands after each `@` and `#`.
"""

from __future__ import annotations

import html
import re
from itertools import groupby
from typing import TYPE_CHECKING

from claimtrack.quoting import visible

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimtrack.changes.sentence import Piece, Role, Sentence

#: Parts a mention or reference; the text's own ones are written as escapes, so it can be told.
NO_WIDTH = "\u200b"

_WORDS = re.compile(r"( +)")
_RISKY = re.compile(
    r"""
      @                                       # a person or team, a mail address
    | [#](?:\d|$|[#]\[) | [!&]\d | [%~^][\w"]  # issues, requests, milestones, labels; commands
    | \b(?:gh|ghsa|cve)-                      # GH-12, and advisories
    | :// | \bwww\. | \[\[                    # addresses, pages
    | (?<![^\W_])[0-9a-f]{7,}(?![^\W_])       # commits
    | :(?!\d\d:)[\w+-]+:                      # emoji
    | [$]                                     # formulas
    """,
    re.VERBOSE | re.IGNORECASE,
)
_PARTED = re.compile(r"(@|#(?=\d|$|#\[))")
_TAGS: Mapping[Role, str] = {"name": "b", "value": "code", "deleted": "del", "inserted": "ins"}


def harmless(text: str) -> str:
    r"""Return a text as HTML on one line; what cannot be seen is written as its escape.

    >>> print(harmless("<b> 5 & 6"))
    &lt;b&gt; 5 &amp; 6
    >>> print(harmless("fixes GH-12\u202e"))
    fixes <code>GH-12\u202e</code>
    """
    lines = text.split("\n")
    return "<br>".join("".join(_word(word) for word in _WORDS.split(line)) for line in lines)


def sentence_html(sentence: Sentence) -> str:
    """Return a sentence as HTML on one line: names bold, values as code, changed words marked."""
    return "".join(
        _tagged("".join(piece.text for piece in pieces), role)
        for role, pieces in groupby(sentence.pieces, _role)
    )


def _role(piece: Piece) -> Role:
    return piece.role


def _tagged(text: str, role: Role) -> str:
    tag = _TAGS.get(role)
    return f"<{tag}>{harmless(text)}</{tag}>" if tag else harmless(text)


def _word(word: str) -> str:
    shown = visible(word)
    if not _RISKY.search(shown):
        return html.escape(shown, quote=False)
    parted = _PARTED.sub(rf"\1{NO_WIDTH}", shown)
    return f"<code>{html.escape(parted, quote=False)}</code>"
