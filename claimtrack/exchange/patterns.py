"""What the texts of each form look like, as regular expressions that every reader of JSON takes.

They are those of ECMA-262 that Python reads alike. A pattern takes all that the form takes, and a
little more: that no February has 30 days is not for a pattern to say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.model.calendars import CALENDARS, GREGORIAN
from claimtrack.model.locators import LABELS, MAX_DIGITS
from claimtrack.model.policies import VAGUE_WORDS
from claimtrack.model.quantities import QUALIFIERS

if TYPE_CHECKING:
    from collections.abc import Iterable


def _any_of(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(words)})"


SLUG: Final = r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
ID: Final = rf"{SLUG}(?:/{SLUG})*"
REFERENCE: Final = rf"{ID}#{SLUG}"
BOOLEAN: Final = r"true|false"
SHA256: Final = r"[0-9a-f]{64}"
DIGEST: Final = rf"sha256:{SHA256}"
COUNT: Final = r"[1-9][0-9]{0,8}"
#: Names of files and folders between slashes, none of them `.` or `..`.
_NO_DOTS: Final = r"(?!\.{1,2}(?:/|(?![\s\S])))"
_NAME: Final = rf"{_NO_DOTS}[^/\\:]+"
FILE: Final = rf"{_NAME}(?:/{_NAME})*"
_STARRED: Final = rf"{_NO_DOTS}[^/\\]+"
GLOB: Final = rf"{_STARRED}(?:/{_STARRED})*"
IRI: Final = r"https?://[^ /?#<>\"{}|\\^`]+[^ <>\"{}|\\^`]*"
_LETTERS: Final = "[A-Za-z]"
_SIGNS: Final = "[A-Za-z0-9]"
LANGUAGE: Final = (
    rf"(?:{_LETTERS}{{2,3}}(?:-{_LETTERS}{{3}}){{0,3}}|{_LETTERS}{{4,8}})(?:-{_LETTERS}{{4}})?"
    rf"(?:-(?:{_LETTERS}{{2}}|[0-9]{{3}}))?(?:-(?:{_SIGNS}{{5,8}}|[0-9]{_SIGNS}{{3}}))*"
    rf"(?:-[0-9A-WY-Za-wy-z](?:-{_SIGNS}{{2,8}})+)*(?:-[Xx](?:-{_SIGNS}{{1,8}})+)?"
    rf"|[Xx](?:-{_SIGNS}{{1,8}})+"
)

_MARK: Final = "[?~%]?"
_DAY: Final = (
    rf"{_MARK}(?:-?[0-9X]{{4}}|Y-?[0-9]+(?:E[0-9]+)?)(?:S[0-9]+)?{_MARK}"
    rf"(?:-{_MARK}[0-9X]{{2}}{_MARK}){{0,2}}"
)
_TIME: Final = r"T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}(?::[0-9]{2})?)?"
_END: Final = rf"(?:{_DAY}|\.\.)?"
_MEMBER: Final = rf"(?:{_DAY}(?:\.\.(?:{_DAY})?)?|\.\.{_DAY})"
_MEMBERS: Final = rf"{_MEMBER}(?:,{_MEMBER})*"
_CALENDAR: Final = _any_of(name for name in CALENDARS if name != GREGORIAN.name)
DATE: Final = (
    rf"(?:{_CALENDAR}:)?"
    rf"(?:{_DAY}(?:{_TIME})?|{_END}/{_END}|\[{_MEMBERS}\]|\{{{_MEMBERS}\}})"
)

_NUMBER: Final = rf"[1-9][0-9]{{0,{MAX_DIGITS - 1}}}"
_CLOCK: Final = r"[0-9]{2}:[0-5][0-9]:[0-5][0-9]"
_PLACES: Final = rf"{_NUMBER}(?:-{_NUMBER})?"
_TIMES: Final = rf"{_CLOCK}(?:-{_CLOCK})?"
_COUNTED: Final = {label: plural for label, plural in LABELS.items() if label != "time"}
LOCATOR: Final = (
    rf"{_any_of(_COUNTED)} {_NUMBER}|{_any_of(_COUNTED.values())} {_PLACES}(?:, {_PLACES})*"
    rf"|time {_CLOCK}|{LABELS['time']} {_TIMES}(?:, {_TIMES})*"
)

_FIGURE: Final = r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]*[1-9])?"
QUANTITY: Final = (
    rf"(?:{_any_of(QUALIFIERS)} )?(?:{_FIGURE}(?: to {_FIGURE})?(?: %)?"
    rf"|{_any_of(sorted(VAGUE_WORDS))})|[1-9][0-9]*(?:st|nd|rd|th)"
)
