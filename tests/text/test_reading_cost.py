"""What reading costs at the limit of size, for the texts that were found to cost most."""

from __future__ import annotations

import tracemalloc

import pytest

from claimtrack.text.compose import compose
from claimtrack.text.decode import decode
from claimtrack.text.limits import DEFAULT_LIMITS

#: The bytes that reading any file may take; `tests/benchmarks/bench_reading.py` tells the seconds.
BYTES = 200 * 1024 * 1024


def filled(piece: str, head: str = "") -> bytes:
    return f"{head}{piece * DEFAULT_LIMITS.size}".encode()[: DEFAULT_LIMITS.size]


COSTLY = {
    "a long tag": filled("a", head="a: !"),
    "many tags": filled("- !a x\n"),
    "many blocks": "".join(f"k{number}: |\n x\n\n" for number in range(9990)).encode(),
    "deep brackets": filled("["),
    "blank lines": filled("\n"),
    "comments": filled("#\n", head="a: [\n"),
    "directives": filled("%\n"),
    "characters that must not stand": filled("\x01"),
    "bytes that are no text": b"\xff" * DEFAULT_LIMITS.size,
}


@pytest.mark.parametrize("data", COSTLY.values(), ids=COSTLY.keys())
def test_a_file_at_the_limit_is_read_to_an_answer(data: bytes) -> None:
    decoded = decode(data)
    if decoded.text is None:
        assert decoded.faults
    else:
        composed = compose(decoded.text)
        assert composed.root or composed.faults


def test_a_file_at_the_limit_is_read_within_memory() -> None:
    data = COSTLY["many blocks"] + COSTLY["blank lines"][len(COSTLY["many blocks"]) :]
    tracemalloc.start()
    try:
        compose(data.decode())
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < BYTES
