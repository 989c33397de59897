"""As many disjoint sets are chosen as there can be."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.analysis.packing import packing

SETS = st.lists(st.frozensets(st.integers(0, 8), min_size=1, max_size=3), max_size=9)


def disjoint(some: tuple[frozenset[int], ...]) -> bool:
    return all(one.isdisjoint(other) for one, other in combinations(some, 2))


@given(SETS)
def test_no_other_choice_is_larger(sets: list[frozenset[int]]) -> None:
    found = packing(sets)
    assert disjoint(tuple(sets[number] for number in found.chosen))
    assert len(found.chosen) == found.most
    more = combinations(sets, found.most + 1)
    assert not any(disjoint(some) for some in more)


def test_the_first_sets_are_chosen_where_it_is_the_same() -> None:
    assert packing([{1, 2}, {2, 3}, {3, 1}]).chosen == (0,)
    assert packing([]).chosen == ()


def test_the_bound_of_many_sets_is_never_too_low() -> None:
    chain = [{number, number + 1} for number in range(60)]
    for sets in (chain, chain[::-1], sorted(chain, key=lambda some: min(some) % 7)):
        found = packing(sets)
        assert len(found.chosen) <= 30 <= found.most
        assert found.most == packing(chain).most
    star = [{0, number} for number in range(1, 60)]
    assert packing(star).chosen == (0,)
    assert packing(star).most >= 1
