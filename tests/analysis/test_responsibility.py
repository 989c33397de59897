from __future__ import annotations

import pytest
from hypothesis import given

from claimtrack.analysis.responsibility import responsibility
from claimtrack.corpus.records import Records
from claimtrack.model.attributions import Attribution, Relay, Stance
from claimtrack.model.claims import Claim, Retirement, Version
from claimtrack.model.dates import Date
from claimtrack.model.speakers import Speaker
from tests.strategies import records

CORPUS = Records.of(
    [
        Speaker(id="isis", name="ISIS"),
        Speaker(id="isis-k", name="ISIS-K", part_of=("isis",)),
        Speaker(id="jaish", name="Jaish"),
    ]
)


def said(
    speaker: str, stance: Stance = "asserts", *, jointly: str = "", citing: str = ""
) -> Attribution:
    return Attribution(
        speaker=speaker,
        jointly=tuple(jointly.split()),
        stance=stance,
        citing=tuple(Relay(speaker=name) for name in citing.split()),
        source="wire",
        cue="x",
    )


def by(names: str, *attributions: Attribution) -> Version:
    return Version(statement="So.", value=tuple(names.split()), attributions=attributions)


def claim(*versions: Version) -> Claim:
    named = dict(zip("abc", versions, strict=False))
    return Claim(id="q", question="Who did it?", answer="speaker", versions=named)


CASES: dict[str, tuple[Claim, list[str], bool | None]] = {
    "nobody": (claim(by("isis", said("iran"))), [], None),
    "one": (claim(by("isis", said("isis"))), ["isis"], False),
    "one-that-another-cites": (claim(by("isis", said("bbc", citing="isis"))), ["isis"], False),
    "one-that-names-its-whole": (claim(by("isis", said("isis-k"))), ["isis-k"], False),
    "two": (claim(by("isis", said("isis")), by("jaish", said("jaish"))), ["isis", "jaish"], True),
    "a-part-and-its-whole": (
        claim(by("isis", said("isis")), by("isis-k", said("isis-k"))),
        ["isis", "isis-k"],
        False,
    ),
    "jointly": (claim(by("isis jaish", said("isis", jointly="jaish"))), ["isis", "jaish"], False),
    "one-names-both": (
        claim(by("isis jaish", said("isis")), by("jaish", said("jaish"))),
        ["isis", "jaish"],
        False,
    ),
    "denied-by-itself": (claim(by("isis", said("isis", "denies"))), [], None),
    "taken-back": (claim(by("isis", said("isis"), said("isis", "retracts"))), [], None),
    "cited-and-taken-back": (
        claim(by("isis", said("bbc", citing="isis"), said("isis", "retracts"))),
        [],
        None,
    ),
    "blamed-on-another": (claim(by("isis", said("jaish"))), [], None),
    "without-a-value": (claim(Version(statement="So.", attributions=(said("isis"),))), [], None),
}


@pytest.mark.parametrize(("claim", "groups", "competing"), CASES.values(), ids=CASES)
def test_groups_that_say_it_was_them_compete_unless_they_are_together(
    claim: Claim, groups: list[str], *, competing: bool | None
) -> None:
    found = responsibility(claim, CORPUS)
    assert sorted({item.group for item in found.claims}) == groups
    assert found.claimed == bool(groups)
    assert found.competing is competing


def test_a_retired_version_is_no_claim() -> None:
    slip = Retirement(date=Date.parse("2020"), reason="A slip.")
    retired = Version(statement="So.", value=("isis",), attributions=(said("isis"),), retired=slip)
    assert not responsibility(claim(retired), CORPUS).claimed


def test_why_two_do_not_compete_is_told() -> None:
    def reason(name: str) -> str:
        (told,) = responsibility(CASES[name][0], CORPUS).reasons
        return told

    assert reason("a-part-and-its-whole") == '"isis" and "isis-k" are part of one another'
    assert reason("jointly") == '"isis" and "jaish" claim it jointly'
    assert reason("one-names-both") == '"isis" claims it for both "isis" and "jaish"'


def test_it_reads_as_a_line() -> None:
    found = responsibility(CASES["two"][0], CORPUS)
    assert repr(found) == "<Responsibility claimed by isis, jaish, competing>"
    assert repr(found.claims[0]) == "<SelfClaim isis of a, in wire>"
    assert repr(responsibility(CASES["nobody"][0], CORPUS)) == (
        "<Responsibility claimed by nobody>"
    )
    assert "GTD" in found.rule
    assert "compclaim" in found.source


@given(records("claim"))
def test_any_claim_can_be_asked(record: Claim) -> None:
    found = responsibility(record, CORPUS)
    assert (found.competing is None) == (not found.claimed)
