from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.analysis.speakervalues import is_part_of, relate_speakers
from claimtrack.model.relations import inverse
from claimtrack.model.speakers import Speaker

PARTS = {
    "isis": (),
    "isis-k": ("isis",),
    "isis-k-cell": ("isis-k",),
    "israel": (),
    "aman": ("israel",),
    "mossad": ("israel",),
    "cia": ("united-states",),
    "round": ("turn",),
    "turn": ("round",),
}
SPEAKERS = {name: Speaker(id=name, name=name, part_of=wholes) for name, wholes in PARTS.items()}


@pytest.mark.parametrize(
    ("one", "whole"),
    [("isis-k", "isis"), ("isis-k-cell", "isis"), ("isis", "isis"), ("cia", "united-states")],
)
def test_a_part_of_a_part_is_part_of_the_whole(one: str, whole: str) -> None:
    assert is_part_of(one, whole, SPEAKERS)


@pytest.mark.parametrize(("one", "whole"), [("isis", "isis-k"), ("aman", "mossad"), ("x", "isis")])
def test_a_whole_is_no_part_of_its_part(one: str, whole: str) -> None:
    assert not is_part_of(one, whole, SPEAKERS)


RELATED = {
    ("isis-k", "isis-k"): 'equal: both name "isis-k"',
    ("aman mossad", "mossad aman"): 'equal: both name "aman", "mossad"',
    ("isis-k-cell", "isis"): 'refines: "isis-k-cell" is part of "isis"',
    ("isis", "isis-k"): 'generalises: "isis-k" is part of "isis"',
    ("aman mossad", "israel"): 'refines: "aman", "mossad" is part of "israel"',
    (
        "cia mossad",
        "israel",
    ): 'compatible: "cia", "mossad" and "israel" share somebody, but not all',
    ("isis", "isis israel"): 'compatible: "isis" and "isis", "israel" share somebody, but not all',
    ("round", "turn"): 'compatible: "round" and "turn" share somebody, but not all',
}


@pytest.mark.parametrize(("pair", "told"), RELATED.items(), ids=map(" against ".join, RELATED))
def test_what_has_to_do_with_another_is_told_with_its_reason(
    pair: tuple[str, str], told: str
) -> None:
    first, second = (tuple(names.split()) for names in pair)
    assert str(relate_speakers(first, second, SPEAKERS)) == told


@pytest.mark.parametrize(("one", "other"), [("isis", "israel"), ("aman", "mossad"), ("x", "y")])
def test_what_has_nothing_to_do_with_another_has_no_relation(one: str, other: str) -> None:
    assert relate_speakers((one,), (other,), SPEAKERS) is None


ANSWERS = st.lists(st.sampled_from(sorted(PARTS)), min_size=1, max_size=3).map(tuple)


@given(ANSWERS, ANSWERS)
def test_the_reverse_of_a_relation_is_its_inverse(
    first: tuple[str, ...], second: tuple[str, ...]
) -> None:
    there, back = (
        relate_speakers(first, second, SPEAKERS),
        relate_speakers(second, first, SPEAKERS),
    )
    if there is None or back is None:
        assert there is back
    else:
        assert back.relation == inverse(there.relation)
