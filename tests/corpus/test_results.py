from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.corpus.corpus import Corpus, load
from claimtrack.corpus.index import Utterance
from claimtrack.corpus.query import Query
from claimtrack.model.attributions import Attribution, Relay
from claimtrack.model.claims import Claim, Version
from claimtrack.model.dates import Date
from tests.strategies import DATES

if TYPE_CHECKING:
    from pathlib import Path

BASE = Attribution(speaker="adam", stance="asserts", source="story", cue="it was said")
CLAIM = Claim(
    id="attack/place",
    question="Where?",
    kind="event",
    subjects=("zoe",),
    status="accepted",
    versions={"bridge": Version(statement="At the Old Bridge.", attributions=(BASE,))},
)
#: What is asked, and an attribution that answers to it while `BASE` does not.
ANSWERS: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "by": ({"by": "zoe"}, {"speaker": "zoe"}),
    "by-jointly": ({"by": "zoe"}, {"jointly": ("zoe",)}),
    "speaker-carrying": ({"speaker": "zoe"}, {"via": (Relay(speaker="zoe"),)}),
    "to": ({"to": "zoe"}, {"to": ("zoe",)}),
    "cited": ({"cited": "zoe"}, {"citing": (Relay(speaker="zoe"),)}),
    "source": ({"source": "unsigned"}, {"source": "unsigned"}),
    "stance": ({"stance": "denies"}, {"stance": "denies"}),
    "act": ({"act": "demands"}, {"act": "demands"}),
    "certainty": ({"certainty": "possible"}, {"certainty": "possible"}),
    "reported": ({"reported": "implied"}, {"reported": "implied"}),
    "form": ({"form": "letter"}, {"form": "letter"}),
    "said": ({"said": "2024-08"}, {"said": Date.parse("2024-08-02")}),
    "said-as-a-date": ({"said": Date.parse("2024")}, {"said": Date.parse("2024-08")}),
    "quote": ({"text": "never there"}, {"quote": "I was Never\nthere"}),
    "cue": ({"text": "denied"}, {"cue": "denied it"}),
}


def asking(corpus: Corpus, **asked: Any) -> list[Attribution]:
    return [item.attribution for item in corpus.attributions(claim="attack/place", **asked)]


@pytest.mark.parametrize(("asked", "more"), ANSWERS.values(), ids=ANSWERS)
def test_what_answers_is_found_and_what_does_not_is_not(
    root: Path, asked: dict[str, Any], more: dict[str, Any]
) -> None:
    corpus = load(root)
    other = attrs.evolve(BASE, **more, id="other")
    corpus.add(CLAIM.with_attribution("bridge", other))
    assert [item.id for item in asking(corpus, **asked)] == ["other"]
    found = corpus.attributions().where(**asked).where(claim="attack/place")
    assert [item.attribution.id for item in found] == ["other"]


@pytest.mark.parametrize(
    "asked",
    [
        {"subject": "zoe"},
        {"status": "accepted"},
        {"claim": "attack/place"},
        {"text": "old bridge"},
        {"kind": "event", "by": "adam", "stance": "asserts"},
    ],
    ids=str,
)
def test_claims_are_found_by_what_they_say_of_themselves(root: Path, asked: Any) -> None:
    corpus = load(root)
    corpus.add(CLAIM)
    assert [claim.id for claim in corpus.find(**asked)] == ["attack/place"]


@pytest.mark.parametrize(
    ("said", "certain", "possible"),
    [
        ("2024-08-02", True, True),
        ("2024", False, True),
        ("2024-08-31?", False, True),
        ("2024-09", False, False),
        (None, False, True),
    ],
)
def test_a_date_that_may_lie_within_is_possible_and_not_certain(
    root: Path, said: str | None, *, certain: bool, possible: bool
) -> None:
    corpus = load(root)
    dated = attrs.evolve(BASE, said=Date.parse(said) if said else None)
    corpus.add(CLAIM.with_attribution("bridge", dated))
    assert bool(asking(corpus, said="2024-08")) == certain
    assert bool(asking(corpus, possibly_said="2024-08")) == possible


@given(st.sampled_from(DATES), st.sampled_from(DATES))
def test_what_is_certain_is_possible(said: str, asked: str) -> None:
    claim = CLAIM.with_attribution("bridge", attrs.evolve(BASE, said=Date.parse(said)))
    certain = list(Query.of({"said": asked}).utterances([claim]))
    possible = list(Query.of({"possibly_said": asked}).utterances([claim]))
    assert [item for item in certain if item not in possible] == []


def test_results_are_a_sequence_that_is_asked_further(root: Path) -> None:
    found = load(root).attributions()
    assert len(found) == 4
    assert isinstance(found[0], Utterance)
    assert list(found[1:3]) == list(found)[1:3]
    assert found[1:3].where(stance="denies") == found.where(stance="denies")
    assert found.where() == found
    assert repr(found[:0]) == "<0 attributions>"
    assert repr(found) == (
        "<4 attributions: attack/culprit#adam: unknown asserts, attack/method#bomb: zoe asserts, "
        "attack/method#bomb: adam denies, … and 1 more>"
    )


def test_results_are_grouped_by_what_they_have_in_common(root: Path) -> None:
    corpus = load(root)
    joint = attrs.evolve(BASE, jointly=("zoe",))
    corpus.add(CLAIM.with_version("bridge", Version(statement="There.", attributions=(joint,))))
    found = corpus.attributions()
    assert {name: len(group) for name, group in found.by_version().items()} == {
        "attack/culprit#adam": 1,
        "attack/method#bomb": 2,
        "attack/method#fire": 1,
        "attack/place#bridge": 1,
    }
    assert {name: len(group) for name, group in found.by_speaker().items()} == {
        "adam": 2,
        "author": 1,
        "unknown": 1,
        "zoe": 2,
    }
    assert list(found.by_claim()) == [claim.id for claim in found.claims]
    assert found.by_source()["unsigned"] == found.where(source="unsigned")
