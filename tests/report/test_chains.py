from __future__ import annotations

from claimtrack.corpus.records import Records
from claimtrack.report.chains import chain_lines
from tests.analysis.test_chains import claim, said


def test_a_version_is_told_with_its_sources_roots_and_circles() -> None:
    record = claim(said("bbc", citing="cnn"), said("cnn", "post", citing="bbc"))
    assert list(chain_lines(record, Records.of([record]))) == [
        '"a": in 2 sources, independent roots: 1 to 2 '
        '("bbc" relied on "cnn"; "cnn" relied on "bbc")',
        '"a" in a circle: "bbc" relies on "cnn", who relies on "bbc"',
    ]


def test_one_assertion_alone_needs_no_line() -> None:
    record = claim(said("bbc", citing="cnn"))
    assert list(chain_lines(record, Records.of([record]))) == []


def test_only_the_version_asked_for_is_told() -> None:
    record = claim(said("bbc"), said("cnn"))
    assert list(chain_lines(record, Records.of([record]), version="b")) == []
