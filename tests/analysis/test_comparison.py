from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

import attrs
import pytest
from hypothesis import assume, given

from claimtrack.analysis.comparison import compare, comparisons
from claimtrack.analysis.disputes import is_disputed
from claimtrack.corpus.corpus import load
from claimtrack.corpus.records import Records
from claimtrack.model.attributions import Attribution
from claimtrack.model.claims import Claim, Value, Version
from claimtrack.model.dates import Date
from claimtrack.model.ids import VersionRef
from claimtrack.model.policies import LITERAL, POLICIES, TOLERANT
from claimtrack.model.quantities import Quantity
from claimtrack.model.relations import inverse
from claimtrack.model.speakers import Speaker
from tests.strategies import records
from tests.work import calls

if TYPE_CHECKING:
    from pathlib import Path

SPEAKERS = Records.of(
    [
        Speaker(id="isis", name="ISIS"),
        Speaker(id="isis-k", name="ISIS-K", part_of=("isis",)),
        Speaker(id="israel", name="Israel"),
    ]
)


def version(value: Value | None = None) -> Version:
    return Version(statement="It is so.", value=value)


def quantity(text: str) -> Version:
    return version(Quantity.parse(text))


def date(text: str) -> Version:
    return version(Date.parse(text))


def claim(a: Version, b: Version, *, exclusive: bool | None = None) -> Claim:
    return Claim(id="q", question="What of it?", exclusive=exclusive, versions={"a": a, "b": b})


def told(claim: Claim) -> str:
    (found,) = compare(claim, SPEAKERS)
    return f"{found.relation}: {found.reason}"


EXCLUSIVE = claim(version(), version(), exclusive=True)

BY_VALUES = {
    "quantities": (
        claim(quantity("94"), quantity("at least 84")),
        "refines: `94` lies within `at least 84`",
    ),
    "vague-quantities": (
        claim(quantity("about 6"), quantity("7")),
        "tension: `about 6` (5 to 7) and `7` overlap, but exclude each other literally "
        "(policy `tolerant`)",
    ),
    "dates": (
        claim(date("2024"), date("2024-07")),
        "generalises: `2024-07` lies within `2024`",
    ),
    "yes-and-yes": (claim(version(value=True), version(value=True)), "equal: both say `true`"),
    "yes-and-no": (
        claim(version(value=True), version(value=False)),
        "contradicts: `true` and `false`",
    ),
    "speakers": (
        claim(version(("isis-k",)), version(("isis",))),
        'refines: "isis-k" is part of "isis"',
    ),
    "equal-texts": (
        claim(version("a drone"), version("a drone"), exclusive=True),
        "equal: both say `a drone`",
    ),
}

BY_EXCLUSION = {
    "texts-of-which-one-can-be-right": (EXCLUSIVE, "contradicts: the claim is `exclusive: true`"),
    "texts-that-can-both-be-right": (
        attrs.evolve(EXCLUSIVE, exclusive=False),
        "compatible: the claim is `exclusive: false`",
    ),
    "texts-of-which-that-is-not-known": (
        attrs.evolve(EXCLUSIVE, exclusive=None),
        "incomparable: the claim does not say whether both can be right, and no values tell",
    ),
    "unequal-texts-as-values": (
        claim(version("a drone"), version("a bomb"), exclusive=True),
        "contradicts: the claim is `exclusive: true`",
    ),
    "speakers-who-have-nothing-to-do-with-each-other": (
        claim(version(("isis",)), version(("israel",)), exclusive=True),
        "contradicts: the claim is `exclusive: true`",
    ),
    "such-speakers-where-more-can-be-right": (
        claim(version(("isis",)), version(("israel",)), exclusive=False),
        "compatible: the claim is `exclusive: false`",
    ),
    "such-speakers-where-that-is-not-known": (
        claim(version(("isis",)), version(("israel",))),
        "incomparable: the claim does not say whether both can be right, and no values tell",
    ),
    "a-value-and-none": (
        claim(quantity("7"), version(), exclusive=True),
        "contradicts: the claim is `exclusive: true`",
    ),
    "figures-that-can-both-be-right": (
        claim(quantity("7"), quantity("8"), exclusive=False),
        "compatible: `7` and `8` exclude each other, but the claim is `exclusive: false`",
    ),
}


@pytest.mark.parametrize(("claim", "relation"), BY_VALUES.values(), ids=BY_VALUES)
def test_values_are_compared_by_their_type(claim: Claim, relation: str) -> None:
    assert told(claim) == relation


