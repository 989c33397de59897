"""What reading a file costs: `python tests/benchmarks/bench_fast.py [CLAIMS]`.

Prints CPU time as a ratio to what PyYAML's C loader takes to parse the same bytes into texts,
lists and dicts, the medians of seven runs in which the readers take turns.
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[2]))

import yaml

from claimtrack.text.compose import compose
from claimtrack.text.fast import plain_data
from claimtrack.text.fastlines import KNOWN
from claimtrack.text.nodes import data_of
from claimtrack.text.read import read
from claimtrack.text.reference import reference
from tests.benchmarks.generated import generated

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from claimtrack.text.schema import FileKind

    File = tuple[str, FileKind, str, bytes]

#: The reference takes so long that it is asked of every so manieth file only.
_SAMPLE = 50


def slowly(file: File) -> object:
    """Read a file to plain data with the reference reader."""
    root = reference(file[3].decode()).root
    return data_of(root) if root else None


READERS: dict[str, Callable[[File], object]] = {
    "PyYAML, C BaseLoader": lambda file: yaml.load(file[3], Loader=yaml.CBaseLoader),  # noqa: S506 - BaseLoader makes texts only
    "to plain data": lambda file: plain_data(file[3]),
    "to a record": lambda file: read(file[3], kind=file[1], id=file[2]),
    "to nodes with places and comments": lambda file: compose(file[3].decode()),
    "reference, to plain data": slowly,
}


def seconds(reader: Callable[[File], object], files: Sequence[File]) -> float:
    """Return the CPU seconds that a reader takes for a file, with no line known before."""
    KNOWN.clear()
    start = time.process_time()
    for file in files:
        reader(file)
    return (time.process_time() - start) / len(files)


def main(claims: int) -> None:
    """Print the table."""
    files = list(generated(claims))
    size = sum(len(file[3]) for file in files)
    refused = sum(plain_data(file[3]) is None for file in files)
    print(f"{len(files):,} files of {size / len(files):,.0f} bytes, {refused} declined")  # noqa: T201 - a table
    taken: dict[str, list[float]] = {name: [] for name in READERS}
    for _ in range(7):
        for name, reader in READERS.items():
            few = files[::_SAMPLE] if reader is slowly else files
            taken[name].append(seconds(reader, few))
    medians = {name: statistics.median(runs) for name, runs in taken.items()}
    base = next(iter(medians.values()))
    for name, median in medians.items():
        print(f"{median / base:7.2f}  {median * 1e6:8.1f} µs  {name}")  # noqa: T201 - a table


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
