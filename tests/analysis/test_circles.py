from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.analysis.circles import circles
from claimtrack.corpus.records import Records
from claimtrack.model.claims import Claim, RelatedAs, RelatedClaim, Version
from claimtrack.model.sources import Source
from tests.analysis.test_chains import claim, said
from tests.strategies import records
from tests.work import calls

if TYPE_CHECKING:
    from claimtrack.model.attributions import Attribution
    from claimtrack.model.records import Record

POST = Source(id="post", title="Post", publisher="the-post")
TIMES = Source(id="times", title="Times", publisher="the-times")


def found(*some: Record) -> list[str]:
    return [str(circle) for circle in circles(Records.of([*some, POST, TIMES]))]


CIRCLES: dict[str, tuple[list[Attribution], list[str]]] = {
    "two-who-cite-each-other": (
        [said("bbc", citing="cnn"), said("cnn", citing="bbc")],
        ['"bbc" relies on "cnn", who relies on "bbc"'],
    ),
    "through-a-third": (
        [said("bbc", citing="cnn"), said("cnn", citing="iran"), said("iran", citing="bbc")],
        ['"bbc" relies on "cnn", who relies on "iran", who relies on "bbc"'],
    ),
    "through-one-who-carries": (
        [said("iran", via="bbc"), said("iran", "letter", citing="bbc")],
        ['"bbc" relies on "iran", who relies on "bbc"'],
    ),
    "of-two-papers-that-print-each-other": (
        [said("the-times", "post"), said("the-post", "times")],
        ['"the-post" relies on "the-times", who relies on "the-post"'],
    ),
    "none": ([said("bbc", citing="iran"), said("cnn", citing="bbc iran")], []),
    "one-who-prints-himself": ([said("author", "post"), said("the-post", "post")], []),
    "one-who-denies": (
        [said("bbc", citing="cnn"), said("cnn", citing="bbc", stance="denies")],
        [],
    ),
    "of-those-who-are-not-named": (
        [said("bbc", citing="unknown"), said("unknown", citing="bbc")],
        [],
    ),
}


@pytest.mark.parametrize(("items", "expected"), CIRCLES.values(), ids=CIRCLES)
def test_an_answer_that_goes_round_is_found(items: list[Attribution], expected: list[str]) -> None:
    assert found(claim(*items)) == expected


def test_a_circle_shows_its_evidence_link_by_link() -> None:
    one, other = said("bbc", citing="cnn"), said("cnn", citing="bbc")
    (circle,) = circles(Records.of([claim(one, other)]))
    assert [[it.attribution for it in some] for some in circle.evidence] == [[one], [other]]
    assert repr(circle) == '<Circle: "bbc" relies on "cnn", who relies on "bbc">'


def related(*relations: RelatedAs) -> list[Claim]:
    ours = attrs.evolve(claim(said("bbc", citing="cnn")), id="p")
    theirs = claim(said("cnn", citing="bbc"))
    named = tuple(RelatedClaim(claim="q", relation=relation) for relation in relations)
    return [attrs.evolve(ours, related=named), theirs]


def test_a_circle_may_lead_through_claims_that_are_related() -> None:
    assert len(found(*related("same-as"))) == 1
    assert found(*related("contradicts")) == []
    assert found(*related()) == []


def test_a_circle_may_lead_through_a_broader_version_and_not_through_a_rival() -> None:
    rivals = Claim(
        id="q",
        question="What?",
        versions={
            "a": Version(statement="So.", attributions=(said("bbc", citing="cnn"),)),
            "b": Version(statement="Or so.", attributions=(said("cnn", citing="bbc"),)),
        },
    )
    exact = attrs.evolve(rivals.versions["a"], broader="b")
    assert found(rivals) == []
    assert len(found(rivals.with_version("a", exact))) == 1


def test_many_claims_take_no_more_than_their_number_of_work() -> None:
    def corpus(number: int) -> Records:
        some = [claim(said("bbc", citing="cnn iran"), said("cnn", citing="iran"))] * number
        return Records.of([attrs.evolve(it, id=f"q{at}") for at, it in enumerate(some)])

    few, many = (calls(partial(circles, corpus(number))) for number in (50, 200))
    assert many < 5 * few


@given(st.lists(records("claim"), max_size=4))
def test_whatever_is_found_leads_back_to_itself(some: list[Record]) -> None:
    by_id = {record.id: record for record in some}
    for circle in circles(Records.of(by_id.values())):
        assert len(circle.voices) == len(circle.evidence) > 1
        assert all(circle.evidence)
