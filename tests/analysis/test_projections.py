from __future__ import annotations

import attrs
import pytest
from hypothesis import given

from claimtrack.analysis.projections import Projection, acled, ucdp
from claimtrack.corpus.records import Records
from claimtrack.model.attributions import Attribution
from claimtrack.model.claims import Claim, Version
from claimtrack.model.ids import VersionRef
from claimtrack.model.quantities import Quantity
from claimtrack.model.sources import Source
from tests.strategies import records

CORPUS = Records.of(
    [
        Source(id="usual", title="Usual", reliability="B"),
        Source(id="best", title="Best", reliability="A"),
        Source(id="bad", title="Bad", reliability="E"),
        Source(id="unjudged", title="Unjudged", reliability="F"),
    ]
)


def report(value: str, source: str = "usual", speaker: str = "iran") -> Version:
    said = Attribution(speaker=speaker, stance="asserts", source=source, cue="x")
    return Version(statement="So.", value=Quantity.parse(value), attributions=(said,))


def toll(*versions: Version) -> Claim:
    named = dict(zip("abcd", versions, strict=False))
    return Claim(
        id="q", question="How many?", answer="quantity", unit="people killed", versions=named
    )


def figures(found: Projection) -> str:
    return " ".join("none" if it is None else f"{it}" for it in (found.low, found.best, found.high))


CASES = {
    "one-report": (toll(report("84")), "84 84 84", "84"),
    "the-lower-where-none-is-more-reliable": (
        toll(report("103"), report("84"), report("94")),
        "84 84 103",
        "84",
    ),
    "the-most-reliable-report": (toll(report("84"), report("94", "best")), "84 94 94", "84"),
    "the-lower-of-the-most-reliable": (
        toll(report("84"), report("97", "best"), report("94", "best")),
        "84 94 97",
        "84",
    ),
    "an-unreliable-report": (toll(report("300", "bad"), report("94")), "94 94 94", "94"),
    "a-source-that-cannot-be-judged": (
        toll(report("12", "unjudged"), report("15")),
        "12 15 15",
        "12",
    ),
    "a-source-of-which-nothing-is-known": (
        toll(report("12", "gone"), report("15")),
        "12 15 15",
        "12",
    ),
    "a-range": (toll(report("5 to 7")), "5 5 7", "5"),
    "a-lower-bound": (toll(report("at least 5")), "5 5 5", "5"),
    "more-than": (toll(report("more than 5")), "6 6 6", "6"),
    "an-upper-bound": (toll(report("at most 9"), report("7")), "7 7 9", "7"),
    "a-plural": (toll(report("dozens")), "24 24 99", "12"),
    "hundreds": (toll(report("hundreds"), report("at least 150")), "150 150 999", "100"),
    "a-word-that-names-a-number": (toll(report("half a dozen")), "6 6 6", "6"),
    "no-figure": (toll(Version(statement="So.")), "none none none", "none"),
}


@pytest.mark.parametrize(("claim", "range_", "one"), CASES.values(), ids=CASES)
def test_each_dataset_has_its_figure_of_the_same_reports(
    claim: Claim, range_: str, one: str
) -> None:
    assert figures(ucdp(claim, CORPUS)) == range_
    assert figures(acled(claim, CORPUS)) == f"{one} {one} {one}"


PASSED_OVER = {
    "a-share": (report("10 %"), '"b" is a share'),
    "an-order": (report("7th"), '"b" is an order and no count'),
    "another-scope": (
        attrs.evolve(report("7"), scope="the crew"),
        '"b" covers something else: the crew',
    ),
    "relative": (
        attrs.evolve(report("2"), relative_to=VersionRef("attack", "nine")),
        '"b" is relative to attack#nine',
    ),
    "an-unreliable-source": (report("7", "bad"), '"bad" is unreliable (E)'),
}


@pytest.mark.parametrize(("other", "reason"), PASSED_OVER.values(), ids=PASSED_OVER)
def test_what_the_rule_passes_over_is_told(other: Version, reason: str) -> None:
    found = ucdp(toll(report("84"), other), CORPUS)
    assert figures(found) == "84 84 84"
    assert found.passed_over == (reason,)


def test_what_was_taken_back_is_no_report() -> None:
    slip = report("300")
    (said,) = slip.attributions
    taken_back = attrs.evolve(slip, attributions=(said, attrs.evolve(said, stance="retracts")))
    assert figures(ucdp(toll(report("84", speaker="hamas"), taken_back), CORPUS)) == "84 84 84"


def test_the_rule_its_source_and_the_attributions_are_named() -> None:
    claim = toll(report("84"), report("94"))
    found = acled(claim, CORPUS)
    assert found.rule.startswith("ACLED: where reports differ or are vague")
    assert "ACLED" in found.source
    assert [item.attribution for item in found.used] == list(claim.versions["a"].attributions)
    assert found.passed_over == ("<Report b: 94, iran> is no more conservative",)
    assert repr(ucdp(claim, CORPUS)) == "<Projection (UCDP) low 84, best 84, high 94, of 2>"


@given(records("claim"))
def test_any_claim_has_a_projection_within_its_range(record: Claim) -> None:
    found = ucdp(record, CORPUS)
    if found.low is None or found.best is None or found.high is None:
        assert found.low is found.best is found.high is None
        assert not found.used
    else:
        assert found.low <= found.best <= found.high
