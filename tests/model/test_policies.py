from decimal import Decimal, localcontext

import attrs
import pytest

from claimtrack.model.policies import (
    LITERAL,
    NUMBER_NAMES,
    POLICIES,
    TOLERANT,
    VAGUE_WORDS,
    WIDE,
    Allowance,
    Policy,
    UnknownPolicy,
)


@pytest.mark.parametrize("policy", POLICIES, ids=lambda policy: policy.name)
def test_a_policy_is_found_by_its_name(policy: Policy) -> None:
    assert Policy.named(policy.name) is policy


def test_an_unknown_policy_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UnknownPolicy) as refusal:
        Policy.named("lax")
    assert str(refusal.value) == (
        "there is no policy `lax`: choose one of `literal`, `tolerant`, `wide`"
    )


@pytest.mark.parametrize("policy", POLICIES, ids=lambda policy: policy.name)
def test_every_policy_has_every_vague_word_in_order(policy: Policy) -> None:
    assert {allowance.word for allowance in policy.words} == VAGUE_WORDS
    assert all(a.high is None or a.low <= a.high for a in policy.words)


def test_the_words_for_one_number_are_the_couples_and_dozens() -> None:
    assert sorted(NUMBER_NAMES) == [
        "a couple", "a dozen", "half a dozen", "three dozen", "two dozen",
    ]  # fmt: skip


def test_a_policy_of_ones_own_reads_unnamed_words_literally() -> None:
    own = attrs.evolve(TOLERANT, name="own", words=())
    assert own.word("half a dozen") == LITERAL.word("half a dozen")


@pytest.mark.parametrize(
    ("allowance", "figure", "ends"),
    [
        pytest.param(LITERAL.about, "6", ("6", "6"), id="nothing"),
        pytest.param(TOLERANT.about, "6", ("5", "7"), id="a unit"),
        pytest.param(TOLERANT.about, "300", ("270", "330"), id="a share"),
        pytest.param(TOLERANT.about, "-300", ("-330", "-270"), id="a negative share"),
        pytest.param(TOLERANT.about, "0.5", ("0.4", "0.6"), id="a unit of the last place"),
        pytest.param(TOLERANT.about, "0", ("-1", "1"), id="zero"),
        pytest.param(TOLERANT.about, "1", ("0.5", "1.5"), id="never to zero"),
        pytest.param(WIDE.about, "3", ("1.5", "4.5"), id="half of the figure"),
        pytest.param(WIDE.about, "6", ("4", "8"), id="two units"),
    ],
)
def test_a_figure_may_be_off_by_a_share_or_some_units(
    allowance: Allowance, figure: str, ends: tuple[str, str]
) -> None:
    number = Decimal(figure)
    assert (str(allowance.below(number)), str(allowance.above(number))) == ends


def test_allowances_are_exact_whatever_the_callers_precision() -> None:
    with localcontext(prec=2):
        assert TOLERANT.about.above(Decimal(123456789)) == Decimal("135802467.9")
