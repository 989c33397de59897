"""A year could be meant in another calendar.

`1397` without a calendar is the year 1397 of the Gregorian one, in the Middle Ages. In today's
texts such a number is nearly always a Solar Hijri year (`persian:1397`) or an Islamic one
(`islamic-umalqura:1397`). Look at the source and write which; where a year of the Middle Ages is
meant, leave this rule out (`--ignore CTD102`).

Bad:

    # events/ferry-attack.yaml
    event: Attack on the ferry Aurelia
    date: 1397-12
    place: off Port Selm

Good:

    # events/ferry-attack.yaml
    event: Attack on the ferry Aurelia
    date: persian:1397-12
    place: off Port Selm
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from claimtrack.findings import Fault, Kind, Severity
from claimtrack.model.calendars import CALENDARS, GREGORIAN
from claimtrack.model.dates import Date
from claimtrack.model.frozenmap import FrozenMap
from claimtrack.model.ids import RECORD_KINDS
from claimtrack.rules.base import Rule
from claimtrack.text.schema import shape_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.findings import KeyPath
    from claimtrack.model.records import Record
    from claimtrack.rules.base import View
    from claimtrack.text.schema import Field

KIND = Kind("CTD102", "ambiguous-year", Severity.WARNING)
_FIRST, _LAST = 1300, 1450


def check(record: Record, _: View) -> Iterator[Fault]:
    """Yield each date with a year from 1300 to 1450 that names no calendar."""
    for keys, date in dates(record):
        year = _suspect(date)
        if year is not None:
            yield Fault(kind=KIND, message=_message(year), keys=keys)


def dates(value: object, keys: KeyPath = ()) -> Iterator[tuple[KeyPath, Date]]:
    """Yield every date of a record or of a part of it, with the keys that lead to it."""
    if isinstance(value, Date):
        yield keys, value
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from dates(item, (*keys, index))
    elif isinstance(value, FrozenMap):
        for name, item in value.items():
            yield from dates(item, (*keys, name))
    else:
        for field in _dated().get(type(value), ()):
            yield from dates(getattr(value, field.attribute), (*keys, field.key))


@functools.cache
def _dated() -> dict[type, tuple[Field, ...]]:
    """Return which fields of each class hold a date, or something that may."""
    found: dict[type, tuple[Field, ...]] = {}
    waiting = [shape_of(kind) for kind in RECORD_KINDS]
    while waiting:
        shape = waiting.pop()
        waiting += [field.shape for field in shape.fields if field.shape]
        found[shape.cls] = tuple(
            field for field in shape.fields if field.shape or field.form in {"date", "value"}
        )
    return found


def _suspect(date: Date) -> int | None:
    if date.calendar != GREGORIAN.name:
        return None
    years = (part.first[0] for part in date.expression.parts if part.last[0] <= _LAST)
    return next((year for year in years if year >= _FIRST), None)


def _message(year: int) -> str:
    other = "islamic-umalqura"
    islamic = other if CALENDARS[other].has_year(year) else "islamic-civil"
    return (
        f"`{year}` without a calendar is Gregorian; "
        f"write `persian:{year}` if Solar Hijri is meant, `{islamic}:{year}` if Islamic is"
    )


RULE = Rule(kind=KIND, check=check, explanation=__doc__ or "")
