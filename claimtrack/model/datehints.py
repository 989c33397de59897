"""How EDTF writes a date that people write in other ways, where it has only one reading."""

import re
from collections.abc import Callable, Iterable
from typing import Final, TypeAlias

from claimtrack.model.datefaults import DateFault
from claimtrack.model.edtf import read_expression

_MAX_LENGTH: Final = 80
_MONTHS: Final = (
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
)
_MONTH: Final = r"(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
_OTHER_ERAS: Final = re.compile(r"\b1[34][0-9]{2}\b")
_DAY: Final = r"([0-9]{1,2})(?:st|nd|rd|th)?"

_Match: TypeAlias = re.Match[str]
_Readings: TypeAlias = Iterable[str]


def suggestion(text: str) -> str | None:
    """Return the one EDTF text that `text` can only mean, None when it is not exactly one.

    A year from 1300 to 1499 without a calendar may be Gregorian, Persian or Islamic, so that a text
    with one never has only one reading.

    >>> suggestion("31.12.2020")
    '2020-12-31'
    >>> suggestion("11.12.2020") is None
    True
    """
    if len(text) > _MAX_LENGTH:
        return None
    plain = " ".join(text.split()).lower()
    readings = {
        reading
        for pattern, write in _FORMS
        if (match := pattern.fullmatch(plain))
        for reading in write(match)
        if _is_date(reading)
    }
    if len(readings) != 1:
        return None
    reading = readings.pop()
    return None if _OTHER_ERAS.search(reading) and ":" not in reading else reading


def _is_date(text: str) -> bool:
    try:
        read_expression(text)
    except DateFault:
        return False
    return True


def _day_first(match: _Match) -> _Readings:
    one, other, year = match[1], match[3], match[4]
    return f"{year}-{other:0>2}-{one:0>2}", f"{year}-{one:0>2}-{other:0>2}"


def _year_first(match: _Match) -> _Readings:
    return ("-".join(f"{number:0>2}" for number in match.groups() if number),)


def _worded(day: str | None, month: str, year: str) -> _Readings:
    number = f"{_MONTHS.index(month[:3]) + 1:02}"
    return (f"{year}-{number}-{day:0>2}" if day else f"{year}-{number}",)


def _part_of_year(match: _Match) -> _Readings:
    first, last = {"early": ("01", "04"), "mid": ("05", "08"), "late": ("09", "12")}[match[1]]
    return (f"[{match[2]}-{first}..{match[2]}-{last}]",)


def _respelt(match: _Match) -> _Readings:
    """Write the letters and qualifiers of EDTF as the text of 2019 has them."""
    text = re.sub(r"\s*([/,{}\[\]]|\.\.)\s*", r"\1", match[0])
    for old, new in (("?~", "%"), ("~?", "%"), ("unknown", ""), ("open", "..")):
        text = text.replace(old, new)
    named = re.match(r"[a-z-]+:", text)
    prefix = named[0] if named else ""
    rest = text.removeprefix(prefix).upper()
    return prefix + rest, prefix + rest.replace("U", "X")


_FORMS: Final[tuple[tuple[re.Pattern[str], Callable[[_Match], _Readings]], ...]] = (
    (re.compile(r"([0-9]{1,2})([./-])([0-9]{1,2})\2([0-9]{4})"), _day_first),
    (re.compile(r"([0-9]{4})(?:[.-]([0-9]{1,2}))?"), _year_first),
    (re.compile(r"([0-9]{4})[./-]([0-9]{1,2})[./-]([0-9]{1,2})"), _year_first),
    (re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})"), _year_first),
    (re.compile(rf"{_DAY} {_MONTH},? ([0-9]{{4}})"), lambda m: _worded(m[1], m[2], m[3])),
    (re.compile(rf"{_MONTH} {_DAY},? ([0-9]{{4}})"), lambda m: _worded(m[2], m[1], m[3])),
    (re.compile(rf"{_MONTH},? ([0-9]{{4}})"), lambda m: _worded(None, m[1], m[2])),
    (re.compile(r"(?:c|ca|circa|about|around)\.? ?([0-9-]+)"), lambda m: (f"{m[1]}~",)),
    (re.compile(r"([0-9]{2}[1-9])0'?s"), lambda m: (f"{m[1]}X",)),
    (re.compile(r"(early|mid|late)[ -]([0-9]{4})"), _part_of_year),
    (re.compile(r"([0-9]{4}) ?[-\u2013\u2014] ?([0-9]{4})"), lambda m: (f"{m[1]}/{m[2]}",)),
    (
        re.compile(r"([0-9-]{10})[ t]([0-9:]{5,8}) ?(z|[+-][0-9:]+)?"),
        lambda m: (f"{m[1]}T{m[2]}{(m[3] or '').upper()}",),
    ),
    (re.compile(r".*"), _respelt),
)
