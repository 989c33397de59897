from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.analysis.disputes import asserters, dispute_of, disputes, is_disputed
from claimtrack.corpus.records import Records
from claimtrack.model.attributions import Attribution, Stance
from claimtrack.model.claims import Claim, Retirement, Version
from claimtrack.model.dates import Date
from claimtrack.model.policies import LITERAL
from claimtrack.model.quantities import Quantity
from tests.strategies import records

if TYPE_CHECKING:
    from claimtrack.model.records import Record

NOTHING = Records.of([])
RETIRED = Retirement(date=Date.parse("2020"), reason="It was a slip.")


def said(
    speaker: str, stance: Stance = "asserts", *, source: str = "report", jointly: str = ""
) -> Attribution:
    together = tuple(jointly.split())
    return Attribution(speaker=speaker, stance=stance, source=source, jointly=together, cue="x")


def version(*attributions: Attribution, value: str = "", retired: bool = False) -> Version:
    return Version(
        statement="It is so.",
        value=Quantity.parse(value) if value else None,
        attributions=attributions,
        retired=RETIRED if retired else None,
    )


def claim(*versions: Version, exclusive: bool | None = True) -> Claim:
    named = dict(zip("abc", versions, strict=False))
    return Claim(id="q", question="What of it?", exclusive=exclusive, versions=named)


DISPUTED = {
    "denied-by-another": claim(version(said("hamas"), said("israel", "denies"))),
    "denied-by-one-of-those-who-deny-it": claim(
        version(said("hamas"), said("hamas", "denies"), said("israel", "denies"))
    ),
    "denied-by-one-who-spoke-along": claim(
        version(said("hamas"), said("hamas", "denies", jointly="iran"))
    ),
    "asserted-by-one-source-and-denied-by-another": claim(
        version(said("author"), said("author", "denies", source="letter"))
    ),
    "by-two-unknowns": claim(version(said("unknown"), said("unknown", "denies"))),
    "two-rival-texts": claim(version(said("hamas")), version(said("israel"))),
    "two-rival-texts-of-one-speaker": claim(version(said("hamas")), version(said("hamas"))),
    "two-rival-figures": claim(
        version(said("hamas"), value="7"), version(said("israel"), value="8"), exclusive=None
    ),
    "the-first-and-the-third": claim(
        version(said("hamas")), version(said("iran", "denies")), version(said("israel"))
    ),
}

UNDISPUTED = {
    "asserted": claim(version(said("hamas"), said("israel"))),
    "denied-and-never-asserted": claim(version(said("hamas", "denies"))),
    "doubted": claim(version(said("hamas"), said("israel", "questions"))),
    "neither-confirmed-nor-denied": claim(version(said("hamas"), said("israel", "declines"))),
    "denied-by-the-same-speaker": claim(version(said("hamas"), said("hamas", "denies"))),
    "denied-by-the-same-source": claim(version(said("author"), said("author", "denies"))),
    "a-rival-that-nobody-asserts": claim(version(said("hamas")), version(said("iran", "denies"))),
    "a-rival-that-is-retracted": claim(
        version(said("hamas")), version(said("iran"), said("iran", "retracts"))
    ),
    "a-rival-that-is-retired": claim(version(said("hamas")), version(said("iran"), retired=True)),
    "denied-but-retired": claim(version(said("hamas"), said("iran", "denies"), retired=True)),
    "versions-that-can-both-be-right": claim(
        version(said("hamas")), version(said("iran")), exclusive=False
    ),
    "versions-that-nobody-compares": claim(
        version(said("hamas")), version(said("iran")), exclusive=None
    ),
    "figures-apart-but-for-a-vague-word": claim(
        version(said("hamas"), value="about 6"), version(said("iran"), value="7"), exclusive=None
    ),
}


@pytest.mark.parametrize("claim", DISPUTED.values(), ids=DISPUTED)
def test_who_denies_or_excludes_what_another_asserts_disputes_it(claim: Claim) -> None:
    assert is_disputed(claim, NOTHING)


@pytest.mark.parametrize("claim", UNDISPUTED.values(), ids=UNDISPUTED)
def test_what_can_stand_together_is_not_disputed(claim: Claim) -> None:
    assert not is_disputed(claim, NOTHING)


def test_the_policy_decides_on_vague_words() -> None:
    vague = UNDISPUTED["figures-apart-but-for-a-vague-word"]
    assert is_disputed(vague, NOTHING, policy=LITERAL)


def test_an_assertion_counts_until_its_speaker_retracts_it() -> None:
    found = asserters(version(said("hamas", jointly="iran"), said("hamas", "retracts")))
    assert found == {("iran",)}


# --- ranks


def named(name: str, item: Claim) -> Claim:
    return attrs.evolve(item, id=name)


def test_disputes_rank_by_their_weaker_side_then_by_both_then_by_their_number() -> None:
    us = (said("hamas"), said("iran"))
    them = (said("israel", "denies"), said("qatar", "denies"))
    ranked = {
        "many-on-both-sides": claim(version(*us, *them)),
        "most-on-one-side": claim(version(*us, said("zoe"), them[0])),
        "more-on-one-side": claim(version(*us, them[0])),
        "several-conflicts": claim(version(us[0]), version(us[1], them[0])),
        "a": claim(version(us[0], them[0])),
        "b": claim(version(us[0], them[0])),
        "nobody-named": claim(version(us[0], said("unknown", "denies"))),
        "undisputed": claim(version(us[0])),
    }
    corpus = Records.of([named(name, item) for name, item in ranked.items()])
    assert [item.claim.id for item in disputes(corpus)] == list(ranked)[:-1]


def test_a_dispute_tells_who_stands_where() -> None:
    found = dispute_of(claim(version(said("hamas"), said("israel", "denies"))), NOTHING)
    assert found is not None
    (conflict,) = found.conflicts
    here, there = conflict.roots
    assert [root.voices for root in (*here.roots, *there.roots)] == [
        (("hamas",),),
        (("israel",),),
    ]
    assert repr(found) == '<Dispute q: "a" (roots: 1) is denied (roots: 1): by israel>'


def test_a_contradiction_tells_both_versions_and_why() -> None:
    found = dispute_of(DISPUTED["two-rival-figures"], NOTHING)
    assert found is not None
    assert str(found.conflicts[0]) == (
        '"a" (roots: 1) contradicts "b" (roots: 1): `7` and `8` exclude each other'
    )


@given(records("claim"), st.lists(records(), max_size=3))
def test_what_is_disputed_has_conflicts_and_nothing_else_has(
    record: Claim, others: list[Record]
) -> None:
    corpus = Records.of([record, *others])
    found = dispute_of(record, corpus)
    assert (found is not None) == is_disputed(record, corpus)
    assert found is None or len(found.conflicts) > 0
