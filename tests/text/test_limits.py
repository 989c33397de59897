from __future__ import annotations

import pytest

from claimtrack.text.limits import DEFAULT_LIMITS, InvalidLimits, Limits


def test_the_limits_are_those_of_the_format() -> None:
    assert Limits() == DEFAULT_LIMITS == Limits(size=256 * 1024, nodes=20_000, depth=16)


def test_a_manifest_lowers_what_it_names() -> None:
    lowered = DEFAULT_LIMITS.lowered(size=1000).lowered(nodes=50, depth=1)

    assert lowered == Limits(size=1000, nodes=50, depth=1)
    assert lowered.lowered() == lowered


@pytest.mark.parametrize("name", ["size", "nodes", "depth"])
@pytest.mark.parametrize("over", [-(10**6), 0, 10**6], ids=["below zero", "zero", "above"])
def test_no_limit_is_raised_or_nothing(name: str, over: int) -> None:
    with pytest.raises(InvalidLimits) as of_new:
        Limits(**{name: over})
    with pytest.raises(InvalidLimits) as of_lowered:
        DEFAULT_LIMITS.lowered(**{name: over})

    assert str(of_new.value) == str(of_lowered.value)


def test_a_lowered_limit_does_not_rise_again() -> None:
    with pytest.raises(InvalidLimits) as raised:
        DEFAULT_LIMITS.lowered(depth=4).lowered(depth=5)

    assert str(raised.value) == (
        "the limit `depth` is 5: give a number from 1 to 4, limits can only be lowered"
    )
