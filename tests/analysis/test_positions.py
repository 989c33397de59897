from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from attrs import evolve

from claimtrack.analysis.positions import Positions, positions
from claimtrack.corpus.conflicts import NoSuchRecord
from claimtrack.model.claims import Retirement, Version
from claimtrack.model.dates import Date
from claimtrack.model.quantities import Quantity
from tests.analysis.speaking import claim, said, speaking

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrack.model.attributions import Attribution


def of(tmp_path: Path, speaker: str, *attributions: Attribution, **more: Attribution) -> Positions:
    """Return the positions where all speak of version `a`, and one each of the others named."""
    versions = {"a": attributions, **{name: (item,) for name, item in more.items()}}
    return positions(speaker, speaking(tmp_path / "claims", claim(**versions)))


def turns(found: Positions) -> list[tuple[str, str, str]]:
    return [
        (turn.kind, turn.first.attribution.stance, turn.second.attribution.stance)
        for turn in found.turns
    ]


def test_all_that_a_speaker_says_is_told_and_nothing_else(tmp_path: Path) -> None:
    found = of(
        tmp_path,
        "zoe",
        said("zoe", said="2024"),
        said("state", jointly=("zoe",), said="2023"),
        said("author", source="story"),
        said("author", source="wire"),
        said("state"),
        said("state", "denies", citing=()),
    )
    assert [item.attribution.speaker for item in found.dated] == ["state", "zoe"]
    assert [item.attribution.source for item in found.undated] == ["story"]
    assert len(found.with_stance("asserts")) == 3


def test_a_body_speaks_through_its_parts_unless_they_are_left_out(tmp_path: Path) -> None:
    corpus = speaking(tmp_path / "claims", claim(a=(said("ministry"), said("state"))))
    assert positions("state", corpus).members == ("state", "ministry")
    assert len(positions("state", corpus).utterances) == 2
    assert len(positions("state", corpus, parts=False).utterances) == 1
    assert len(positions("ministry", corpus).utterances) == 1


def test_a_publisher_speaks_where_nobody_signed(tmp_path: Path) -> None:
    found = of(tmp_path, "paper", said("author"), said("author", source="story"))
    assert [item.attribution.source for item in found.utterances] == ["wire"]


def test_a_later_denial_is_a_reversal(tmp_path: Path) -> None:
    found = of(tmp_path, "zoe", said("zoe", said="2024-08"), said("zoe", "denies", said="2023"))
    assert turns(found) == [("reversal", "denies", "asserts")]
    assert found.turns[0].reason == 'denies "a" (2023) and asserts "a" (2024-08)'
    assert repr(found.turns[0]) == (
        '<Turn, reversal in question: denies "a" (2023) and asserts "a" (2024-08)>'
    )


@pytest.mark.parametrize("later", ["2024", "2024-08?", "2024-08"])
def test_of_what_may_be_the_later_no_reversal_is_made(tmp_path: Path, later: str) -> None:
    found = of(tmp_path, "zoe", said("zoe", said="2024-08"), said("zoe", "denies", said=later))
    assert [turn[0] for turn in turns(found)] == ["contradiction"]
    assert found.turns[0].in_order is None


def test_what_was_published_before_was_said_before(tmp_path: Path) -> None:
    item = said("zoe", "denies", source="story")
    both = claim(a=(said("zoe", said="2024"), item))
    corpus = speaking(tmp_path / "claims", both, story="2020")
    assert turns(positions("zoe", corpus)) == [("reversal", "denies", "asserts")]


def test_what_is_certainly_earlier_comes_first_wherever_it_is_listed(tmp_path: Path) -> None:
    found = of(tmp_path, "zoe", said("zoe", said="/2010"), said("zoe", "denies", said="2024"))
    assert [item.attribution.stance for item in found.dated] == ["denies", "asserts"]
    assert turns(found) == [("reversal", "asserts", "denies")]


def test_versions_that_exclude_each_other_contradict(tmp_path: Path) -> None:
    found = of(tmp_path, "zoe", said("zoe", said="2023"), b=said("zoe", said="2024"))
    assert turns(found) == [("reversal", "asserts", "asserts")]
    assert found.turns[0].reason.endswith("the claim is `exclusive: true`")


def test_to_deny_one_answer_and_assert_another_is_no_turn(tmp_path: Path) -> None:
    assert not of(tmp_path, "zoe", said("zoe"), b=said("zoe", "denies")).turns


def test_who_denies_what_its_more_exact_answer_implies_turns(tmp_path: Path) -> None:
    exact = Version(statement="It is exact.", broader="a", attributions=(said("zoe"),))
    corpus = speaking(tmp_path / "claims", claim(a=(said("zoe", "denies"),), b=exact))
    assert [turn.kind for turn in positions("zoe", corpus).turns] == ["contradiction"]


