import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.model.locators import (
    LABELS,
    MAX_NUMBERS,
    MAX_PARTS,
    InvalidLocator,
    Locator,
    is_canonical,
)

NUMBERS = st.integers(min_value=1, max_value=300)
NUMBERED = sorted(LABELS.keys() - {"time"})
FRAGMENTS = (
    *LABELS, *LABELS.values(), "p.", "§", "para", "five", "0", "1", "3", "07", "1234567", "3-4",
    "-", ",", ", ", "to", "and", "00:11:23", "11:23", ".", "#", "th",
)  # fmt: skip


def clock(seconds: int) -> str:
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


@given(st.sampled_from(NUMBERED), st.sets(NUMBERS, min_size=1, max_size=MAX_PARTS))
def test_a_locator_keeps_its_numbers_and_is_written_as_it_is_read(
    label: str, numbers: set[int]
) -> None:
    word = label if len(numbers) == 1 else LABELS[label]
    locator = Locator.parse(f"{word} {', '.join(map(str, numbers))}")
    assert locator.label == label
    assert locator.numbers == tuple(sorted(numbers))
    assert Locator.parse(str(locator)) == locator
    assert is_canonical(str(locator))


@given(st.sets(st.integers(min_value=0, max_value=359_999), min_size=2, max_size=9))
def test_times_are_kept_in_seconds(seconds: set[int]) -> None:
    locator = Locator.parse(f"times {', '.join(map(clock, seconds))}")
    assert locator.numbers == tuple(sorted(seconds))
    assert Locator.parse(str(locator)) == locator


@given(st.sampled_from(NUMBERED), st.lists(NUMBERS, min_size=2, max_size=9, unique=True))
def test_the_order_in_which_numbers_are_given_does_not_matter(label: str, some: list[int]) -> None:
    there, back = (
        Locator.parse(f"{LABELS[label]} {', '.join(map(str, numbers))}")
        for numbers in (some, some[::-1])
    )
    assert there == back
    assert hash(there) == hash(back)
    assert str(there) == str(back)


@given(st.text() | st.lists(st.sampled_from(FRAGMENTS)).map(" ".join))
def test_any_text_is_a_locator_or_refused_with_advice_that_can_be_followed(text: str) -> None:
    refusal = refusal_of(text)
    if refusal is None:
        assert Locator.parse(str(Locator.parse(text))) == Locator.parse(text)
    elif refusal.suggestion is not None:
        assert is_canonical(refusal.suggestion)
        assert refusal.suggestion != text
    assert "\n" not in str(refusal)


def refusal_of(text: str) -> InvalidLocator | None:
    try:
        Locator.parse(text)
    except InvalidLocator as refusal:
        return refusal
    return None


@pytest.mark.parametrize("label", LABELS)
def test_every_label_has_a_singular_and_a_plural(label: str) -> None:
    one, several = ("00:00:01", "00:00:01, 00:00:03") if label == "time" else ("1", "1, 3")
    assert str(Locator.parse(f"{label} {one}")) == f"{label} {one}"
    assert str(Locator.parse(f"{LABELS[label]} {several}")) == f"{LABELS[label]} {several}"


@pytest.mark.parametrize(
    ("text", "spans", "canonical"),
    [
        pytest.param("paragraph 5", ((5, 5),), "paragraph 5", id="one"),
        pytest.param("paragraphs 3-4", ((3, 4),), "paragraphs 3-4", id="run"),
        pytest.param("paragraphs 3, 7", ((3, 3), (7, 7)), "paragraphs 3, 7", id="list"),
        pytest.param("paragraphs 3-4, 7", ((3, 4), (7, 7)), "paragraphs 3-4, 7", id="both"),
        pytest.param("paragraphs 3, 4", ((3, 4),), "paragraphs 3-4", id="neighbours"),
        pytest.param("paragraphs 7, 3-4", ((3, 4), (7, 7)), "paragraphs 3-4, 7", id="unsorted"),
        pytest.param("paragraphs 3-7, 4", ((3, 7),), "paragraphs 3-7", id="contained"),
        pytest.param("paragraphs 3-5, 4-9", ((3, 9),), "paragraphs 3-9", id="overlap"),
        pytest.param("time 00:11:23", ((683, 683),), "time 00:11:23", id="time"),
        pytest.param("time 00:00:00", ((0, 0),), "time 00:00:00", id="start"),
        pytest.param(
            "times 00:11:23-00:12:05", ((683, 725),), "times 00:11:23-00:12:05", id="time run"
        ),
    ],
)
def test_runs_are_sorted_and_joined(
    text: str, spans: tuple[tuple[int, int], ...], canonical: str
) -> None:
    assert Locator.parse(text).spans == spans
    assert str(Locator.parse(text)) == canonical
    assert is_canonical(text) == (text == canonical)


