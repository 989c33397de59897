from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.analysis.coverage import coverage_of
from claimtrack.corpus.index import Utterance
from claimtrack.corpus.texts import FoundText, MissingText
from claimtrack.model.attributions import Attribution
from claimtrack.model.claims import Claim, Version
from claimtrack.model.locators import Locator
from claimtrack.model.sources import PassedOver, Source

CLAIM = Claim(id="it", question="What?", versions={"one": Version(statement="One.")})


def utterance(at: str | None) -> Utterance:
    place = Locator.parse(at) if at else None
    attribution = Attribution(speaker="author", stance="asserts", source="log", at=place)
    return Utterance(CLAIM, "one", attribution)


def source(*passed_over: str) -> Source:
    items = tuple(PassedOver(at=Locator.parse(at), reason=f"because of {at}") for at in passed_over)
    return evolve(Source(id="log", title="Log"), passed_over=items)


def text(count: int) -> FoundText:
    lines = tuple(f"Line {number}." for number in range(1, count + 1))
    return FoundText(file="log.txt", text="\n".join(lines), paragraphs=lines, agrees=True)


ABSENT = MissingText(file="log.txt", reason="absent", message="it is not there")


def test_every_paragraph_of_a_text_is_listed_with_what_was_read_in_it() -> None:
    read = [utterance("paragraphs 3-4"), utterance("paragraph 3"), utterance("paragraph 1")]
    told = coverage_of(source("paragraphs 1, 5"), read, text(6))
    assert [
        (item.number, item.text, item.attributions, item.passed_over, item.state)
        for item in told.paragraphs
    ] == [
        (1, "Line 1.", 1, ("because of paragraphs 1, 5",), "read"),
        (2, "Line 2.", 0, (), "unread"),
        (3, "Line 3.", 2, (), "read"),
        (4, "Line 4.", 1, (), "read"),
        (5, "Line 5.", 0, ("because of paragraphs 1, 5",), "passed-over"),
        (6, "Line 6.", 0, (), "unread"),
    ]
    assert told.unread == ((2, 2), (6, 6))
    assert (told.attributions, told.unread_count, told.count("read")) == (3, 2, 3)
    assert told.is_whole
    assert not told.is_complete


def test_without_the_text_only_what_is_named_is_listed_and_nothing_is_complete() -> None:
    told = coverage_of(source("paragraph 1"), [utterance("paragraphs 2, 900000")], ABSENT)
    assert [item.number for item in told.paragraphs] == [1, 2, 900000]
    assert [item.text for item in told.paragraphs] == [None, None, None]
    assert told.unread == ((3, 899999),)
    assert not told.is_whole
    assert not coverage_of(source("paragraph 1"), [], ABSENT).is_complete
    assert not coverage_of(source("paragraph 1"), [], None).is_complete


COMPLETE = {
    "read": ([utterance("paragraphs 1-3")], ()),
    "passed-over": ([], ("paragraphs 1-3",)),
    "either": ([utterance("paragraph 2")], ("paragraphs 1, 3",)),
    "more-than-there-is": ([utterance("paragraphs 2-9")], ("paragraph 1",)),
}
INCOMPLETE: dict[str, tuple[list[Utterance], tuple[str, ...]]] = {
    "nothing": ([], ()),
    "the-last-is-missing": ([utterance("paragraphs 1-2")], ()),
    "the-first-is-missing": ([utterance("paragraphs 2-3")], ()),
    "a-page": ([utterance("page 1"), utterance("paragraphs 2-3")], ()),
    "no-place": ([utterance(None), utterance("paragraphs 2-3")], ()),
    "lines-passed-over": ([utterance("paragraphs 2-3")], ("line 1",)),
}


@pytest.mark.parametrize(("read", "passed"), COMPLETE.values(), ids=COMPLETE.keys())
def test_a_source_is_complete_where_every_paragraph_is_accounted_for(
    read: list[Utterance], passed: tuple[str, ...]
) -> None:
    assert coverage_of(source(*passed), read, text(3)).is_complete


@pytest.mark.parametrize(("read", "passed"), INCOMPLETE.values(), ids=INCOMPLETE.keys())
def test_a_source_is_not_complete_where_a_paragraph_is_left(
    read: list[Utterance], passed: tuple[str, ...]
) -> None:
    assert not coverage_of(source(*passed), read, text(3)).is_complete


def test_other_places_are_told_apart() -> None:
    read = [utterance("page 2"), utterance(None), utterance("paragraph 7")]
    told = coverage_of(source("page 1", "paragraphs 5-6"), read, text(5))
    assert (told.attributions, told.elsewhere, told.passed_elsewhere) == (3, 2, 1)
    assert told.beyond == (6, 7)
    assert told.last == 5


def test_a_source_is_begun_by_an_attribution_or_a_paragraph_passed_over() -> None:
    assert not coverage_of(source(), [], text(1)).is_begun
    assert coverage_of(source(), [utterance(None)], text(1)).is_begun
    assert coverage_of(source("page 1"), [], text(1)).is_begun


def test_nothing_is_known_of_a_source_that_was_not_read_and_is_not_there() -> None:
    told = coverage_of(source(), [], None)
    assert (told.paragraphs, told.unread, told.last) == ((), (), 0)


@given(st.sets(st.integers(1, 40), min_size=1), st.sets(st.integers(1, 40)), st.integers(0, 30))
def test_each_paragraph_is_either_accounted_for_or_unread(
    read: set[int], passed: set[int], count: int
) -> None:
    told = coverage_of(
        source(*(f"paragraph {number}" for number in sorted(passed))),
        [utterance(f"paragraph {number}") for number in sorted(read)],
        text(count),
    )
    unread = {number for first, last in told.unread for number in range(first, last + 1)}
    assert unread == set(range(1, count + 1)) - read - passed
    assert unread == {item.number for item in told.paragraphs if item.state == "unread"}
    assert set(told.beyond) == {number for number in read | passed if number > count}
    without = coverage_of(told.source, [utterance(f"paragraph {n}") for n in sorted(read)], ABSENT)
    holes = {number for first, last in without.unread for number in range(first, last + 1)}
    assert holes == set(range(1, max(read | passed))) - read - passed
