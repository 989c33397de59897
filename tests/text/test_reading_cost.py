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


COSTLY: dict[str, tuple[bytes, set[str]]] = {
    "a long tag": (filled("a", head="a: !"), {"CTY111"}),
    "many tags": (filled("- !a x\n"), {"CTY111", "CTY117"}),
    "many blocks": ("".join(f"k{number}: |\n x\n\n" for number in range(9990)).encode(), set()),
    "deep brackets": (filled("["), {"CTY118"}),
    "blank lines": (filled("\n"), {"CTY120"}),
    "comments": (filled("#\n", head="a: [\n"), {"CTY101"}),
    "directives": (filled("%\n"), {"CTY115", "CTY120"}),
    "characters that must not stand": (filled("\x01"), {"CTY105", "CTY120"}),
    "bytes that are no text": (b"\xff" * DEFAULT_LIMITS.size, {"CTY102"}),
}


@pytest.mark.parametrize(("data", "codes"), COSTLY.values(), ids=COSTLY.keys())
def test_a_file_at_the_limit_is_read_to_an_answer(data: bytes, codes: set[str]) -> None:
    decoded = decode(data)
    faults = decoded.faults if decoded.text is None else compose(decoded.text).faults
    assert {fault.kind.code for fault in faults} == codes


def test_a_file_at_the_limit_is_read_within_memory() -> None:
    blocks, blank_lines = COSTLY["many blocks"][0], COSTLY["blank lines"][0]
    data = blocks + blank_lines[len(blocks) :]
    tracemalloc.start()
    try:
        compose(data.decode())
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < BYTES
