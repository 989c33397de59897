from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.model.attributions import Attribution
from claimtrack.text.convert import plain
from claimtrack.text.likeness import alike
from claimtrack.text.matching import matched, renamed
from tests.strategies import parts

if TYPE_CHECKING:
    from claimtrack.text.nodes import Data


def said(**changes: str) -> Data:
    return {
        "speaker": "hamas",
        "stance": "denies",
        "source": "story",
        "at": "paragraph 5",
        "cue": "Refuting",
        **changes,
    }


#: What an attribution became that is found again, and what is another one.
SAME: dict[str, Data] = {
    "dated": said(said="2024"),
    "all-but-its-identity": said(cue="refuted", said="2024", note="Again."),
    "speaker": said(speaker="iran"),
    "speaker-and-note": said(speaker="iran", note="By both."),
    "stance": said(stance="questions"),
    "source-and-place": said(source="report", at="page 1"),
    "named": said(id="first"),
    "named-and-reworded": said(id="first", cue="refuted"),
}
ANOTHER: dict[str, Data] = {
    "speaker-and-words": said(speaker="iran", cue="as told to us"),
    "speaker-and-chain": said(speaker="iran", citing="times", note="Again."),
    "speaker-and-stance": said(speaker="iran", stance="asserts"),
    "stance-and-place": said(stance="asserts", at="paragraph 6", note="Again."),
}


@pytest.mark.parametrize("new", SAME.values(), ids=SAME)
def test_a_corrected_attribution_is_found_again(new: Data) -> None:
    other = said(speaker="times", stance="asserts", cue="According to")
    assert matched([said(), other], [other, new]) == {0: 1, 1: 0}


@pytest.mark.parametrize("new", ANOTHER.values(), ids=ANOTHER)
def test_an_attribution_that_says_something_else_is_another(new: Data) -> None:
    assert matched([said()], [new]) == {}


def test_comments_find_the_item_that_is_most_like_theirs() -> None:
    new = said(speaker="iran", cue="as told to us")
    assert matched([said(), "hamas"], ["iran", new], loosely=True) == {0: 1}


def test_a_quote_finds_what_was_attributed_otherwise() -> None:
    quote = "we will not rest"
    old = said(quote=quote, cue="said", citing="times")
    assert matched([old], [said(quote=quote, speaker="iran", stance="asserts", cue="vowed")]) == {
        0: 0
    }
    assert matched([old], [said(quote=quote, source="report", at="page 1", stance="asserts")]) == {
        0: 0
    }


def test_other_mappings_are_found_by_their_name_or_by_all_but_one_key() -> None:
    old: list[Data] = [
        {"by": "A", "date": "2024", "version": "few", "reason": "One."},
        {"at": "paragraph 1", "reason": "navigation"},
        "hamas",
    ]
    new: list[Data] = [
        {"speaker": "hamas", "date": "2024"},
        {"at": "paragraph 2", "reason": "navigation"},
        {"by": "A", "date": "2024", "version": "few", "reason": "Two.", "verdict": "refuted"},
    ]
    assert matched(old[:2], new[1:]) == {0: 1, 1: 0}
    assert matched(["hamas", "iran"], ["iran", "hamas"]) == {0: 1, 1: 0}


@given(st.lists(parts(Attribution), max_size=4), st.lists(parts(Attribution), max_size=4))
def test_each_item_becomes_at_most_one_and_equal_ones_are_paired(
    old: list[Attribution], new: list[Attribution]
) -> None:
    ours, theirs = ([plain(item) for item in [*some, *old[:1]]] for some in (old, new))
    pairs = matched(ours, theirs)
    assert len(set(pairs.values())) == len(pairs)
    assert all(
        ours[i] != theirs[j]
        for i in range(len(ours))
        if i not in pairs
        for j in range(len(theirs))
        if j not in pairs.values()
    )


def test_four_thousand_corrected_attributions_are_paired() -> None:
    old: list[Data] = [said(cue=f"cue {n}") for n in range(4000)]
    new: list[Data] = [said(cue=f"cue {n}", source="report", note="Again.") for n in range(4000)]
    assert matched(old, new) == {n: n for n in range(4000)}


BOMB: Data = {"statement": "A bomb planted in his residence.", "attributions": [said()]}
RENAMED: dict[str, Data] = {
    "as-it-was": BOMB,
    "statement": {"statement": "A bomb planted in his residence.", "attributions": []},
    "attributions": {"statement": "A device.", "attributions": [said()]},
    "nearly": {
        "statement": "A bomb planted in his house.",
        "attributions": [said(note="Again.")],
    },
}


@pytest.mark.parametrize("new", RENAMED.values(), ids=RENAMED)
def test_a_renamed_version_is_found_by_what_it_says(new: Data) -> None:
    rest: Data = {"statement": "Another."}
    assert renamed({"bomb": BOMB, "rest": rest}, {"device": new, "rest": rest}) == {
        "bomb": "device"
    }


def test_a_version_that_says_something_else_is_another() -> None:
    gun: Data = {"statement": "A gun, fired from the street.", "attributions": [said(cue="shot")]}
    assert renamed({"bomb": BOMB}, {"gun": gun}) == {}


def test_the_likest_are_paired_whatever_their_order() -> None:
    old: dict[str, Data] = {
        f"a{n}": f"the case number {n} of many that are alike" for n in range(50)
    }
    new: dict[str, Data] = {
        f"b{n}": f"the case numbered {n} of many that are alike" for n in range(50)
    }
    assert alike(old, dict(reversed(new.items()))) == {f"a{n}": f"b{n}" for n in range(50)}
    assert alike(old, {}) == {}
