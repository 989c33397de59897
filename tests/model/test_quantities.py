import pickle
from decimal import Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.model.policies import LITERAL, NUMBER_NAMES, POLICIES, TOLERANT, VAGUE_WORDS
from claimtrack.model.quantities import FORMS, QUALIFIERS, InvalidQuantity, Quantity

NUMBERS = st.decimals(min_value=-10_000, max_value=10_000, places=2).map(
    lambda number: f"{number.normalize() + 0:f}"
)
POSITIVE = st.integers(min_value=1, max_value=10**18 - 1).map(str)


@st.composite
def ranges(draw: st.DrawFn) -> str:
    low, high = sorted(draw(st.lists(NUMBERS, min_size=2, max_size=2, unique=True)), key=Decimal)
    return f"{draw(st.sampled_from(['', 'about ']))}{low} to {high}{draw(SHARES)}"


SHARES = st.sampled_from(["", " %"])
ANY_FIGURE = st.sampled_from(["", "at least ", "more than ", "at most ", "fewer than ", "about "])
TEXTS = st.one_of(
    st.builds("{}{}{}".format, ANY_FIGURE, NUMBERS, SHARES),
    st.builds("nearly {}{}".format, POSITIVE, SHARES),
    ranges(),
    st.builds("{} {}".format, st.sampled_from(QUALIFIERS), st.sampled_from(sorted(NUMBER_NAMES))),
    st.builds(
        "{}{}".format,
        st.sampled_from(["", "at least ", "at most "]),
        st.sampled_from(sorted(VAGUE_WORDS)),
    ),
    st.sampled_from(["1st", "2nd", "3rd", "7th", "11th", "12th", "13th", "21st", "112th"]),
)
SIGNS = ("0", "7", "-1", "2.5", "000", ",", ".", "%", "to", "th", "st", "over", "+", "-", "five")
FRAGMENTS = [*QUALIFIERS, *sorted(VAGUE_WORDS), *SIGNS]


def refusal_of(text: str) -> InvalidQuantity | None:
    try:
        Quantity.parse(text)
    except InvalidQuantity as refusal:
        return refusal
    return None


@given(TEXTS)
def test_a_quantity_is_written_as_it_is_read(text: str) -> None:
    quantity = Quantity.parse(text)
    assert str(quantity) == text
    assert Quantity.parse(str(quantity)) == quantity


@given(st.text() | st.lists(st.sampled_from(FRAGMENTS)).map(" ".join))
def test_any_text_is_a_quantity_or_refused_with_advice_that_can_be_followed(text: str) -> None:
    refusal = refusal_of(text)
    if refusal is None:
        assert str(Quantity.parse(text)) == text
    elif refusal.suggestion is not None:
        assert str(Quantity.parse(refusal.suggestion)) == refusal.suggestion
        assert refusal.suggestion != text
    assert "\n" not in str(refusal)


@given(TEXTS, TEXTS)
def test_quantities_are_equal_where_their_texts_are(one: str, other: str) -> None:
    first, second = Quantity.parse(one), Quantity.parse(other)
    assert (first == second) == (one == other)
    assert first != second or hash(first) == hash(second)


@given(TEXTS)
def test_a_wider_policy_allows_whatever_a_narrower_one_does(text: str) -> None:
    quantity = Quantity.parse(text)
    for counted in (False, True):
        literal, tolerant, wide = (quantity.bounds(policy, counted=counted) for policy in POLICIES)
        assert literal.within(tolerant)
        assert tolerant.within(wide)


@given(TEXTS)
def test_counting_never_allows_more(text: str) -> None:
    quantity = Quantity.parse(text)
    for policy in POLICIES:
        assert quantity.bounds(policy, counted=True).within(quantity.bounds(policy))


@given(TEXTS)
def test_only_what_is_inexact_depends_on_the_policy(text: str) -> None:
    quantity = Quantity.parse(text)
    assert quantity.inexact or len({quantity.bounds(policy) for policy in POLICIES}) == 1


