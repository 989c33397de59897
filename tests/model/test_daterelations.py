"""What two dates say of each other is what holds in every, or in no, possibility."""

from collections.abc import Callable
from itertools import product

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimtrack.model.daterelations import Answer
from claimtrack.model.dates import Date

# A small world of days to try all possibilities in: the days of January 2024 as bits, with the
# first and the last standing for all time before and after.
FIRST, LAST = 0, 12
World = int


def run(start: int, end: int) -> World:
    return sum(1 << day for day in range(start, end + 1))


def some_time(first: int, last: int) -> list[World]:
    return [run(s, e) for s in range(first, last + 1) for e in range(s, last + 1)]


def day_text(day: int) -> str:
    return f"2024-01-{day:02}"


days = st.integers(3, 8)


@st.composite
def happenings(draw: st.DrawFn) -> tuple[str, list[World]]:
    """A point in time, and what it may have been."""
    one, other = sorted((draw(days), draw(days)))
    match draw(st.sampled_from(["day", "about", "range", "until", "since"])):
        case "day":
            return day_text(one), [run(one, one)]
        case "about":
            return f"{day_text(one)}~", some_time(one - 1, one + 1)
        case "range":
            return f"{day_text(one)}..{day_text(other)}", some_time(one, other)
        case "until":
            return f"..{day_text(one)}", some_time(FIRST, one)
        case _:
            return f"{day_text(one)}..", some_time(one, LAST)


@st.composite
def points(draw: st.DrawFn) -> tuple[str, list[World]]:
    members = draw(st.lists(happenings(), min_size=1, max_size=3))
    members.sort(key=lambda member: (not member[0].startswith(".."), member[0].endswith("..")))
    texts = [text for text, _ in members]
    if sum(t.startswith("..") for t in texts) > 1 or sum(t.endswith("..") for t in texts) > 1:
        members = members[:1]
    worlds = {world for _, worlds in members for world in worlds}
    return f"[{','.join(text for text, _ in members)}]", sorted(worlds)


@st.composite
def states(draw: st.DrawFn) -> tuple[str, list[World]]:
    start, end = sorted((draw(days), draw(days)))
    everything = range(FIRST, LAST + 1)
    starts, ends = (
        {
            "": (everything, everything),
            "..": ([FIRST], [LAST]),
            "day": ([start], [end]),
            "about": (range(start - 1, start + 2), range(end - 1, end + 2)),
        },
        ("", "..", "day", "about"),
    )
    first, last = draw(st.sampled_from(ends)), draw(st.sampled_from(ends))
    if first in ("", "..") and last in ("", ".."):
        first = "day"
    texts = [
        {"day": day_text(day), "about": f"{day_text(day)}?"}.get(kind, kind)
        for kind, day in ((first, start), (last, end))
    ]
    worlds = {run(s, e) for s in starts[first][0] for e in starts[last][1] if s <= e}
    return "/".join(texts), sorted(worlds)


@st.composite
def lists(draw: st.DrawFn) -> tuple[str, list[World]]:
    chosen = sorted(draw(st.sets(days, min_size=2, max_size=3)))
    if draw(st.booleans()):
        text = f"{{{day_text(chosen[0])}..{day_text(chosen[-1])}}}"
        return text, [run(chosen[0], chosen[-1])]
    return f"{{{','.join(map(day_text, chosen))}}}", [sum(1 << day for day in chosen)]


single = happenings().map(lambda each: each if ".." not in each[0] else (f"[{each[0]}]", each[1]))
anything = single | points() | states() | lists()


def before(one: World, other: World) -> bool:
    return one.bit_length() <= (other & -other).bit_length() - 1


def share(one: World, other: World) -> bool:
    return bool(one & other)


def inside(one: World, other: World) -> bool:
    return one & ~other == 0


def same(one: World, other: World) -> bool:
    return one == other and one.bit_count() == 1


RELATIONS: dict[str, tuple[Callable[[Date, Date], Answer], Callable[[World, World], bool]]] = {
    "before": (Date.before, before),
    "overlaps": (Date.overlaps, share),
    "within": (Date.within, inside),
    "same_day": (Date.same_day, same),
}


