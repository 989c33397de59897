"""The corpus that comes with claimtrack is in order, so far as that shows without the texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimtrack.corpus.corpus import Corpus, load
from claimtrack.findings import Severity
from claimtrack.rules.checking import check
from claimtrack.text.format import format as formatted

ROOT = Path(__file__).parent.parent / "claims"


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load(ROOT)


def test_nothing_is_wrong_with_it(corpus: Corpus) -> None:
    found = check(corpus).findings
    assert [str(each) for each in found if each.severity is not Severity.NOTE] == []


def test_what_cannot_be_verified_without_the_texts_is_told(corpus: Corpus) -> None:
    report = check(corpus)
    assert {each.source for each in report.unverified} == set(corpus.sources)
    assert {each.code for each in report.findings} == {"CTT108"}


def test_every_file_is_canonical() -> None:
    for path in sorted(ROOT.rglob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        assert formatted(text).text == text, path


def test_no_text_of_others_is_in_it(corpus: Corpus) -> None:
    for said in corpus.attributions():
        quote = said.attribution.quote or ""
        assert len(quote.split()) <= 40, said
