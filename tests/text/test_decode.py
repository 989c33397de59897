from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.findings import Span
from claimtrack.text.decode import decode
from claimtrack.text.limits import DEFAULT_LIMITS

TEXTS = {
    "ascii": "claim: a\n",
    "persian": "speaker: حسین دهقان\n",
    "beyond the basic plane": "note: 🕊 𐎠\n",
    "nothing": "",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_utf8_is_read_as_it_stands(text: str) -> None:
    decoded = decode(text.encode())

    assert decoded.text == text
    assert decoded.faults == ()


FAULTY = {
    "latin-1": (
        b"claim: d\xe9j\xe0 vu\n",
        [
            ("CTY102", Span(1, 9, 1, 10), "the bytes 0xE9 are not UTF-8: save the file as UTF-8"),
            ("CTY102", Span(1, 11, 1, 12), "the bytes 0xE0 are not UTF-8: save the file as UTF-8"),
        ],
    ),
    "cut within a character": (
        "a: 1\nb: é".encode()[:-1],
        [("CTY102", Span(2, 4, 2, 5), "the bytes 0xC3 are not UTF-8: save the file as UTF-8")],
    ),
    "a surrogate": (
        b"a: \xed\xa0\x80\n",
        [
            (
                "CTY102",
                Span(1, 4, 1, 7),
                "the bytes 0xED 0xA0 0x80 are not UTF-8: save the file as UTF-8",
            )
        ],
    ),
    "an overlong nul": (
        b"a: \xc0\x80\n",
        [("CTY102", Span(1, 4, 1, 6), "the bytes 0xC0 0x80 are not UTF-8: save the file as UTF-8")],
    ),
    "utf-16, little end first": (
        "claim: a\n".encode("utf-16-le").join((b"\xff\xfe", b"")),
        [("CTY102", Span(), "the file is in UTF-16: save it as UTF-8")],
    ),
    "utf-16, big end first": (
        b"\xfe\xff" + "claim: a\n".encode("utf-16-be"),
        [("CTY102", Span(), "the file is in UTF-16: save it as UTF-8")],
    ),
    "too large": (
        b"#" * (DEFAULT_LIMITS.size + 1),
        [("CTY116", Span(), "the file has 262,145 bytes, the limit is 262,144: split the record")],
    ),
}


@pytest.mark.parametrize(("data", "faults"), FAULTY.values(), ids=FAULTY.keys())
def test_what_is_no_utf8_has_no_text_but_a_fault(
    data: bytes, faults: list[tuple[str, Span, str]]
) -> None:
    decoded = decode(data)

    assert decoded.text is None
    assert [(fault.kind.code, fault.span, fault.message) for fault in decoded.faults] == faults


def test_a_byte_order_mark_is_a_fault_and_no_text() -> None:
    decoded = decode(b"\xef\xbb\xbfclaim: a\n")

    assert decoded.text == "claim: a\n"
    assert [fault.kind.code for fault in decoded.faults] == ["CTY103"]


def test_a_byte_order_mark_does_not_hide_other_faults() -> None:
    assert [fault.kind.code for fault in decode(b"\xef\xbb\xbfa: \xff\n").faults] == [
        "CTY103",
        "CTY102",
    ]


def test_a_file_at_the_limit_is_read() -> None:
    assert decode(b"#" * DEFAULT_LIMITS.size).text is not None


def test_a_lowered_limit_holds() -> None:
    limits = DEFAULT_LIMITS.lowered(size=10)

    assert decode(b"a: " + b"b" * 7, limits).text is not None
    assert decode(b"a: " + b"b" * 8, limits).text is None


def test_a_file_full_of_faults_tells_the_first_and_their_number() -> None:
    faults = decode(b"\xffa" * 1000).faults

    assert len(faults) == 21
    assert faults[-1].message == "980 more faults of this kind follow: mend the first ones"


@given(st.binary(max_size=200))
def test_any_bytes_give_a_text_or_a_fault(data: bytes) -> None:
    decoded = decode(data)

    assert (decoded.text is None) <= bool(decoded.faults)
    assert all(fault.span is not None for fault in decoded.faults)


@given(st.text(max_size=100))
def test_what_was_encoded_is_decoded(text: str) -> None:
    assert decode(text.encode()).text == text.removeprefix("\ufeff")
