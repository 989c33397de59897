"""Text made comparable: what may differ between a quotation and its source, evened out."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from typing import TYPE_CHECKING

from attrs import field, frozen

from claimtrack.text.recent import Recent

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Typographic double quotation marks, each equal to `"`.
DOUBLE_QUOTES = "“”„‟«»″〝〞〟＂❝❞"  # noqa: RUF001 - the marks themselves
#: Typographic single quotation marks and apostrophes, each equal to `'`.
SINGLE_QUOTES = "‘’‚‛‹›′ʼ＇❛❜`´"  # noqa: RUF001 - the marks themselves
#: Dashes and hyphens, each equal to `-`.
DASHES = "‐‑‒–—―−⁃﹘﹣－"  # noqa: RUF001 - the marks themselves
#: What takes no room and is passed over: zero-width characters, soft hyphens, directional marks and
#: variation selectors. A record may not hold them.
PASSED_OVER = (
    "\u00ad\u034f\u061c\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufe00-\ufe0f\ufeff"
)

_PLAIN = str.maketrans(
    dict.fromkeys(DOUBLE_QUOTES, '"')
    | dict.fromkeys(SINGLE_QUOTES, "'")
    | dict.fromkeys(DASHES, "-")
)
_GAP = rf"[^\S ][\s{PASSED_OVER}]*| (?=[\s{PASSED_OVER}])[\s{PASSED_OVER}]*"
#: Characters, besides white space, that NFC leaves as they are and joins to none before: Latin,
#: Greek, Cyrillic, Hebrew and Arabic letters, punctuation, kana, Han, Hangul syllables.
_SETTLED = (
    r"\x00-\u02ff\u0388-\u0482\u048a-\u052f\u05d0-\u05ea\u0620-\u064a\u0660-\u066f\u0671-\u06d5"
    r"\u2010-\u20cf\u3001-\u3029\u3030-\u3098\u309b-\u4dbf\u4e00-\u9fff\uac00-\ud7a3"
)
_DOUBTFUL = rf"(?:[^\s{_SETTLED}]|[{PASSED_OVER}])+"
_CHANGED = re.compile(rf"(?P<gap>{_GAP})|{_DOUBTFUL}")
_PASSED_OVER = re.compile(rf"[{PASSED_OVER}]")
#: So many marks on one letter are no writing; after them a new letter is taken to begin, since to
#: sort marks takes the square of their number (Unicode Standard Annex 15, Stream-Safe Text Format).
_MAX_MARKS = 30
#: Longer runs are not given to `unicodedata` whole, for the same reason.
_MAX_RUN = 256
#: How much is kept of what was normalized, in characters; an edit takes as much room as so many.
_KEPT, _EDIT = 4 * 1024 * 1024, 300


@frozen
class Edit:
    """A stretch of a text that became another: `[start, end)` before and after."""

    before: tuple[int, int]
    after: tuple[int, int]


@frozen
class Normalized:
    """A text in the form in which quotations are compared, and the way back to the original.

    It is in NFC; each run of white space, no-break spaces and line breaks included, is one space;
    typographic quotation marks, apostrophes and dashes are plain ones; zero-width characters and
    soft hyphens are gone. Nothing else is evened out: neither case nor accents nor ellipses.

    >>> Normalized.of("He\u00a0said \u201cno\u201d \u2013 twice").text
    'He said "no" - twice'
    """

    original: str
    text: str
    #: Where the original was changed otherwise than one character for one, in order.
    edits: tuple[Edit, ...] = field(repr=False)

    @staticmethod
    def of(text: str) -> Normalized:
        """Normalize a text, in time that grows with its length."""
        return _recent.recall(text, _normalized)

    def original_start(self, index: int) -> int:
        """Give where in the original the character at an index of `text` begins."""
        edit = self._edit(index)
        begins, ends = edit.after
        return edit.before[0] if begins <= index < ends else edit.before[1] + index - ends

    def original_end(self, index: int) -> int:
        """Give where in the original the character at an index of `text` ends."""
        edit = self._edit(index)
        begins, ends = edit.after
        return edit.before[1] + (0 if begins <= index < ends else index - ends + 1)

    def _edit(self, index: int) -> Edit:
        number = bisect_right(self.edits, index, key=lambda edit: edit.after[0])
        return self.edits[number - 1] if number else _NONE


_NONE = Edit((0, 0), (0, 0))


def _size(text: str, normalized: Normalized) -> int:
    return len(text) + len(normalized.text) + _EDIT * len(normalized.edits)


_recent: Recent[str, Normalized] = Recent(size=_size, limit=_KEPT)


def _normalized(text: str) -> Normalized:
    parts: list[str] = []
    edits: list[Edit] = []
    done = size = 0
    for start, end, instead in _changes(text):
        parts += text[done:start], instead
        size += start - done
        edits.append(Edit((start, end), (size, size + len(instead))))
        size += len(instead)
        done = end
    parts.append(text[done:])
    return Normalized(text, "".join(parts).translate(_PLAIN), tuple(edits))


def _changes(text: str) -> Iterator[tuple[int, int, str]]:
    done = 0
    for found in _CHANGED.finditer(text):
        start, end = found.span()
        if found["gap"]:
            yield start, end, " "
        else:
            start -= start > done and not text[start - 1].isspace()
            if not _is_normal(text[start:end]):
                yield from _clusters(text, start, end)
        done = end


def without_zero_width(text: str) -> str:
    """Give a text without the characters that `Normalized` passes over."""
    return _PASSED_OVER.sub("", text)


def _is_normal(run: str) -> bool:
    return (
        len(run) <= _MAX_RUN
        and not _PASSED_OVER.search(run)
        and unicodedata.is_normalized("NFC", run)
    )


def _clusters(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Yield the letters with their marks that NFC, or passing over, changes."""
    kept = ""
    for index in range(start, end):
        character = text[index]
        if _PASSED_OVER.match(character):
            continue
        if kept and not _belongs(character, kept):
            yield from _changed(text, start, index, kept)
            start, kept = index, ""
        kept += character
    yield from _changed(text, start, end, kept)


def _belongs(character: str, kept: str) -> bool:
    if unicodedata.combining(character):
        return len(kept) <= _MAX_MARKS
    return _nfc(kept + character) != _nfc(kept) + _nfc(character)


def _changed(text: str, start: int, end: int, kept: str) -> Iterator[tuple[int, int, str]]:
    instead = _nfc(kept)
    if instead != text[start:end]:
        yield start, end, instead


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)