def test_locators_sort_by_label_then_by_the_value_of_their_numbers() -> None:
    texts = [
        "page 2",
        "page 10",
        "paragraph 9",
        "paragraphs 9, 11",
        "paragraph 10",
        "time 00:00:01",
    ]
    shuffled = texts[3:] + texts[:3]
    assert sorted(shuffled, key=lambda text: Locator.parse(text).sort_key) == texts


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("p. 5", "write `page 5`, not `p. 5`", id="suggestion"),
        pytest.param(
            "paragraphs 7-3", "write `paragraphs 3-7`, not `paragraphs 7-3`", id="backwards"
        ),
        pytest.param(
            "paragraph 0", "`paragraph 0` is not a locator: numbers begin at 1", id="zero"
        ),
        pytest.param(
            "5",
            "`5` is not a locator: name what is counted, as in `paragraph 5` or `page 5`",
            id="no label",
        ),
        pytest.param(
            "time 11:23",
            (
                "`time 11:23` is not a locator: "
                "write hours, minutes and whole seconds, as in `time 00:11:23`"
            ),
            id="minutes or hours",
        ),
        pytest.param(
            "page xii", "`page xii` is not a locator: write the number in figures", id="roman"
        ),
        pytest.param(
            "page 1234567",
            (
                "`page 1234567` is not a locator: "
                "a number has at most 6 digits; write the number that is printed"
            ),
            id="digits",
        ),
        pytest.param(
            "pages 1-10001",
            (
                "`pages 1-10001` is not a locator: "
                "it names too many places; name the ones that matter"
            ),
            id="too many",
        ),
        pytest.param(
            "volume 3",
            (
                "`volume 3` is not a locator: write a label and its numbers, "
                "such as `paragraph 5`, `pages 3-4, 7` or `time 00:11:23`"
            ),
            id="unknown label",
        ),
    ],
)
def test_a_refusal_says_what_to_do(text: str, message: str) -> None:
    with pytest.raises(InvalidLocator) as refusal:
        Locator.parse(text)
    assert str(refusal.value) == message


def test_a_locator_names_a_limited_number_of_places() -> None:
    assert len(Locator.parse(f"pages 1-{MAX_NUMBERS}").numbers) == MAX_NUMBERS
    assert refusal_of(f"pages 1-{MAX_NUMBERS + 1}") is not None
    odd = [str(number) for number in range(1, 2 * MAX_PARTS + 2, 2)]
    assert len(Locator.parse(f"pages {', '.join(odd[:MAX_PARTS])}").numbers) == MAX_PARTS
    assert refusal_of(f"pages {', '.join(odd)}") is not None


@pytest.mark.parametrize(
    "text",
    ["1" * 10_000, "page " + "1" * 10_000, "pages " + "1, " * 10_000, "p" * 10_000, "1-" * 10_000],
    ids=lambda text: text[:10],
)
def test_a_long_text_is_refused_at_once(text: str) -> None:
    assert refusal_of(text) is not None


def test_values_and_refusals_pass_between_processes() -> None:
    locator = Locator.parse("paragraphs 3-4, 7")
    assert pickle.loads(pickle.dumps(locator)) == locator  # noqa: S301 - made here
    refusal = InvalidLocator("p. 5", "", "page 5")
    again = pickle.loads(pickle.dumps(refusal))  # noqa: S301 - made here
    assert str(again) == str(refusal) == "write `page 5`, not `p. 5`"


def test_a_locator_shows_itself_in_words() -> None:
    assert repr(Locator.parse("paragraph 5")) == "<Locator paragraph 5>"
    assert not is_canonical("p. 5")