@pytest.mark.parametrize(("claim", "relation"), BY_EXCLUSION.values(), ids=BY_EXCLUSION)
def test_where_no_values_tell_the_claim_does(claim: Claim, relation: str) -> None:
    assert told(claim) == relation


SEVEN = quantity("7")
GROUNDS = {
    "scope": (
        claim(attrs.evolve(SEVEN, scope="on deck"), SEVEN),
        "incomparable: `scope` is `on deck` in one and not given in the other",
    ),
    "time": (
        claim(
            attrs.evolve(SEVEN, as_of=Date.parse("2018")),
            attrs.evolve(SEVEN, as_of=Date.parse("2019")),
        ),
        "incomparable: `as_of` is `2018` in one and `2019` in the other",
    ),
    "horizon": (
        claim(SEVEN, attrs.evolve(SEVEN, horizon=Date.parse("2030"))),
        "incomparable: `horizon` is not given in one and `2030` in the other",
    ),
    "condition": (
        claim(SEVEN, attrs.evolve(SEVEN, condition="If it rains.")),
        "incomparable: `condition` is not given in one and `If it rains.` in the other",
    ),
    "what-it-is-a-share-of": (
        claim(SEVEN, attrs.evolve(SEVEN, relative_to=VersionRef("attack/toll", "nine"))),
        "incomparable: `relative_to` is not given in one and `attack/toll#nine` in the other",
    ),
    "scope-of-texts-of-which-one-can-be-right": (
        claim(version(), attrs.evolve(version(), scope="on deck"), exclusive=True),
        "incomparable: `scope` is not given in one and `on deck` in the other",
    ),
}

SAME_GROUNDS = {
    "scope": claim(attrs.evolve(SEVEN, scope="x"), attrs.evolve(SEVEN, scope="x")),
    "time": claim(
        attrs.evolve(SEVEN, as_of=Date.parse("2018")),
        attrs.evolve(SEVEN, as_of=Date.parse("2018")),
    ),
    "notes-and-statements-are-no-grounds": claim(
        attrs.evolve(SEVEN, note="x"), attrs.evolve(SEVEN, statement="Seven.")
    ),
}


@pytest.mark.parametrize(("claim", "relation"), GROUNDS.values(), ids=GROUNDS)
def test_answers_to_unlike_questions_are_incomparable(claim: Claim, relation: str) -> None:
    assert told(claim) == relation


@pytest.mark.parametrize("claim", SAME_GROUNDS.values(), ids=SAME_GROUNDS)
def test_answers_to_one_question_are_compared(claim: Claim) -> None:
    assert told(claim) == "equal: both say `7`"


def test_a_reason_is_one_line_that_can_be_read() -> None:
    told_apart = attrs.evolve(SEVEN, condition="If\nit rains " + "and rains " * 9)
    assert told(claim(SEVEN, told_apart)) == (
        "incomparable: `condition` is not given in one "
        r"and `If\nit rains and rains and rains and rai…` in the other"
    )


def chain(**broader: str) -> Claim:
    versions = {
        name: attrs.evolve(quantity(str(index)), broader=broader.get(name))
        for index, name in enumerate("abc")
    }
    return Claim(id="q", question="What of it?", exclusive=True, versions=versions)


def test_broader_outweighs_unequal_values_also_by_way_of_others() -> None:
    found = compare(chain(a="b", b="c"), SPEAKERS)
    assert [(item.a, item.b, item.relation, item.reason) for item in found] == [
        ("a", "b", "refines", '"b" is a `broader` form of "a"'),
        ("a", "c", "refines", '"c" is a `broader` form of "a"'),
        ("b", "c", "refines", '"c" is a `broader` form of "b"'),
    ]


def test_broader_is_read_from_either_side() -> None:
    assert compare(chain(c="a"), SPEAKERS)[1].relation == "generalises"


def test_broader_in_a_circle_says_nothing() -> None:
    assert compare(chain(a="b", b="a"), SPEAKERS)[0].relation == "contradicts"


def test_only_what_leads_from_one_to_the_other_is_marked() -> None:
    siblings = compare(chain(a="c", b="c"), SPEAKERS)
    assert [(item.a, item.b, item.marked) for item in siblings] == [
        ("a", "b", False),
        ("a", "c", True),
        ("b", "c", True),
    ]
    assert not any(item.marked for item in compare(chain(a="gone"), SPEAKERS))
    assert [item.marked for item in compare(chain(a="b", b="a"), SPEAKERS)] == [True, False, False]


