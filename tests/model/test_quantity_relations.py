import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.model.policies import LITERAL, POLICIES, TOLERANT, WIDE, Policy
from claimtrack.model.quantities import Quantity
from claimtrack.model.quantity_relations import relate
from claimtrack.model.relations import RELATIONS, Relation, inverse

# fmt: off
POOL = (
    "0", "5", "6", "7", "10", "11", "94", "100", "2.5", "-3", "at least 5", "at least 84",
    "at least 100", "more than 5", "at least 6", "at most 9", "at most 0", "fewer than 9",
    "fewer than 6", "about 6", "about 0", "about 300", "310", "nearly 100", "96", "5 to 7",
    "6 to 9", "about 5 to 7", "7th", "8th", "1st", "half a dozen", "about half a dozen",
    "a dozen", "several", "more than a dozen", "tens", "dozens", "at least dozens", "hundreds",
    "500", "10 %", "about 10 %", "11 %", "5 to 7 %",
)
# fmt: on
QUANTITIES = st.sampled_from([Quantity.parse(text) for text in POOL]) | st.builds(
    lambda words, number: Quantity.parse(f"{words} {number}".strip()),
    st.sampled_from(["", "at least", "more than", "at most", "fewer than", "about", "nearly"]),
    st.integers(min_value=1, max_value=14),
)


def related(first: str, second: str, policy: Policy = TOLERANT) -> Relation:
    return relate(Quantity.parse(first), Quantity.parse(second), policy=policy).relation


@given(
    first=QUANTITIES,
    second=QUANTITIES,
    policy=st.sampled_from(POLICIES),
    counted=st.booleans(),
)
def test_swapping_two_quantities_inverts_their_relation(
    *, first: Quantity, second: Quantity, policy: Policy, counted: bool
) -> None:
    there = relate(first, second, policy=policy, counted=counted)
    back = relate(second, first, policy=policy, counted=counted)
    assert there.relation in RELATIONS
    assert back.relation == inverse(there.relation)
    assert f"`{first}`" in there.reason
    assert f"`{second}`" in there.reason


@given(quantity=QUANTITIES, policy=st.sampled_from(POLICIES), counted=st.booleans())
def test_a_quantity_equals_itself(*, quantity: Quantity, policy: Policy, counted: bool) -> None:
    assert relate(quantity, quantity, policy=policy, counted=counted).relation == "equal"


@given(QUANTITIES, QUANTITIES)
def test_nothing_is_in_tension_when_read_literally(first: Quantity, second: Quantity) -> None:
    assert relate(first, second, policy=LITERAL).relation != "tension"


@given(QUANTITIES, QUANTITIES, st.sampled_from([TOLERANT, WIDE]))
def test_tension_rests_on_a_word_that_leaves_a_figure_open(
    first: Quantity, second: Quantity, policy: Policy
) -> None:
    if relate(first, second, policy=policy).relation == "tension":
        assert first.inexact or second.inexact
        assert relate(first, second, policy=LITERAL).relation == "contradicts"


@given(QUANTITIES, QUANTITIES)
def test_a_wider_policy_never_finds_a_contradiction_that_a_narrower_one_does_not(
    first: Quantity, second: Quantity
) -> None:
    found = [relate(first, second, policy=policy).relation for policy in POLICIES]
    contradicted = [relation == "contradicts" for relation in found]
    assert contradicted == sorted(contradicted, reverse=True)


@given(QUANTITIES, QUANTITIES, QUANTITIES, st.sampled_from(POLICIES))
def test_what_contradicts_the_general_contradicts_the_exact(
    exact: Quantity, general: Quantity, other: Quantity, policy: Policy
) -> None:
    if relate(exact, general, policy=policy).relation == "refines" and not other.order:
        against = relate(general, other, policy=policy).relation
        assert against != "contradicts" or (
            relate(exact, other, policy=policy).relation == "contradicts"
        )


