"""Why files cannot be merged as records: the first fault, and whose it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.changes.merge import merge
from claimtrack.changes.mergerefusals import refusal
from tests.strategies import mutated

CLAIM = b"claim: Who?\n"
REFUSED = [
    (
        b"claim: Who?\r\nnote: A.\r\n",
        "line 1: the file holds CR 2 times: save it with LF line ends",
    ),
    (b"\xef\xbb\xbfclaim: Who?\n", "line 1: the file begins with a byte-order mark"),
    ("claim: \u202eWho?\n".encode(), "line 1: U+202E RIGHT-TO-LEFT OVERRIDE changes the order"),
    ("claim: Who?\nnote: a\u200bb\n".encode(), "line 2: U+200B ZERO WIDTH SPACE cannot be seen"),
    (b"claim: Who?\nnote: \xff\n", "line 2: the bytes 0xFF are not UTF-8"),
    (b"claim: [Who?\n", "line 1: `[` is not closed by `]`"),
    (b"- a\n", "line 1: the file holds no keys"),
]


@pytest.mark.parametrize(("data", "told"), REFUSED, ids=[told for _, told in REFUSED])
def test_the_fault_is_told_with_its_side(data: bytes, told: str) -> None:
    assert refusal(data, CLAIM, CLAIM).startswith(f"base, {told}")
    assert refusal(CLAIM, data, CLAIM).startswith(f"ours, {told}")
    assert refusal(b"", CLAIM, data).startswith(f"theirs, {told}")


def test_what_is_no_fault_of_the_text_is_told_too() -> None:
    nothing = "does not say what it holds: begin it with a key such as `claim:`"
    assert refusal(CLAIM, CLAIM, b"a: b\n") == f"theirs {nothing}"
    assert refusal(CLAIM, b"\n", CLAIM) == "ours is empty"
    other = b"speaker: A\n"
    assert refusal(CLAIM, CLAIM, other) == "base is a claim, ours is a claim, theirs is a speaker"


FILES = st.one_of(mutated((CLAIM, b"speaker: A\n")), st.sampled_from((CLAIM, b"", b"a: b\n")))


@given(FILES, FILES, FILES)
def test_it_is_told_just_where_a_merge_has_no_text(base: bytes, ours: bytes, theirs: bytes) -> None:
    assert bool(refusal(base, ours, theirs)) == (merge(base, ours, theirs).text is None)
