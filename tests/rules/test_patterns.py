from __future__ import annotations

import pytest

from claimtrack.rules.patterns import covers


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("sources", "sources/a.yaml"),
        ("sources", "sources/old/a.yaml"),
        ("sources/a.yaml", "sources/a.yaml"),
        ("sources/**", "sources/old/a.yaml"),
        ("**", "a.yaml"),
        ("*", ""),
        ("**/a.yaml", "a.yaml"),
        ("**/old/**", "sources/old/a.yaml"),
        ("*/a.yaml", "sources/a.yaml"),
        ("sources/**/b/**/a.yaml", "sources/b/c/d/a.yaml"),
        ("sources/[ab].yaml", "sources/b.yaml"),
        ("sources/?.yaml", "sources/b.yaml"),
    ],
)
def test_a_pattern_means_files_and_what_lies_in_folders(pattern: str, path: str) -> None:
    assert covers(pattern, path)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("sources", "sources-too/a.yaml"),
        ("a.yaml", "sources/a.yaml"),
        ("sources/*.yml", "sources/a.yaml"),
        ("sources/*/a.yaml", "sources/a.yaml"),
        ("sources/A.yaml", "sources/a.yaml"),
        ("**/b/**/a.yaml", "sources/c/a.yaml"),
        ("sources/a.yaml/b", "sources/a.yaml"),
    ],
)
def test_a_pattern_means_no_other_file(pattern: str, path: str) -> None:
    assert not covers(pattern, path)


def test_a_hostile_pattern_takes_no_longer_than_another() -> None:
    assert not covers("/".join(["**"] * 200 + ["x"]), "/".join(["a"] * 200))
    assert not covers("*a" * 100 + "b", "a" * 200)