CASES = [
    pytest.param("7", "exact", "7", "7", id="figure"),
    pytest.param("0", "exact", "0", "0", id="zero"),
    pytest.param("-3", "exact", "-3", "-3", id="negative"),
    pytest.param("2.5", "exact", "2.5", "2.5", id="decimal"),
    pytest.param("0.0000001", "exact", "0.0000001", "0.0000001", id="small"),
    pytest.param("at least 5", "at-least", "at least 5", "at least 5", id="at least"),
    pytest.param("more than 5", "more-than", "more than 5", "more than 5", id="more than"),
    pytest.param("at most 9", "at-most", "at most 9", "at most 9", id="at most"),
    pytest.param("fewer than 9", "fewer-than", "fewer than 9", "fewer than 9", id="fewer than"),
    pytest.param("about 6", "about", "6", "5 to 7", id="about"),
    pytest.param(
        "nearly 100", "nearly", "at least 95 and fewer than 100", "90 to 100", id="nearly"
    ),
    pytest.param("5 to 7", "range", "5 to 7", "5 to 7", id="range"),
    pytest.param("about 5 to 7", "about", "5 to 7", "4 to 8", id="about a range"),
    pytest.param("7th", "order", "at least 7", "at least 7", id="order"),
    pytest.param("dozens", "word", "24 to 99", "20 to 150", id="dozens"),
    pytest.param("half a dozen", "word", "6", "5 to 7", id="half a dozen"),
    pytest.param("about half a dozen", "about", "6", "4 to 8", id="about half a dozen"),
    pytest.param(
        "nearly a dozen",
        "nearly",
        "at least 11 and fewer than 12",
        "9.9 to 13",
        id="nearly a dozen",
    ),
    pytest.param(
        "more than a dozen", "more-than", "more than 12", "more than 11", id="more than a dozen"
    ),
    pytest.param(
        "fewer than a dozen",
        "fewer-than",
        "fewer than 12",
        "fewer than 13",
        id="fewer than a dozen",
    ),
    pytest.param(
        "at most several hundred",
        "at-most",
        "at most 999",
        "at most 1200",
        id="at most several hundred",
    ),
    pytest.param("10 %", "exact", "10", "10", id="share"),
    pytest.param("about 10 %", "about", "10", "9 to 11", id="about a share"),
    pytest.param("5 to 7 %", "range", "5 to 7", "5 to 7", id="range of shares"),
]


@pytest.mark.parametrize(("text", "form", "literal", "tolerant"), CASES)
def test_a_quantity_has_a_form_and_bounds(
    text: str, form: str, literal: str, tolerant: str
) -> None:
    quantity = Quantity.parse(text)
    assert quantity.form == form
    assert str(quantity.bounds(LITERAL)) == literal
    assert str(quantity.bounds(TOLERANT)) == tolerant


