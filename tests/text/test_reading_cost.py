"""What reading costs at the limit of size, for the texts that were found to cost most."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest

from claimtrack.text.compose import compose
from claimtrack.text.decode import decode
from claimtrack.text.limits import DEFAULT_LIMITS

#: The seconds and bytes that reading any file may take.
SECONDS, BYTES = 5, 200 * 1024 * 1024


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
def test_a_file_at_the_limit_is_read_in_time(data: bytes) -> None:
    start = time.process_time()
    decoded = decode(data)
    if decoded.text is not None:
        compose(decoded.text)

    assert time.process_time() - start < SECONDS


MEASURE = """
import resource, sys
from claimtrack.text.compose import compose
compose(sys.stdin.read())
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def test_a_file_at_the_limit_is_read_within_memory() -> None:
    pytest.importorskip("resource", reason="only Unix tells what a process takes")
    data = COSTLY["many blocks"] + COSTLY["blank lines"][len(COSTLY["many blocks"]) :]
    measured = subprocess.run(
        [sys.executable, "-c", MEASURE], input=data, stdout=subprocess.PIPE, check=True
    )

    unit = 1 if sys.platform == "darwin" else 1024
    assert int(measured.stdout) * unit < BYTES