@pytest.mark.parametrize("name", RELATIONS)
@settings(max_examples=250, deadline=None)
@given(one=anything, other=anything)
@example(one=("/2024-01-05", [run(s, 5) for s in range(6)]), other=("../2024-01-05", [run(0, 5)]))
def test_an_answer_is_what_every_possibility_says(
    name: str, one: tuple[str, list[World]], other: tuple[str, list[World]]
) -> None:
    ask, holds = RELATIONS[name]
    answer = ask(Date.parse(one[0]), Date.parse(other[0]))
    answers = {holds(a, b) for a, b in product(one[1], other[1])}
    if answer is not None:
        assert answers == {answer}
    elif not (one[0] + other[0]).count("{"):
        assert answers == {True, False}


@settings(max_examples=250, deadline=None)
@given(one=anything, other=anything)
def test_refining_and_contradicting_are_about_the_possibilities(
    one: tuple[str, list[World]], other: tuple[str, list[World]]
) -> None:
    ours, theirs = Date.parse(one[0]), Date.parse(other[0])
    if ours.refines(theirs):
        assert set(one[1]) < set(other[1])
    if ours.contradicts(theirs):
        assert not set(one[1]) & set(other[1])
    elif not (one[0] + other[0]).count("{"):
        assert set(one[1]) & set(other[1])


TEXTS = [
    *("2024-07-31", "2024-07-31~", "2024-07", "2024-07-XX", "2024", "202X", "2024-07/2024-08"),
    *("2024-07-01/2024-07-31", "../2024-07", "/2024-07", "2024-07/..", "2024-07/", "[..2024-07]"),
    *("{2024-07,2024-09}", "{2023..2025}", "2024-07-31T02:00+03:30", "2024-07-31T02:00:00Z"),
    *(
        "2024-07-31T02:00",
        "2024-08-01T12:00-08:00",
        "persian:1403-05",
        "2024-22",
        "1950S2",
        "2025~",
    ),
    *("{..2024}", "{2024-07-30..2024-08-02}", "[2023,2024-07-31]", "islamic-umalqura:1446-01-25"),
]
DATES = [Date.parse(text) for text in TEXTS]


@pytest.mark.parametrize("one", DATES, ids=str)
def test_the_answers_about_two_dates_do_not_clash(one: Date) -> None:
    for other in DATES:
        assert one.before(other) == other.after(one)
        assert not (one.before(other) and other.before(one))
        assert one.overlaps(other) == other.overlaps(one)
        assert one.same_day(other) == other.same_day(one)
        if one.before(other):
            assert one.overlaps(other) is False
            assert one.within(other) is False
        if one.within(other):
            assert one.overlaps(other) is not False
        if one.contradicts(other):
            assert not one.refines(other)
        assert one.contradicts(other) == other.contradicts(one)


@pytest.mark.parametrize("one", DATES, ids=str)
def test_a_date_neither_refines_nor_contradicts_itself(one: Date) -> None:
    assert not one.refines(one)
    assert not one.contradicts(one)
    assert one.before(one) is not True
    assert one.overlaps(one) is not False


@pytest.mark.parametrize("text", ["2024-07-31", "persian:1403-05-10", "[2024-07-31]"])
def test_an_unqualified_day_is_the_same_day_as_itself(text: str) -> None:
    date = Date.parse(text)
    assert date.same_day(date) is True
    assert date.overlaps(date) is True
    assert date.within(date) is True
    assert date.before(date) is False