def test_who_denies_the_more_exact_answer_keeps_the_broad_one(tmp_path: Path) -> None:
    exact = Version(statement="It.", broader="a", attributions=(said("zoe", "denies"),))
    corpus = speaking(tmp_path / "claims", claim(a=(said("zoe"),), b=exact))
    assert not positions("zoe", corpus).turns


def test_a_retraction_is_told_as_one_and_its_return_as_a_reversal(tmp_path: Path) -> None:
    back = said("zoe", "retracts", said="2023")
    found = of(tmp_path, "zoe", said("zoe", said="2022"), back, said("zoe", said="2024", id="x"))
    assert turns(found) == [
        ("retraction", "asserts", "retracts"),
        ("reversal", "retracts", "asserts"),
    ]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("2020", "2021", False), ("2020", "2020", True), ("2020", "2020-05", None)],
)
def test_two_statements_of_two_times_are_no_turn(
    tmp_path: Path, one: str, other: str, *, same: bool | None
) -> None:
    found = of(tmp_path, "zoe", said("zoe", as_of=one), b=said("zoe", as_of=other))
    assert [turn.same_time for turn in found.turns + found.other_times] == [same]
    assert bool(found.other_times) == (same is False)


def test_the_times_of_versions_count_as_well(tmp_path: Path) -> None:
    toll = [
        Version(
            statement="So many.",
            value=Quantity.parse(value),
            as_of=Date.parse(year),
            attributions=(said("zoe"),),
        )
        for value, year in (("7", "2020"), ("9", "2021"))
    ]
    corpus = speaking(tmp_path / "claims", claim(a=toll[0], b=toll[1]))
    found = positions("zoe", corpus)
    assert not found.turns
    assert [turn.kind for turn in found.other_times] == ["contradiction"]


def test_a_count_of_the_dead_may_rise_and_never_falls(tmp_path: Path) -> None:
    def told(folder: str, *counts: tuple[str, str]) -> Positions:
        tolls = {
            f"v{value}": Version(
                statement="So many.",
                value=Quantity.parse(value),
                attributions=(said("zoe", said=day),),
            )
            for value, day in counts
        }
        asked = evolve(claim(**tolls), answer="quantity", unit="people killed", kind="numerical")
        return positions("zoe", speaking(tmp_path / folder, asked))

    rising = told("rising", ("7", "2020-05-01"), ("9", "2020-05-02"))
    assert not rising.turns + rising.other_times
    falling = told("falling", ("9", "2020-05-01"), ("7", "2020-05-02"))
    assert [turn.kind for turn in falling.turns] == ["reversal"]
    at_once = told("once", ("9", "2020-05-01"), ("7", "2020-05-01"))
    assert [turn.kind for turn in at_once.turns] == ["contradiction"]


def test_what_is_hedged_is_in_tension_at_most(tmp_path: Path) -> None:
    found = of(tmp_path, "zoe", said("zoe", certainty="possible"), b=said("zoe"))
    assert [turn.kind for turn in found.turns] == ["tension"]
    assert 'asserts "a" as possible' in found.turns[0].reason


def test_a_wish_goes_against_no_statement(tmp_path: Path) -> None:
    assert not of(tmp_path, "zoe", said("zoe", act="wishes"), b=said("zoe")).turns
    assert of(tmp_path / "two", "zoe", said("zoe", act="asks"), b=said("zoe")).turns


def test_a_part_against_another_is_not_one_against_itself(tmp_path: Path) -> None:
    found = of(tmp_path, "state", said("state"), said("ministry", "denies"))
    assert [turn.speakers for turn in found.turns] == [(("ministry",), ("state",))]
    assert not found.turns[0].of_oneself
    joint = said("ministry", jointly=("state",))
    found = of(tmp_path / "two", "state", joint, said("state", "denies"))
    assert found.turns[0].of_oneself


def test_another_speaker_makes_no_turn(tmp_path: Path) -> None:
    assert not of(tmp_path, "zoe", said("zoe"), said("state", "denies")).turns


def test_a_retired_version_is_still_said_and_turns_nothing(tmp_path: Path) -> None:
    retired = Version(
        statement="A slip.",
        retired=Retirement(date=Date.parse("2024"), reason="misread"),
        attributions=(said("zoe"),),
    )
    corpus = speaking(tmp_path / "claims", claim(a=(said("zoe"),), b=retired))
    found = positions("zoe", corpus)
    assert len(found.utterances) == 2
    assert not found.turns


def test_a_speaker_that_is_not_there_is_refused_with_the_nearest(tmp_path: Path) -> None:
    corpus = speaking(tmp_path / "claims")
    with pytest.raises(NoSuchRecord, match=r'there is no speaker "zoey", did you mean "zoe"\?'):
        positions("zoey", corpus)
    assert repr(positions("zoe", corpus)) == "<Positions of zoe: 0 dated, 0 undated, 0 turns>"
