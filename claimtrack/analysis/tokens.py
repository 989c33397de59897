"""The words and marks of a paragraph, and where its sentences begin."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import frozen

from claimtrack.analysis.lexicon import ABBREVIATIONS
from claimtrack.text.normalized import Normalized

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: Addresses and handles, initials, words (with apostrophes inside and figures after), the ending of
#: possession, numbers, and any other mark.
_TOKEN = re.compile(
    r"""(?:https?://|www\.)\S+
    |[@\#]\w+
    |(?:[^\W\d_]\.){2,}
    |(?<![^\W\d_])[^\W\d_]\.(?=\s?[^\W\d_])
    |[^\W\d_]+(?:'(?!s(?!\w))[^\W\d_]+)*\d*
    |'s(?!\w)
    |\d+(?:[.,]\d+)*
    |\S""",
    re.VERBOSE,
)
_ENDS = frozenset(".!?…:*•")
_OPENING = frozenset("\"'([{")


@frozen
class Token:
    """A word or a mark."""

    text: str
    #: Whether white space stands before it.
    spaced: bool
    #: Whether it begins a sentence, or words in quotation marks.
    begins: bool

    @property
    def is_capital(self) -> bool:
        """Whether it is a word that begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def is_acronym(self) -> bool:
        """Whether it is all of capital letters, and of more than one."""
        return len(self.text) > 1 and self.text.isupper()


def tokens(paragraph: str) -> tuple[Token, ...]:
    """Take a paragraph apart, normalized as quotations are.

    >>> " ".join(token.text for token in tokens("Iran's Gen. Al-Amin, of the U.S.-led 'pact'"))
    "Iran 's Gen . Al - Amin , of the U.S. - led ' pact '"
    >>> [token.text for token in tokens("He left. Gen. Amin said: “We stay.”") if token.begins]
    ['He', 'Gen', '"', 'We', '"']
    """
    return tuple(_tokens(Normalized.of(paragraph).text))


def joined(part: Iterable[Token]) -> str:
    """Write tokens as they stand in their paragraph.

    >>> joined(tokens("the U.S.-led pact")[1:])
    'U.S.-led pact'
    """
    return "".join(f"{' ' if token.spaced else ''}{token.text}" for token in part).strip()


def _tokens(text: str) -> Iterator[Token]:
    begins, last = True, ""
    for found in _TOKEN.finditer(text):
        word, start = found[0], found.start()
        spaced = start > 0 and text[start - 1] == " "
        begins = begins or (word in _OPENING and (spaced or not start))
        yield Token(word, spaced, begins)
        if word in _ENDS:
            begins = word != "." or last not in ABBREVIATIONS
        elif word[0].isalpha() or word[0] in "@#":
            begins = False
        last = word