BEFORE: list[tuple[str, str, Answer]] = [
    ("2024-07-30", "2024-07-31", True),
    ("2024-07-31", "2024-07-31", False),
    ("2024-07", "2024-07", None),
    ("2024-07", "2024-08", True),
    ("2024-07", "2024-08?", None),
    ("2024-07", "2024-09?", True),
    ("2024-06?", "2024-09?", True),
    ("2024-07-30", "2024-07-31~", None),
    ("2024-07-29", "2024-07-31~", True),
    ("?2023-07-31", "2024-12-31", True),
    ("?2023-07-31", "2024-07-31", None),
    ("2023-07~-31", "2023-09-01", True),
    ("2023-07~-31", "2023-08-31", None),
    ("2024-01-28", "2024-02~-29", True),
    ("2024-01-29", "2024-02~-29", None),
    ("2024-02~-29", "2024-04-01", True),
    ("2024-02~-29", "2024-03-31", None),
    ("192X~", "1940", True),
    ("192X~", "1939", None),
    ("2024-07-1X~", "2024-08-18", None),
    ("2024-21~", "2024-09", True),
    ("2024-24~", "2025-06", True),
    ("2024-24~", "2025-05", None),
    ("2024-34?", "2024-10", True),
    ("persian:1397~", "2020-03-20", True),
    ("persian:1397~", "2020-03-19", None),
    ("hebrew:5783-05~", "hebrew:5783-08", True),
    ("hebrew:5783-05~", "hebrew:5783-07", None),
    ("hebrew:5783-07?", "hebrew:5783-09", True),
    ("hebrew:5783-04-29", "hebrew:5783-07?", True),
    ("hebrew:5783-05-01", "hebrew:5783-07?", None),
    ("islamic-umalqura:1500~", "2079", True),
    ("persian:1178-01~", "1799-05-22", True),
    ("1799-02-17", "persian:1178-01~", True),
    ("1799-02-18", "persian:1178-01~", None),
    ("../2004", "2005", True),
    ("/2004", "2005", True),
    ("2004/..", "3000", False),
    ("2004/", "3000", None),
    ("2005", "../2010", False),
    ("2005", "/2010", None),
    ("2005", "{..2010}", False),
    ("{2003..2010}", "2011", True),
    ("2024-07-31T02:00+03:30", "2024-07-31T02:00Z", True),
    ("2024-07-31T23:00-08:00", "2024-08-01T06:00Z", False),
    ("2024-07-31T02:00Z", "2024-07-31T02:00:30Z", None),
    ("2024-07-31T02:00:30Z", "2024-07-31T02:00:30Z", False),
    ("2024-07-31T02:00", "2024-08-01T03:00", None),
    ("2024-07-31T02:00", "2024-08-02T03:00", True),
    ("2024-07-31", "2024-08-01T03:00+03:30", None),
    ("2024-07-30", "2024-08-01T03:00+03:30", True),
    ("2024-08-03", "2024-08-01T03:00+03:30", False),
]
WITHIN: list[tuple[str, str, Answer]] = [
    ("2024-07-15", "2024-07", True),
    ("2024-07-15", "2024-07-01/2024-07-31", True),
    ("2024-07", "2024", True),
    ("2024", "2024-07", None),
    ("2024-07-15", "2024-07-XX", None),
    ("2024-07-15", "2024-07~", None),
    ("2024-10-15", "2024-07~", False),
    ("2024-07-15", "202X", None),
    ("1990", "1984/2004", True),
    ("1984-06", "1984/2004", None),
    ("1983", "1984/2004", False),
    ("/2003", "../2004-01-01", True),
    ("1961-12-03", "{1960,1961-12}", True),
    ("1962", "{1960,1961-12}", False),
    ("1960-12", "{1960..1962}", True),
    ("1961", "{1960..1962}", None),
    ("{1960..1962}", "1960/1963", None),
    ("{1960..1962}", "1959/1963", True),
    ("{1960..1962}", "1961", False),
    ("2024-07-31T02:00+03:30", "2024-07", None),
    ("2024-07-30T02:00+03:30", "2024-07", True),
    ("2024-07-31T02:00:30Z", "2024-07-31T02:00Z", True),
]
SAME_DAY: list[tuple[str, str, Answer]] = [
    ("2024-07-31", "persian:1403-05-10", True),
    ("2024-07-31", "2024-08-01", False),
    ("2024-07-31", "2024-07", None),
    ("2024-07-31", "2024-07-31~", None),
    ("2024-07-31", "2024-07-31/2024-08-01", False),
    ("2024-07-31", "2024-07-31/", None),
    ("2024-07-31", "2024-07-31/..", False),
    ("2024-07-31", "[2024-07-30,2024-08-01]", False),
    ("2024-07-31", "[2024-07-31,2024-08-01]", None),
    ("2024-07-31", "{2024-07-31,2024-08-01}", False),
    ("2024-07-31", "2024-07-31T02:00+03:30", None),
    ("2024-07-31", "2024-08-02T02:00+03:30", False),
    ("2024-07-31T02:00+03:30", "2024-07-31T23:00+03:30", True),
    ("2024-07-31T02:00+03:30", "2024-07-30T22:30Z", True),
    ("2024-07-31T02:00+03:30", "2024-07-31T02:00Z", None),
    ("2024-07-31T02:00+03:30", "2024-08-02T02:00Z", False),
    ("2024-07-31T02:00", "2024-07-31T02:00", None),
]
OVERLAPS: list[tuple[str, str, Answer]] = [
    ("2024-07-15", "2024-07", None),
    ("2024-07-15", "2024-07-01/2024-07-31", True),
    ("2024-07", "2024-07-01/2024-07-31", True),
    ("2024-07", "2024-08", False),
    ("../2004", "../1950", True),
    ("/2004", "/1950", None),
    ("1970-01-01/1975-12-31", "{1971,1999}", True),
    ("1971", "{1970..1972}", None),
    ("1973", "{1970..1972}", False),
    ("2024-07-31T02:00+03:30", "2024-07-30T22:30Z", None),
    ("2024-07-31T02:00:10+03:30", "2024-07-30T22:30:10Z", True),
]
TABLE = [
    (name, *row)
    for name, rows in (
        ("before", BEFORE),
        ("within", WITHIN),
        ("same_day", SAME_DAY),
        ("overlaps", OVERLAPS),
    )
    for row in rows
]


