"""Reviews and assessments in a line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from claimtrack.model.dates import Date
from claimtrack.model.reviews import Review
from claimtrack.report.relations import comparison_lines
from claimtrack.report.reviews import assessment_lines, review_lines
from claimtrack.text.digest import digest

if TYPE_CHECKING:
    from claimtrack.corpus.corpus import Corpus


def test_a_review_is_fresh_while_the_record_says_the_same(corpus: Corpus) -> None:
    event = corpus.events["ferry"]
    review = Review(by="Kim", date=Date.parse("2024-10-01"), digest=digest(event))
    reviewed = evolve(event, reviews=(review,))
    assert list(review_lines(reviewed)) == ["2024-10-01, Kim: fresh"]
    changed = evolve(reviewed, place="At sea")
    assert list(review_lines(changed)) == ["2024-10-01, Kim: stale: the record has changed since"]


def test_assessments_of_another_version_are_left_out(corpus: Corpus) -> None:
    told = list(assessment_lines(corpus.claims["ferry/cause"], "fuse"))
    assert told == ["2024-10-02, the desk: the question as a whole: Too early to say."]


def test_one_line_tells_that_all_exclude_each_other(corpus: Corpus) -> None:
    claim = corpus.claims["ferry/cause"]
    three = claim.with_version("wire", evolve(claim.versions["fuse"], statement="A wire did."))
    reason = "the claim is `exclusive: true`"
    records = corpus.records
    assert comparison_lines(three, records) == (
        f"every two versions contradict each other: {reason}",
    )
    assert comparison_lines(three, records, version="fuse") == (
        f'"fuse" contradicts every other version: {reason}',
    )
    assert comparison_lines(claim, records, version="fuse") == (
        f'"bomb" contradicts "fuse": {reason}',
    )
