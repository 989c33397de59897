from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.findings import Span
from claimtrack.text.lines import Lines

TEXTS = st.text(st.sampled_from("a \n\r\x85\u2028\u2029🕊é"), max_size=30)


@given(TEXTS, st.data())
def test_a_place_leads_back_to_its_offset(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    lines = Lines(text)

    before = text[:offset].split("\n")
    assert (lines.number(offset), lines.column(offset)) == (len(before), len(before[-1]) + 1)
    assert lines.before(offset) == before[-1]
    assert lines.start(offset) == offset - len(before[-1])


def test_a_span_may_reach_over_lines() -> None:
    assert Lines("ab\ncd\n").span(1, 4) == Span(1, 2, 2, 2)


def test_only_lf_ends_a_line() -> None:
    assert Lines("a\rb\x85c\u2028d\u2029e").number(8) == 1