def test_a_chain_of_broader_versions_is_walked_once_for_each_of_them() -> None:
    """Twice the versions make four times the pairs, and no more than that of work."""
    few, many = (calls(partial(compare, ladder(links), SPEAKERS)) for links in (40, 80))
    assert many < 5 * few


def ladder(links: int) -> Claim:
    versions = {
        f"v{number}": Version(statement="It is so.", broader=f"v{number + 1}")
        for number in range(links)
    }
    return Claim(id="q", question="What of it?", exclusive=True, versions=versions)


COUNTED = {
    "more-and-fewer-than-neighbours": (
        ("more than 5", "fewer than 6"),
        "contradicts: `more than 5` (at least 6) and `fewer than 6` (0 to 5) exclude each other",
    ),
    "more-than-and-at-least": (
        ("more than 5", "at least 6"),
        "equal: `more than 5` (at least 6) and `at least 6` allow the same",
    ),
}


@pytest.mark.parametrize(("values", "relation"), COUNTED.values(), ids=COUNTED)
def test_what_is_counted_is_whole(values: tuple[str, str], relation: str) -> None:
    counting = attrs.evolve(claim(*map(quantity, values)), unit="people killed")
    assert told(counting) == relation


NOT_COUNTED = {
    "without-a-unit": claim(quantity("more than 5"), quantity("fewer than 6")),
    "of-a-measure": attrs.evolve(
        claim(quantity("more than 5"), quantity("fewer than 6")), unit="kilometres"
    ),
    "of-multiples": attrs.evolve(
        claim(
            *(
                attrs.evolve(quantity(text), relative_to=VersionRef("attack/toll", "nine"))
                for text in ("more than 5", "fewer than 6")
            )
        ),
        unit="people killed",
    ),
    "beside-a-part-of-one": attrs.evolve(
        claim(quantity("2.5"), quantity("more than 2")), unit="people killed"
    ),
}


@pytest.mark.parametrize("claim", NOT_COUNTED.values(), ids=NOT_COUNTED)
def test_what_may_be_measured_leaves_room_between_whole_numbers(claim: Claim) -> None:
    (found,) = compare(claim, SPEAKERS)
    assert found.relation in {"compatible", "refines"}


def test_a_corpus_serves_as_well_as_its_records(tmp_path: Path) -> None:
    (tmp_path / "claimtrack.yaml").write_text("claimtrack: 1\n", encoding="utf-8")
    corpus = load(tmp_path)
    for speaker in SPEAKERS.speakers.values():
        corpus.add(speaker)
    parts = claim(version(("isis-k",)), version(("isis",)))
    assert compare(parts, corpus) == compare(parts, SPEAKERS)
    assert is_disputed(parts, corpus) == is_disputed(parts, SPEAKERS)


def test_every_two_versions_are_compared_once_in_order() -> None:
    found = compare(chain(), SPEAKERS)
    assert [(item.a, item.b) for item in found] == [("a", "b"), ("a", "c"), ("b", "c")]


def test_the_policy_decides_and_is_told() -> None:
    vague = claim(quantity("about 6"), quantity("7"))
    policies = {TOLERANT: "tension", LITERAL: "contradicts"}
    found = [compare(vague, SPEAKERS, policy=policy)[0] for policy in policies]
    assert [(item.relation, item.policy) for item in found] == [
        ("tension", "tolerant"),
        ("contradicts", "literal"),
    ]


def test_a_version_that_is_not_there_cannot_be_compared() -> None:
    with pytest.raises(KeyError):
        list(comparisons(EXCLUSIVE, SPEAKERS, versions=("a", "z")))


def test_some_versions_are_compared_in_the_order_asked_for() -> None:
    found = comparisons(chain(), SPEAKERS, versions=("c", "a"))
    assert [(item.a, item.b) for item in found] == [("c", "a")]


# --- counts at other times


def at(text: str, time: str) -> Version:
    return attrs.evolve(quantity(text), as_of=Date.parse(time))


