from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.analysis.disputes import is_disputed
from claimtrack.analysis.states import Word, state_of
from claimtrack.corpus.records import Records
from claimtrack.model.policies import LITERAL
from tests.analysis.test_disputes import claim, said, version
from tests.strategies import records

if TYPE_CHECKING:
    from claimtrack.model.claims import Claim
    from claimtrack.model.records import Record

NOTHING = Records.of([])
ONE, OTHER = said("hamas"), said("israel")

STATES: dict[str, tuple[Claim, Word]] = {
    "nobody-asserts-it": (claim(version(said("iran", "denies"))), "unasserted"),
    "everyone-took-it-back": (claim(version(ONE, said("hamas", "retracts"))), "unasserted"),
    "only-retired": (claim(version(ONE, retired=True)), "unasserted"),
    "denied": (claim(version(ONE, said("israel", "denies"))), "disputed"),
    "rivals": (claim(version(ONE), version(OTHER)), "disputed"),
    "a-vague-word": (
        claim(version(ONE, value="half a dozen"), version(OTHER, value="7")),
        "in-tension",
    ),
    "two-voices": (claim(version(ONE, OTHER)), "agreed"),
    "two-voices-of-which-one-is-more-exact": (
        claim(version(ONE, value="7"), version(OTHER, value="at least 5")),
        "agreed",
    ),
    "one-voice-in-two-sources": (
        claim(version(ONE, said("hamas", source="letter"))),
        "single-sourced",
    ),
    "two-voices-that-may-be-one": (
        claim(version(said("hamas", jointly="iran"), said("iran"), said("hamas", source="letter"))),
        "single-sourced",
    ),
    "one-voice-with-two-answers": (
        claim(version(ONE), version(ONE), exclusive=False),
        "single-sourced",
    ),
    "answers-that-can-all-be-right": (
        claim(version(ONE), version(OTHER), exclusive=False),
        "side-by-side",
    ),
    "answers-that-nobody-can-compare": (
        claim(version(ONE), version(OTHER), exclusive=None),
        "side-by-side",
    ),
}


@pytest.mark.parametrize(("claim", "word"), STATES.values(), ids=STATES)
def test_a_claim_stands_by_what_parts_people_most(claim: Claim, word: Word) -> None:
    found = state_of(claim, NOTHING)
    assert found.word == word
    assert found.reasons


def test_the_policy_decides_and_is_told() -> None:
    vague, _ = STATES["a-vague-word"]
    found = state_of(vague, NOTHING, policy=LITERAL)
    assert (found.word, found.policy) == ("disputed", "literal")


def test_the_roots_of_all_answers_are_counted_together() -> None:
    found = state_of(STATES["answers-that-can-all-be-right"][0], NOTHING)
    assert (found.roots.low, found.roots.high) == (2, 2)
    assert repr(found) == (
        '<State of q: side-by-side: "a" can stand beside "b": the claim is `exclusive: false`>'
    )


@given(records("claim"), st.lists(records(), max_size=3))
def test_any_claim_has_a_state(record: Claim, others: list[Record]) -> None:
    corpus = Records.of([record, *others])
    found = state_of(record, corpus)
    assert (found.word == "disputed") == is_disputed(record, corpus)
    assert (found.word == "unasserted") <= (found.roots.high == 0)
