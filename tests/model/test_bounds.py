from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.model.bounds import Bounds

WHOLE = range(-3, 4)
HALVES = [Decimal(step) / 2 for step in range(-10, 11)]


def holds(bounds: Bounds, value: Decimal) -> bool:
    low, high = bounds.low, bounds.high
    above = low is None or value > low or (value == low and not bounds.low_open)
    below = high is None or value < high or (value == high and not bounds.high_open)
    return above and below


@st.composite
def some_bounds(draw: st.DrawFn) -> Bounds:
    ends = st.sampled_from([Decimal(number) for number in WHOLE])
    low, high = draw(st.none() | ends), draw(st.none() | ends)
    if low is not None and high is not None and low >= high:
        return Bounds(low=high, high=low)
    return Bounds(
        low=low,
        high=high,
        low_open=low is not None and draw(st.booleans()),
        high_open=high is not None and draw(st.booleans()),
    )


@given(some_bounds(), some_bounds())
def test_bounds_exclude_each_other_where_they_share_no_value(a: Bounds, b: Bounds) -> None:
    shared = [value for value in HALVES if holds(a, value) and holds(b, value)]
    assert a.excludes(b) == b.excludes(a) == (not shared)


@given(some_bounds(), some_bounds())
def test_bounds_lie_within_others_that_hold_all_of_their_values(a: Bounds, b: Bounds) -> None:
    assert a.within(b) == all(holds(b, value) for value in HALVES if holds(a, value))


@given(some_bounds(), some_bounds())
def test_bounds_within_each_other_are_equal(a: Bounds, b: Bounds) -> None:
    assert (a.within(b) and b.within(a)) == (a == b)


@given(some_bounds())
def test_counting_keeps_just_the_whole_values_from_zero_on(bounds: Bounds) -> None:
    whole = [value for value in HALVES if holds(bounds, value) and value >= 0 and value % 1 == 0]
    counted = bounds.counted()
    kept = [value for value in HALVES if holds(counted, value) and value % 1 == 0]
    assert kept == whole if whole else counted == bounds


@pytest.mark.parametrize(
    ("bounds", "words"),
    [
        pytest.param(Bounds(), "any number", id="unbounded"),
        pytest.param(Bounds(low=Decimal(5), high=Decimal(5)), "5", id="one value"),
        pytest.param(Bounds(low=Decimal(5), high=Decimal("7.5")), "5 to 7.5", id="closed"),
        pytest.param(Bounds(low=Decimal(5)), "at least 5", id="low"),
        pytest.param(Bounds(low=Decimal(5), low_open=True), "more than 5", id="low, open"),
        pytest.param(Bounds(high=Decimal(5)), "at most 5", id="high"),
        pytest.param(Bounds(high=Decimal(5), high_open=True), "fewer than 5", id="high, open"),
        pytest.param(
            Bounds(low=Decimal(5), high=Decimal(7), low_open=True),
            "more than 5 and at most 7",
            id="half open",
        ),
    ],
)
def test_bounds_are_told_in_words(bounds: Bounds, words: str) -> None:
    assert str(bounds) == words