KILLED = "people killed"
OVER_TIME = {
    "a-count-that-rose": (
        attrs.evolve(claim(at("84", "2024-01-03"), at("94", "2024-01-05")), unit=KILLED),
        "compatible: `84` as of `2024-01-03` and `94` as of `2024-01-05`: "
        "more can have happened in between",
    ),
    "a-count-that-fell": (
        attrs.evolve(claim(at("103", "2024-01-03"), at("84", "2024-01-05")), unit=KILLED),
        "contradicts: `103` as of `2024-01-03` and `84` as of `2024-01-05`: "
        "what has happened cannot become fewer",
    ),
    "a-count-that-fell-by-its-words": (
        attrs.evolve(claim(at("7", "2020"), at("half a dozen", "2024")), unit=KILLED),
        "tension: `7` as of `2020` and `half a dozen` as of `2024` (policy `tolerant`): "
        "literally, what has happened becomes fewer, which cannot be",
    ),
    "what-may-become-fewer": (
        attrs.evolve(claim(at("103", "2023"), at("84", "2024")), unit="members"),
        "incomparable: `as_of` is `2023` in one and `2024` in the other",
    ),
    "times-of-which-either-may-be-the-first": (
        attrs.evolve(claim(at("103", "2024"), at("84", "2024-05")), unit=KILLED),
        "incomparable: `103` as of `2024` and `84` as of `2024-05`: which was earlier is not known",
    ),
    "fewer-after-the-seventh": (
        claim(at("7th", "2020-11"), at("5", "2024")),
        "contradicts: `7th` as of `2020-11` and `5` as of `2024`: "
        "what has happened cannot become fewer",
    ),
    "more-before-somebody-told-of-the-seventh": (
        claim(at("9", "2022"), at("7th", "2024")),
        "compatible: `9` as of `2022` and `7th` as of `2024`: more can have happened in between",
    ),
    "one-day-in-two-calendars": (
        claim(at("5", "2018-03-21"), at("5", "persian:1397-01-01")),
        "equal: both say `5`",
    ),
    "a-share-at-another-time": (
        attrs.evolve(claim(at("10 %", "2020"), at("5 %", "2024")), unit=KILLED),
        "incomparable: `as_of` is `2020` in one and `2024` in the other",
    ),
}


@pytest.mark.parametrize(("claim", "relation"), OVER_TIME.values(), ids=OVER_TIME)
def test_what_has_happened_may_become_more_and_not_fewer(claim: Claim, relation: str) -> None:
    assert told(claim) == relation


def dated(said: str | None = None, as_of: str | None = None, **more: str) -> Attribution:
    return attrs.evolve(
        Attribution(speaker=more.get("speaker", "iran"), stance="asserts", source="wire", cue="x"),
        said=Date.parse(said) if said else None,
        as_of=Date.parse(as_of) if as_of else None,
    )


def given_by(version: Version, *items: Attribution) -> Version:
    return attrs.evolve(version, attributions=items)


def finer(claim: Claim) -> list[str]:
    return [f"{it.relation}: {it.reason}" for it in compare(claim, SPEAKERS) if it.said]


def test_figures_are_compared_as_of_when_each_was_said() -> None:
    first, later = dated("2024-01-03"), dated("2024-01-05", speaker="israel")
    counts = claim(given_by(quantity("84"), first), given_by(quantity("94"), later))
    as_such, timed = compare(attrs.evolve(counts, unit=KILLED), SPEAKERS)
    assert (as_such.relation, as_such.said) == ("contradicts", None)
    assert (timed.relation, timed.said) == ("compatible", (first, later))
    assert repr(timed) == (
        '<Comparison "a" of iran can stand beside "b" of israel: `84` as of `2024-01-03` and `94` '
        "as of `2024-01-05`: more can have happened in between>"
    )


NOTHING_FINER = {
    "without-a-time": claim(given_by(SEVEN, dated()), given_by(quantity("8"), dated("2024"))),
    "at-one-time": claim(given_by(SEVEN, dated("2024")), given_by(quantity("8"), dated("2024"))),
    "what-happened-once": claim(
        given_by(date("2020"), dated("2023")), given_by(date("2021"), dated("2024"))
    ),
    "taken-back": claim(
        given_by(SEVEN, dated("2023"), attrs.evolve(dated("2024"), stance="retracts")),
        given_by(quantity("8"), dated("2024")),
    ),
    "of-a-prediction": attrs.evolve(
        claim(given_by(SEVEN, dated("2023")), given_by(quantity("8"), dated("2024"))),
        kind="prediction",
    ),
}


@pytest.mark.parametrize("claim", NOTHING_FINER.values(), ids=NOTHING_FINER)
def test_times_that_make_no_difference_are_not_told(claim: Claim) -> None:
    assert len(compare(claim, SPEAKERS)) == 1


