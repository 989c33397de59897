"""What one date is to another, as answers to one question."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.model.dates import Date
from claimtrack.model.moments import moment
from claimtrack.model.relations import Related

if TYPE_CHECKING:
    from claimtrack.model.relations import Relation

_QUALIFIER = re.compile(r"[?~%]")


def relate_dates(first: Date, second: Date) -> Related:
    """Tell what the first date is to the second.

    The first rule that holds gives the relation:

    - `contradicts`: they cannot be the date of the same thing.
    - `tension`: they can be, but only thanks to `?`, `~` or `%`.
    - `equal`: they mean the same days, in whatever calendar, or the same time, at whatever offset.
    - `refines`, `generalises`: one leaves fewer possibilities, and no others.
    - `compatible`: they overlap.

    >>> print(relate_dates(Date.parse("2024-07-31"), Date.parse("2024-07")))
    refines: `2024-07-31` lies within `2024-07`
    """
    relation, words = _relation(first, second)
    return Related(relation, words.format(f"`{first}`", f"`{second}`"))


def _relation(first: Date, second: Date) -> tuple[Relation, str]:
    if first == second:
        return "equal", "both say {0}"
    if first.contradicts(second):
        return "contradicts", "{0} and {1} cannot be the same"
    if _unqualified(first).contradicts(_unqualified(second)):
        return "tension", "{0} and {1} can only be the same if one of them is inexact"
    return _agreement(first, second)


def _agreement(first: Date, second: Date) -> tuple[Relation, str]:
    if _same_time(first, second):
        return "equal", "{0} and {1} are the same time"
    if _same_days(first, second):
        return "equal", "{0} and {1} mean the same days"
    if first.refines(second):
        return "refines", "{0} lies within {1}"
    if second.refines(first):
        return "generalises", "{1} lies within {0}"
    return "compatible", "{0} and {1} overlap"


def _unqualified(date: Date) -> Date:
    return Date.parse(_QUALIFIER.sub("", date.text))


def _same_time(first: Date, second: Date) -> bool:
    ours, theirs = moment(first.expression), moment(second.expression)
    if ours and theirs:
        return (ours.first, ours.last) == (theirs.first, theirs.last)
    clocks = [date.expression.parts[0].clock for date in (first, second)]
    return clocks[0] is not None and clocks[0] == clocks[1] and first.earliest == second.earliest


def _same_days(first: Date, second: Date) -> bool:
    return _days(first) == _days(second) and _is_plain(first) and _is_plain(second)


def _days(date: Date) -> tuple[object, ...]:
    return (date.kind, date.earliest, date.latest, date.start_state, date.end_state)


def _is_plain(date: Date) -> bool:
    """Tell whether the first and the last day say all: it has no gaps, qualifier or time."""
    parts = date.expression.parts
    return not date.is_set and all(
        part.is_definite and not (part.leeway or part.clock) for part in parts
    )
