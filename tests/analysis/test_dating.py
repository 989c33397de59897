from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.analysis.dating import said_when, until
from claimtrack.model.attributions import Relay
from claimtrack.model.dates import Date
from tests.analysis.speaking import claim, said, speaking
from tests.strategies import DATES

if TYPE_CHECKING:
    from pathlib import Path


def when(tmp_path: Path, attribution: object, **published: str) -> str:
    corpus = speaking(tmp_path / "claims", claim(a=(attribution,)), **published)  # type: ignore[arg-type]  # of `said`
    return str(said_when(corpus.attributions()[0], corpus))


def test_what_is_said_is_dated_as_given(tmp_path: Path) -> None:
    assert when(tmp_path, said("zoe", said="2024~"), wire="2020") == "2024~"


def test_what_is_not_dated_was_said_by_the_time_of_its_publication(tmp_path: Path) -> None:
    assert when(tmp_path, said("zoe"), wire="2024-08") == "[..2024-08]"


def test_the_earliest_who_passed_it_on_bounds_it(tmp_path: Path) -> None:
    via = (Relay(speaker="paper", date=Date.parse("2024-07-31")), Relay(speaker="state"))
    assert when(tmp_path, said("zoe", via=via), wire="2024-08") == "[..2024-07-31]"


def test_what_nothing_dates_has_no_date(tmp_path: Path) -> None:
    assert when(tmp_path, said("zoe")) == "None"


@pytest.mark.parametrize("text", ["2024/..", "2024/", "2018?/2019"])
def test_what_ends_nowhere_for_certain_bounds_nothing(text: str) -> None:
    assert until(Date.parse(text)) is None


@given(st.sampled_from(DATES).map(Date.parse))
def test_a_bound_never_ends_before_the_date_it_is_made_of(date: Date) -> None:
    bound = until(date)
    assert bound is None or (bound.latest == date.latest and date.after(bound) is not True)
    assert bound is None or bound.start_state in {"unknown", "open"}
