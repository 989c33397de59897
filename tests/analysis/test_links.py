from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.analysis.links import cycle_from, reachable

if TYPE_CHECKING:
    from collections.abc import Callable
from itertools import pairwise

NAMES = st.sampled_from("abcdef")
GRAPHS = st.dictionaries(NAMES, st.lists(NAMES, max_size=3), max_size=6)


def links(graph: dict[str, list[str]]) -> Callable[[str], list[str]]:
    return lambda name: graph.get(name, [])


REACHABLE: dict[str, tuple[dict[str, list[str]], set[str]]] = {
    "nothing": ({}, set()),
    "a-chain": ({"a": ["b"], "b": ["c"]}, {"b", "c"}),
    "a-diamond": ({"a": ["b", "c"], "b": ["d"], "c": ["d"]}, {"b", "c", "d"}),
    "itself-by-way-of-another": ({"a": ["b"], "b": ["a"]}, {"a", "b"}),
    "not-what-leads-here": ({"b": ["a"]}, set()),
}


@pytest.mark.parametrize(("graph", "found"), REACHABLE.values(), ids=REACHABLE)
def test_every_way_is_followed_to_its_end(graph: dict[str, list[str]], found: set[str]) -> None:
    assert reachable("a", links(graph)) == found


CYCLES: dict[str, tuple[dict[str, list[str]], tuple[str, ...]]] = {
    "of-one": ({"b": ["b"]}, ("b", "b")),
    "of-three": ({"b": ["d"], "d": ["c"], "c": ["b"]}, ("b", "d", "c", "b")),
    "the-shortest": ({"b": ["c", "d"], "c": ["d"], "d": ["b"]}, ("b", "d", "b")),
}

NO_CYCLES: dict[str, dict[str, list[str]]] = {
    "nothing": {},
    "told-at-another": {"b": ["a"], "a": ["b"]},
    "further-on": {"b": ["c"], "c": ["d"], "d": ["c"]},
    "a-diamond": {"b": ["c", "d"], "c": ["e"], "d": ["e"]},
}


@pytest.mark.parametrize(("graph", "cycle"), CYCLES.values(), ids=CYCLES)
def test_a_cycle_is_told_from_its_first_id(
    graph: dict[str, list[str]], cycle: tuple[str, ...]
) -> None:
    assert cycle_from("b", links(graph)) == cycle


@pytest.mark.parametrize("graph", NO_CYCLES.values(), ids=NO_CYCLES)
def test_what_is_no_cycle_of_the_first_id_is_not_told(graph: dict[str, list[str]]) -> None:
    assert cycle_from("b", links(graph)) == ()


@given(GRAPHS)
def test_cycles_are_found_just_where_an_id_reaches_itself(graph: dict[str, list[str]]) -> None:
    follow = links(graph)
    cycles = [cycle for name in "abcdef" if (cycle := cycle_from(name, follow))]
    assert bool(cycles) == any(name in reachable(name, follow) for name in "abcdef")
    for cycle in cycles:
        assert cycle[0] == cycle[-1] == min(cycle)
        steps = pairwise(cycle)
        assert all(there in follow(here) for here, there in steps)