@pytest.mark.parametrize(
    ("name", "one", "other", "answer"), TABLE, ids=[" ".join(row[:3]) for row in TABLE]
)
def test_a_question_about_two_dates_has_its_answer(
    name: str, one: str, other: str, answer: Answer
) -> None:
    ask, _ = RELATIONS[name]
    assert ask(Date.parse(one), Date.parse(other)) is answer


@pytest.mark.parametrize(
    ("one", "other", "refines", "contradicts"),
    [
        ("2024-07-31", "2024-07", True, False),
        ("2024-07", "2024-07-31", False, False),
        ("2024-07", "2024-08", False, True),
        ("2024-08-15", "2024-08~", True, False),
        ("2024-07", "2024-08~", False, False),
        ("2024-07", "[..2024]", True, False),
        ("2013/2015", "2013/2021", False, True),
        ("2013/2015", "2013/", True, False),
        ("2013/..", "2013/", True, False),
        ("{2013,2015}", "2013/2015", False, False),
        ("{2013,2015}", "{2016,2017}", False, True),
        ("persian:1403-05-10", "2024-07", True, False),
        ("2024-07-31T02:00", "2024-07-31", True, False),
        ("2024-07-31", "2024-07-31T02:00", False, False),
        ("2024-07-31T02:00+03:30", "2024-07-31", True, False),
        ("2024-07-31T02:00+03:30", "2024-07", True, False),
        ("2024-07-31T02:00+03:30", "2024-07-30", False, False),
        ("2024-07-31T02:00+03:30", "2024-07-29", False, True),
        ("2024-07-31T02:00", "2024-08~", False, False),
        ("2024-08-31T02:00", "2024-08~", True, False),
        ("2024-07-31T02:00:30", "2024-07-31T02:00", True, False),
        ("2024-07-31T02:00", "2024-07-31T03:00", False, False),
        ("2024-07-31T02:00+03:30", "2024-07-31T02:00", True, False),
        ("2024-07-31T02:00", "2024-07-31T02:00+03:30", False, False),
        ("2024-07-31T02:00", "persian:1403-05-10T02:00", False, False),
        ("2024-07-31T02:00:30+03:30", "2024-07-30T22:30Z", True, False),
        ("2024-07-31T02:00+03:30", "2024-07-30T22:30Z", False, False),
        ("2024-07-31T02:00", "[..2024]", True, False),
        ("2024-07-31T02:00", "2024-07/..", False, True),
    ],
)
def test_a_more_exact_answer_refines_and_another_time_contradicts(
    one: str, other: str, *, refines: bool, contradicts: bool
) -> None:
    assert Date.parse(one).refines(Date.parse(other)) is refines
    assert Date.parse(one).contradicts(Date.parse(other)) is contradicts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("[2023-08..2024-08]", "XXXX-01-03"),
        ("2024-01-04", "XXXX-01-03"),
        ("2024-02", "20XX-01"),
        ("2024-05-04", "2024-XX-03"),
        ("XXXX-01-03", "XXXX-01-03"),
    ],
)
def test_a_date_with_gaps_takes_in_nothing_that_is_not_written_like_it(
    one: str, other: str
) -> None:
    assert not Date.parse(one).refines(Date.parse(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2024-01-03", "XXXX-01-03"),
        ("2024-05-03", "2024-XX-03"),
        ("2024-01", "20XX"),
        ("20XX", "2XXX"),
    ],
)
def test_a_date_refines_what_it_specifies(one: str, other: str) -> None:
    assert Date.parse(one).refines(Date.parse(other))
