from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.analysis.datevalues import relate_dates
from claimtrack.model.dates import Date
from claimtrack.model.relations import inverse

RELATIONS = {
    ("2024-07-31", "2024-07-31"): "equal: both say `2024-07-31`",
    ("persian:1403-05-10", "2024-07-31"): (
        "equal: `persian:1403-05-10` and `2024-07-31` mean the same days"
    ),
    ("2024-07-01/2024-07-31", "persian:1403-04-11/1403-05-10"): (
        "equal: `2024-07-01/2024-07-31` and `persian:1403-04-11/1403-05-10` mean the same days"
    ),
    ("2024-07-31", "2024-07"): "refines: `2024-07-31` lies within `2024-07`",
    ("2024", "2024-07"): "generalises: `2024-07` lies within `2024`",
    ("2024-07-31", "2024-08-01"): ("contradicts: `2024-07-31` and `2024-08-01` cannot be the same"),
    ("2024-07-31T02:00+03:30", "2024-07-31T02:00+02:00"): (
        "contradicts: `2024-07-31T02:00+03:30` and `2024-07-31T02:00+02:00` cannot be the same"
    ),
    ("2023~", "2024"): (
        "tension: `2023~` and `2024` can only be the same if one of them is inexact"
    ),
    ("[2024-05..2024-08]", "[2024-07..2024-10]"): (
        "compatible: `[2024-05..2024-08]` and `[2024-07..2024-10]` overlap"
    ),
    ("2024-07-31?", "2024-07-31"): "generalises: `2024-07-31` lies within `2024-07-31?`",
    ("2024-07-31T02:00", "2024-07-31T03:00"): (
        "compatible: `2024-07-31T02:00` and `2024-07-31T03:00` overlap"
    ),
    ("2024-07-31", "2024-07-31T02:00"): (
        "generalises: `2024-07-31T02:00` lies within `2024-07-31`"
    ),
    ("2024-07-31T02:00+03:30", "2024-07-30T22:30Z"): (
        "equal: `2024-07-31T02:00+03:30` and `2024-07-30T22:30Z` are the same time"
    ),
    ("2024-07-31T02:00", "persian:1403-05-10T02:00"): (
        "equal: `2024-07-31T02:00` and `persian:1403-05-10T02:00` are the same time"
    ),
    ("2024-07-31T02:00:00Z", "2024-07-31T02:00Z"): (
        "refines: `2024-07-31T02:00:00Z` lies within `2024-07-31T02:00Z`"
    ),
    ("2024-07-31T02:00+03:30", "2024-07-31T02:00"): (
        "refines: `2024-07-31T02:00+03:30` lies within `2024-07-31T02:00`"
    ),
    ("2024-07-31T02:00+03:30", "2024-07-30"): (
        "compatible: `2024-07-31T02:00+03:30` and `2024-07-30` overlap"
    ),
}


@pytest.mark.parametrize(("pair", "told"), RELATIONS.items(), ids=map(" ".join, RELATIONS))
def test_the_relation_of_two_dates_is_told_with_its_reason(
    pair: tuple[str, str], told: str
) -> None:
    first, second = map(Date.parse, pair)
    assert str(relate_dates(first, second)) == told


DATES = st.sampled_from(
    sorted({text for pair in RELATIONS for text in pair} | {"2024-07/..", "../2024", "{2023,2024}"})
)


@given(DATES, DATES)
def test_the_reverse_of_a_relation_is_its_inverse(first: str, second: str) -> None:
    ours, theirs = Date.parse(first), Date.parse(second)
    assert relate_dates(theirs, ours).relation == inverse(relate_dates(ours, theirs).relation)
