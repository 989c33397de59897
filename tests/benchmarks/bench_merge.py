"""What merging comes to: `python tests/benchmarks/bench_merge.py [PAIRS [MERGES [SEED]]]`.

Edits files of `claims/` on two sides at random, once on each, and merges them line by line, as code
hosts do, and by meaning; then has git merge whole branches with the driver, and looks for what is
lost. Prints the counts.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.changes.branches import Branches
from tests.changes.twosided import Tally, claims_in, tally, two_sided

if TYPE_CHECKING:
    from collections.abc import Iterator

#: How many pairs of edits, how many merges of branches, and what they are drawn by.
DEFAULTS = (2000, 200, 4)


def texts() -> dict[str, str]:
    """Return the files of `claims/`, by their paths."""
    root = Path(__file__).parents[2]
    return {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted((root / "claims").rglob("*.yaml"))
    }


def pairs(count: int, seed: int) -> Iterator[str]:
    """Tell how often either way of merging finds a conflict or errs."""
    random, claims = Random(seed), claims_in(texts())
    total = sum((tally(two_sided(claims, random)) for _ in range(count)), Tally())
    apart = total.pairs - total.contradictions
    needless = (total.plain_conflicts - total.contradictions) / apart
    yield f"{total.pairs:,} pairs of edits, of which {total.contradictions:,} contradict each other"
    yield f"line by line: {total.plain_conflicts:,} conflicts, {total.plain_wrong:,} merged wrong"
    yield f"by meaning: {total.conflicts:,} conflicts, {total.wrong:,} merged wrong"
    yield f"line by line, {needless:.0%} of those that do not contradict each other conflict"


def merges(count: int, seed: int) -> Iterator[str]:
    """Tell what became of branches of the whole corpus that git merged with the driver."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(HOME=folder, XDG_CONFIG_HOME=folder, GIT_CONFIG_NOSYSTEM="1")
        branches = Branches.begin(Path(folder), texts())
        random = Random(seed)
        merged = [branches.merge(random) for _ in range(count)]
    lost = [problem for each in merged for problem in each.lost]
    files = sum(each.files for each in merged)
    yield f"{count:,} merges of branches of the corpus, {files:,} files changed on both sides"
    yield f"{sum(each.conflicts for each in merged):,} conflicts, each a contradiction; lost: {len(lost):,}"
    yield from lost


if __name__ == "__main__":
    asked = tuple(int(number) for number in sys.argv[1:])
    *counts, seed = asked + DEFAULTS[len(asked) :]
    for show, count in zip((pairs, merges), counts, strict=True):
        for line in show(count, seed) if count else ():
            print(line, flush=True)  # noqa: T201 - a table
