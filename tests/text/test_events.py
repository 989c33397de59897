from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.text.events import BrokenYaml, Event, events


def test_events_tell_what_begins_and_ends_and_where() -> None:
    assert list(events("a: 'b'")) == [
        Event(what="mapping", start=0, end=0),
        Event(what="scalar", start=0, end=1, value="a"),
        Event(what="scalar", start=3, end=6, value="b", style="single"),
        Event(what="end", start=6, end=6),
        Event(what="document end", start=6, end=6),
    ]


def test_anchors_tags_and_aliases_are_told() -> None:
    told = [(event.what, event.anchor, event.tag) for event in events("[&a !t b, *a, !t []]")]

    assert told[1:4] == [("scalar", True, True), ("alias", False, False), ("sequence", False, True)]


def test_the_events_end_with_the_first_document() -> None:
    assert [event.what for event in events("a\n---\n[")] == ["scalar", "document end"]


def test_no_document_has_no_events() -> None:
    assert list(events("# a\n")) == []


def test_a_pair_in_a_list_ends_in_an_empty_event() -> None:
    ends = [event.end - event.start for event in events("[a: b, {c: d}]") if event.what == "end"]

    assert ends == [0, 1, 1]


@given(st.text(st.sampled_from("ab\x85\u2028\u2029\ue000\ue001"), min_size=1, max_size=12))
def test_line_breaks_of_other_standards_are_text(text: str) -> None:
    [scalar, _] = events(f"'{text}'")

    assert (scalar.value, scalar.end) == (text, len(text) + 2)


BROKEN = {
    "in brackets": ("[a", 2, 0),
    "in quotes": ("'a", 2, 0),
    "at a sign": ("a: @b", 3, None),
    "beyond Unicode": ('"\\UFFFFFFFF"', 3, None),
    "in a block header": ("a: |0", 4, 3),
}


@pytest.mark.parametrize(("text", "offset", "opened"), BROKEN.values(), ids=BROKEN.keys())
def test_a_break_tells_its_place_and_where_the_part_began(
    text: str, offset: int, opened: int | None
) -> None:
    with pytest.raises(BrokenYaml) as broken:
        list(events(text))

    assert (broken.value.offset, broken.value.opened) == (offset, opened)
