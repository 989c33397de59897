from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given

from claimtrack.analysis.reviews import ReviewState, review_state
from claimtrack.model.dates import Date
from claimtrack.model.events import Event
from claimtrack.model.reviews import Review
from claimtrack.text.digest import digest
from tests.strategies import records

if TYPE_CHECKING:
    from claimtrack.model.records import Record

EVENT = Event(id="ferry", name="The ferry")
NOW = digest(EVENT)
OLD = "sha256:" + "0" * 64


def reviewed(record: Record, *digests: str) -> Record:
    date = Date.parse("2024-10-01")
    return evolve(
        record, reviews=tuple(Review(by="Kim", date=date, digest=each) for each in digests)
    )


@pytest.mark.parametrize(
    ("digests", "state"),
    [
        ((), "never"),
        ((OLD,), "stale"),
        ((NOW,), "fresh"),
        ((OLD, NOW), "fresh"),
        ((NOW, OLD), "fresh"),
    ],
)
def test_a_record_is_reviewed_where_a_review_names_what_it_says(
    digests: tuple[str, ...], state: ReviewState
) -> None:
    assert review_state(reviewed(EVENT, *digests)) == state


@given(records("claim"))
def test_a_review_of_what_is_there_is_fresh(record: Record) -> None:
    assert review_state(reviewed(record, OLD, digest(record))) == "fresh"
