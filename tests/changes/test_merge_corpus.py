"""The corpus that comes with claimtrack, edited on two sides: nothing is lost in a merge."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from tests.benchmarks.bench_merge import texts
from tests.changes.branches import Branches
from tests.changes.twosided import Tally, claims_in, tally, two_sided
from tests.repositories import isolate

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_both_ways_of_merging_are_right_whenever_they_are_clean() -> None:
    random, claims = Random(1), claims_in(texts())
    total = sum((tally(two_sided(claims, random)) for _ in range(20)), Tally())
    assert (total.plain_wrong, total.wrong) == (0, 0)
    assert total.conflicts == total.contradictions
    assert total.contradictions <= total.plain_conflicts < total.pairs


def test_git_merges_whole_branches_with_nothing_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    isolate(monkeypatch, tmp_path / "home")
    monkeypatch.setenv("PYTHONPATH", "")
    branches = Branches.begin(tmp_path / "work", texts())
    merged = branches.merge(Random(1))
    assert merged.lost == ()
    assert merged.files == 3