def test_every_form_occurs() -> None:
    assert {case.values[1] for case in CASES} == set(FORMS)


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        pytest.param("more than 5", "at least 6", id="more than"),
        pytest.param("fewer than 9", "0 to 8", id="fewer than"),
        pytest.param("at most 0", "0", id="at most"),
        pytest.param("nearly 100", "90 to 100", id="nearly"),
        pytest.param("about 25", "23 to 27", id="about"),
        pytest.param("nearly 1", "0.5 to 1", id="nearly one"),
        pytest.param("2.5", "2.5", id="no whole number"),
        pytest.param("more than 2.5", "more than 2.5", id="bound that is not whole"),
        pytest.param("1.5 to 7", "1.5 to 7", id="range that is not whole"),
        pytest.param("at most -5", "at most -5", id="negative"),
        pytest.param("fewer than 9 %", "fewer than 9", id="share"),
        pytest.param("fewer than 0", "fewer than 0", id="fewer than none"),
    ],
)
def test_counted_things_are_whole_numbers_from_zero_on(text: str, counted: str) -> None:
    assert str(Quantity.parse(text).bounds(TOLERANT, counted=True)) == counted


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("5+", "write `at least 5`, not `5+`", id="suggestion"),
        pytest.param("1,000", "write `1000`, not `1,000`", id="grouping"),
        pytest.param("7st", "write `7th`, not `7st`", id="suffix"),
        pytest.param("007", "write `7`, not `007`", id="leading zero"),
        pytest.param("2.50", "write `2.5`, not `2.50`", id="trailing zero"),
        pytest.param("-0", "write `0`, not `-0`", id="negative zero"),
        pytest.param("7\n", r"write `7`, not `7\n`", id="line end"),
        pytest.param(
            "1.000",
            "`1.000` is not a quantity: it may be a decimal or a grouping; write `1` or `1000`",
            id="two readings",
        ),
        pytest.param(
            "dozens of scientists",
            "`dozens of scientists` is not a quantity: "
            "write the figure alone; what is counted belongs in `unit`",
            id="unit",
        ),
        pytest.param(
            "many",
            "`many` is not a quantity: it names no figure; leave the value out",
            id="no figure",
        ),
        pytest.param(
            "about dozens",
            "`about dozens` is not a quantity: `dozens` takes no `about`; write `dozens`",
            id="qualified vague word",
        ),
        pytest.param(
            "at least 5 to 7",
            "`at least 5 to 7` is not a quantity: "
            "a range takes no `at least`; write one of its ends",
            id="qualified range",
        ),
        pytest.param(
            "nearly 0",
            "`nearly 0` is not a quantity: `nearly` needs a figure above 0; write `about 0`",
            id="nearly zero",
        ),
        pytest.param(
            "9" * 19,
            f"`{'9' * 19}` is not a quantity: a figure has at most 18 digits; round it",
            id="digits",
        ),
        pytest.param(
            "",
            "`` is not a quantity: write a figure such as `7`, `at least 5`, `about 6`, "
            "`5 to 7`, `7th` or `10 %`, or a word such as `several` or `dozens`",
            id="nothing",
        ),
    ],
)  # fmt: skip
def test_a_refusal_says_what_to_do(text: str, message: str) -> None:
    with pytest.raises(InvalidQuantity) as refusal:
        Quantity.parse(text)
    assert str(refusal.value) == message


@pytest.mark.parametrize(
    "text",
    [
        "0th", "7th %", "at least 7th", "dozens %", "about about 5", "at least", "to", "5 to",
        "1e3", "nan", "Infinity", "+5", "0x10", "1_0", "5 to 7 to 9", "half", "at least about 5",
        "9" * 10_000, "1," * 10_000, " " * 10_000, "1 " * 10_000, "a " * 10_000,
    ],
    ids=lambda text: text[:20],
)  # fmt: skip
def test_what_has_no_sure_reading_is_refused_without_a_suggestion(text: str) -> None:
    with pytest.raises(InvalidQuantity) as refusal:
        Quantity.parse(text)
    assert refusal.value.suggestion is None


def test_figures_are_exact_whatever_the_callers_precision() -> None:
    with localcontext(prec=3):
        assert str(Quantity.parse("123456789.12345678")) == "123456789.12345678"


def test_values_and_refusals_pass_between_processes() -> None:
    quantity = Quantity.parse("about 5 to 7 %")
    assert pickle.loads(pickle.dumps(quantity)) == quantity  # noqa: S301 - made here
    refusal = pickle.loads(pickle.dumps(InvalidQuantity("5+", "", "at least 5")))  # noqa: S301 - made here
    assert str(refusal) == "write `at least 5`, not `5+`"


def test_a_quantity_shows_itself_in_words() -> None:
    assert repr(Quantity.parse("at least 5")) == "<Quantity at least 5>"