def test_the_time_of_an_assertion_outweighs_that_of_its_version() -> None:
    counts = claim(
        given_by(at("103", "2024-01-07"), dated(as_of="2024-01-03")),
        given_by(at("84", "2024-01-05"), dated()),
    )
    as_such, timed = compare(attrs.evolve(counts, unit=KILLED), SPEAKERS)
    assert (as_such.relation, timed.relation) == ("compatible", "contradicts")


def test_what_holds_at_other_times_is_no_contradiction_of_answers_of_any_type() -> None:
    held = claim(
        given_by(version(value=True), dated(as_of="2018")),
        given_by(version(value=False), dated(as_of="2019")),
    )
    assert finer(held) == ["incomparable: `as_of` is `2018` in one and `2019` in the other"]


@given(records("claim"))
def test_a_wider_policy_never_makes_a_contradiction(record: Claim) -> None:
    found = [
        [item.relation for item in compare(record, SPEAKERS, policy=policy) if not item.said]
        for policy in POLICIES
    ]
    for narrow, wide in pairwise(found):
        for before, after in zip(narrow, wide, strict=True):
            assert before == "contradicts" or after != "contradicts"


@given(records("claim"))
def test_an_answer_equals_itself(record: Claim) -> None:
    name, one = next(iter(record.versions.items()))
    assume(one.value is not None and record.exclusive is not False)
    alone = attrs.evolve(one, broader=None)
    twice = attrs.evolve(record, versions={name: alone, f"{name}-again": alone})
    assert compare(twice, SPEAKERS)[0].relation == "equal"


# --- what would trip a naive tool

NAIVE = {
    "five-six-and-the-seventh": (
        "scientists-killings/number",
        {
            ("at-least-five", "half-a-dozen"): "generalises",
            ("at-least-five", "seventh"): "compatible",
            ("half-a-dozen", "seventh"): "tension",
        },
    ),
    "a-persian-year-and-ours": (
        "attacks-before-kerman/ahvaz-date",
        {("persian-1397", "year-2018"): "compatible"},
    ),
    "gunmen-who-may-be-of-isis": (
        "attacks-before-kerman/ahvaz-responsibility",
        {("gunmen", "isis"): "incomparable"},
    ),
}


@pytest.mark.parametrize(("name", "relations"), NAIVE.values(), ids=NAIVE)
def test_answers_that_look_unlike_need_not_contradict(
    name: str, relations: dict[tuple[str, str], str]
) -> None:
    corpus = load("claims")
    found = {(it.a, it.b): it.relation for it in compare(corpus.claims[name], corpus)}
    assert {pair: found[pair] for pair in relations} == relations


ZONES = {
    "one-instant": ("2024-07-30T22:30Z", "2024-07-31T02:00+03:30", "equal"),
    "a-day-and-a-night-elsewhere": ("2024-07-30", "2024-07-31T02:00+03:30", "compatible"),
    "two-days": ("2024-07-30", "2024-07-31", "contradicts"),
    "one-of-two-days": ("[2024-07-30,2024-07-31]", "2024-07-31", "generalises"),
    "a-day-of-a-persian-year": ("2018-09-22", "persian:1397", "refines"),
    "about-a-year": ("2018~", "2019", "tension"),
}


@pytest.mark.parametrize(("first", "second", "relation"), ZONES.values(), ids=ZONES)
def test_dates_are_compared_by_what_they_mean(first: str, second: str, relation: str) -> None:
    (found,) = compare(claim(date(first), date(second)), SPEAKERS)
    assert found.relation == relation


def assert_reversible(claim: Claim) -> None:
    versions = tuple(claim.versions)
    there = {(item.a, item.b): item for item in comparisons(claim, SPEAKERS, versions=versions)}
    assert len(there) == len(versions) * (len(versions) - 1) / 2 > 0
    for back in comparisons(claim, SPEAKERS, versions=versions[::-1]):
        found = there[back.b, back.a]
        assert (back.relation, back.marked) == (inverse(found.relation), found.marked)


TOLD = {**BY_VALUES, **BY_EXCLUSION, **GROUNDS, **OVER_TIME}


@pytest.mark.parametrize(("claim", "_"), TOLD.values(), ids=TOLD)
def test_the_reverse_of_a_comparison_is_its_inverse(claim: Claim, _: str) -> None:
    assert_reversible(claim)


@given(records("claim"))
def test_the_reverse_of_any_comparison_is_its_inverse(record: Claim) -> None:
    assume(len(record.versions) > 1)
    assert_reversible(record)