@pytest.mark.parametrize(
    ("first", "second", "literal", "tolerant", "wide"),
    [
        ("5", "5", "equal", "equal", "equal"),
        ("5", "6", "contradicts", "contradicts", "contradicts"),
        ("0", "at least 1", "contradicts", "contradicts", "contradicts"),
        ("94", "at least 84", "refines", "refines", "refines"),
        ("at least 5", "at least 6", "generalises", "generalises", "generalises"),
        ("at least 5", "at most 9", "compatible", "compatible", "compatible"),
        ("more than 5", "at most 5", "contradicts", "contradicts", "contradicts"),
        ("more than 5", "at least 6", "generalises", "generalises", "generalises"),
        ("5 to 7", "6 to 9", "compatible", "compatible", "compatible"),
        ("at least 5", "half a dozen", "generalises", "generalises", "compatible"),
        ("half a dozen", "7th", "contradicts", "tension", "tension"),
        ("at least 5", "7th", "compatible", "compatible", "compatible"),
        ("7th", "7", "compatible", "compatible", "compatible"),
        ("7th", "10", "compatible", "compatible", "compatible"),
        ("7th", "5", "contradicts", "contradicts", "contradicts"),
        ("7th", "8th", "contradicts", "contradicts", "contradicts"),
        ("7th", "10 %", "incomparable", "incomparable", "incomparable"),
        ("10 %", "10", "incomparable", "incomparable", "incomparable"),
        ("10 %", "about 10 %", "equal", "refines", "refines"),
        ("about 6", "6", "equal", "generalises", "generalises"),
        ("about 6", "7", "contradicts", "tension", "tension"),
        ("about 6", "8", "contradicts", "contradicts", "tension"),
        ("about 6", "20", "contradicts", "contradicts", "contradicts"),
        ("about 6", "half a dozen", "equal", "equal", "equal"),
        ("5 to 7", "half a dozen", "generalises", "generalises", "refines"),
        ("nearly 100", "100", "contradicts", "tension", "tension"),
        ("nearly 100", "at least 101", "contradicts", "contradicts", "contradicts"),
        ("dozens", "30", "generalises", "generalises", "generalises"),
        ("dozens", "20", "contradicts", "tension", "tension"),
        ("dozens", "500", "contradicts", "contradicts", "tension"),
        ("dozens", "tens", "refines", "refines", "refines"),
    ],
)
def test_the_policy_decides_what_open_words_allow(
    first: str, second: str, literal: str, tolerant: str, wide: str
) -> None:
    found = [related(first, second, policy) for policy in POLICIES]
    assert found == [literal, tolerant, wide]


@pytest.mark.parametrize(
    ("first", "second", "counted", "measured"),
    [
        ("more than 5", "at least 6", "equal", "generalises"),
        ("more than 5", "fewer than 6", "contradicts", "compatible"),
        ("at most 0", "0", "equal", "generalises"),
        ("more than 5 %", "fewer than 6 %", "compatible", "compatible"),
    ],
)
def test_counted_things_have_nothing_between_whole_numbers(
    first: str, second: str, counted: str, measured: str
) -> None:
    one, other = Quantity.parse(first), Quantity.parse(second)
    assert relate(one, other, counted=True).relation == counted
    assert relate(one, other).relation == measured


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("5", "5", "equal: both say `5`"),
        ("94", "at least 84", "refines: `94` lies within `at least 84`"),
        ("at least 84", "94", "generalises: `at least 84` takes in `94`"),
        ("10", "10 %", "incomparable: `10 %` is a share and `10` is not"),
        ("7th", "8th", "contradicts: `7th` and `8th` are different places in an order"),
        ("7th", "5", "contradicts: `7th` (at least 7) and `5` exclude each other"),
        (
            "7th",
            "at least 5",
            "compatible: `7th` (at least 7) and `at least 5` agree, though an order is no count",
        ),
        (
            "half a dozen",
            "7th",
            (
                "tension: `half a dozen` (5 to 7) and `7th` (at least 7) overlap, "
                "but exclude each other literally (policy `tolerant`)"
            ),
        ),
        (
            "5 to 7",
            "6 to 9",
            "compatible: `5 to 7` and `6 to 9` overlap, and neither lies within the other",
        ),
        (
            "10 %",
            "about 10 %",
            "refines: `10 %` lies within `about 10 %` (9 to 11 %) (policy `tolerant`)",
        ),
        (
            "about 6",
            "half a dozen",
            "equal: `about 6` (6) and `half a dozen` (6) allow the same (policy `literal`)",
        ),
    ],
)
def test_the_reason_names_the_figures_and_the_policy_where_it_matters(
    first: str, second: str, told: str
) -> None:
    assert str(relate(Quantity.parse(first), Quantity.parse(second))) == told
