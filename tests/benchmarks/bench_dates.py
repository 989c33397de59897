"""How fast dates are read, and how much of the standard, beside edtf, undate and edtf-validate.

Run it as `python tests/benchmarks/bench_dates.py`. Each of the 100,000 strings of a round is new
to it, so that no cache helps; each library reads strings that it accepts, in turns, five times.
"""

import calendar
import importlib
import random
import re
import statistics
import sys
import time
import tracemalloc
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1] / "model")]

from claimtrack.model.dates import Date  # noqa: E402 - found by the line above

Day = tuple[int, int, int]
Bounds = tuple[Day | None, Day | None]
Reader = Callable[[str], object]

OURS: Final = 100_000
THEIRS: Final = 200
ROUNDS: Final = 5


def statements() -> list[tuple[str, Day | None, Day | None]]:
    """Return the examples of the standard, and its seasons, with their bounds."""
    tests = importlib.import_module("test_edtf")
    seasons = [(f"2001-{code}", *bounds) for code, bounds in tests.SEASONS.items()]
    return [*tests.EXAMPLES, *(each for each in seasons if each not in tests.EXAMPLES)]


def mixed(count: int, seed: int) -> list[str]:
    """Return distinct strings as a corpus has them: mostly days, some of every other form."""
    chance = random.Random(seed)
    texts: set[str] = set()
    while len(texts) < count:
        texts.add(_one(chance))
    return sorted(texts, key=lambda _: chance.random())


def _one(chance: random.Random) -> str:
    year, month = chance.randrange(100, 9980), chance.randrange(1, 13)
    day = chance.randrange(1, calendar.monthrange(year, month)[1] + 1)
    whole, until = f"{year:04}-{month:02}-{day:02}", f"{year + chance.randrange(1, 9):04}"
    mark = chance.choice("?~%")
    forms = {
        whole: 50,
        f"{year:04}-{month:02}": 10,
        f"{year:04}{mark}": 3,
        f"{year:04}-{month:02}{mark}": 4,
        f"{whole}{mark}": 4,
        f"{year:04}-{month:02}-XX": 4,
        f"{year // 10:03}X": 2,
        f"{year:04}-{chance.randrange(21, 25)}": 3,
        f"{year:04}-{month:02}/{until}-{month:02}": 5,
        f"{whole}/..": 2,
        f"../{whole}": 2,
        f"[{year:04}-{month:02}..{until}-{month:02}]": 3,
        f"{{{year:04},{until}-{month:02}}}": 2,
        f"?{year:04}-{month:02}-~{day:02}": 1,
        f"{whole}T{day % 24:02}:{month:02}:00Z": 3,
        f"{year:04}S2": 1,
        f"Y{year}{month:02}{day:02}": 1,
    }
    return chance.choices(list(forms), list(forms.values()))[0]


def edtf_reader() -> tuple[Reader, Callable[[str], Bounds]]:
    """Return how the package edtf reads a string, and its bounds."""
    module = importlib.import_module("edtf")

    def bounds(text: str) -> Bounds:
        parsed = module.parse_edtf(text)
        return _day(parsed.lower_strict()), _day(parsed.upper_strict())

    return module.parse_edtf, bounds


def undate_reader() -> tuple[Reader, Callable[[str], Bounds]]:
    """Return how the package undate reads a string, and its bounds."""
    parse = importlib.import_module("undate").Undate.parse

    def bounds(text: str) -> Bounds:
        parsed = parse(text, "EDTF")
        return _iso(parsed.earliest, "earliest"), _iso(parsed.latest, "latest")

    return lambda text: parse(text, "EDTF"), bounds


def validate_reader() -> tuple[Reader, None]:
    """Return how the package edtf-validate accepts a string; it gives no bounds."""
    is_valid = importlib.import_module("edtf_validate.valid_edtf").is_valid

    def check(text: str) -> bool:
        if not is_valid(text):
            raise ValueError(text)
        return True

    return check, None


def _day(value: Sequence[object] | float | None) -> Day | None:
    if not isinstance(value, Sequence):
        return None
    year, month, day = (int(str(part)) for part in value[:3])
    return year, month, day


def _iso(value: object, side: str) -> Day | None:
    match = re.match(r"(-?[0-9]+)-([0-9]{2})-([0-9]{2})$", str(getattr(value, side, value)))
    return (int(match[1]), int(match[2]), int(match[3])) if match else None


def our_bounds(text: str) -> Bounds:
    """Return the bounds that claimtrack gives."""
    date = Date.parse(text)
    return date.earliest, date.latest


def attempt(read: Reader, text: str) -> object | None:
    """Return what a reader makes of a string, None when it raises anything."""
    try:
        return read(text) or "nothing"
    except Exception:  # noqa: BLE001 - other libraries raise all sorts
        return None


def seconds(read: Reader, texts: Sequence[str]) -> float:
    """Return how long it takes to read the strings."""
    started = time.perf_counter()
    for text in texts:
        read(text)
    return time.perf_counter() - started


def print_conformance(name: str, read: Reader, bounds: Callable[[str], Bounds] | None) -> None:
    """Print how many of the standard's statements a library accepts, and gives the bounds of."""
    rows = statements()
    accepted = [row for row in rows if attempt(read, row[0])]
    right = [row for row in accepted if bounds and attempt(bounds, row[0]) == row[1:]]
    told = f", bounds right {len(right)}" if bounds else ", gives no bounds"
    print(f"{name:14} accepts {len(accepted)} of {len(rows)} statements{told}")  # noqa: T201 - its output


def print_memory(texts: Sequence[str]) -> None:
    """Print what a date takes beside its text."""
    tracemalloc.start()
    dates = [Date.parse(text) for text in texts]
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    print(f"{'memory':14} {size / len(dates):.0f} bytes a date with its list")  # noqa: T201 - its output


def main() -> None:
    """Print speed, conformance and memory."""
    warnings.simplefilter("ignore")
    readers: dict[str, tuple[Reader, Callable[[str], Bounds] | None]] = {}
    for name, load in (
        ("edtf", edtf_reader),
        ("undate", undate_reader),
        ("edtf-validate", validate_reader),
    ):
        try:
            readers[name] = load()
        except ImportError:
            print(f"{name:14} is not installed: pip install {name}")  # noqa: T201 - its output
    samples = {
        name: [text for text in mixed(2 * THEIRS, seed=0) if attempt(read, text)][:THEIRS]
        for name, (read, _) in readers.items()
    }
    times: dict[str, list[float]] = {name: [] for name in ("claimtrack", *readers)}
    for turn in range(ROUNDS):
        times["claimtrack"].append(seconds(Date.parse, mixed(OURS, seed=turn + 1)) / OURS)
        for name, (read, _) in readers.items():
            times[name].append(seconds(read, samples[name]) / len(samples[name]))
    own = statistics.median(times["claimtrack"])
    for name, each in times.items():
        median = statistics.median(each)
        ratio = f"{median / own:8.0f} times as long as claimtrack"
        print(f"{name:14} {median * 1e6:9.1f} microseconds a string{ratio}")  # noqa: T201 - its output
    print_conformance("claimtrack", Date.parse, our_bounds)
    for name, (read, bounds) in readers.items():
        print_conformance(name, read, bounds)
    print_memory(mixed(10_000, seed=99))


if __name__ == "__main__":
    main()
