"""What reading costs at the limit of size: `python tests/benchmarks/bench_reading.py`.

Prints CPU seconds for the texts that were found to cost most; the format allows five.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from claimtrack.text.compose import compose
from claimtrack.text.decode import decode
from tests.text.test_reading_cost import COSTLY


def seconds(data: bytes) -> float:
    """Return the CPU seconds that reading takes, the median of five."""
    taken = []
    for _ in range(5):
        start = time.process_time()
        decoded = decode(data)
        if decoded.text is not None:
            compose(decoded.text)
        taken.append(time.process_time() - start)
    return sorted(taken)[2]


if __name__ == "__main__":
    for name, (data, _) in COSTLY.items():
        print(f"{seconds(data):6.2f} s  {len(data):,} bytes of {name}")  # noqa: T201 - a table
