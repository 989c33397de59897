from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.analysis.leads import leads
from claimtrack.analysis.likequotes import like_quotes
from claimtrack.analysis.rarespellings import rare_spellings
from claimtrack.corpus.records import Records
from claimtrack.model.attributions import Attribution, Relay
from claimtrack.model.claims import Claim, Version
from claimtrack.model.sources import Source
from claimtrack.model.speakers import Speaker
from tests.strategies import records
from tests.work import calls

if TYPE_CHECKING:
    from claimtrack.model.records import Record

OTHERS: tuple[Record, ...] = (
    Source(id="post", title="Post", publisher="the-post"),
    Source(id="post-again", title="Post", publisher="the-post"),
    Source(id="reprint", title="Again", derived_from=("post",)),
    Source(id="times", title="Times", publisher="the-times"),
    Source(id="globe", title="Globe", publisher="the-globe"),
    Source(id="wire", title="Wire", publisher="the-wire"),
    Speaker(id="alaei", name="Hossein Alaei", aliases=("Hosein Alai",)),
)
WORDS = "This is the seventh assassination of Iranian nuclear scientists, and none was punished."


def said(
    source: str, quote: str = "", *, citing: str = "", via: str = "", printed: str = ""
) -> Attribution:
    return Attribution(
        speaker="alaei",
        stance="asserts",
        printed_as=printed or None,
        citing=tuple(Relay(speaker=name) for name in citing.split()),
        via=tuple(Relay(speaker=name) for name in via.split()),
        source=source,
        quote=quote or None,
        cue="x",
    )


def corpus(*attributions: Attribution) -> Records:
    version = Version(statement="So.", attributions=attributions)
    claim = Claim(id="q", question="What?", versions={"a": version})
    return Records.of([claim, *OTHERS])


LIKE = {
    "the-same": (WORDS, "the same words"),
    "in-other-marks": (f"“{WORDS.upper()}”", "the same words"),
    "a-part": ("the seventh assassination of Iranian nuclear scientists", "the same words"),
    "with-a-gap": ("This is the seventh […] Iranian nuclear scientists, and none", "the same"),
    "with-another-word": (WORDS.replace("none", "nobody"), "73% of the shorter quote"),
}
UNLIKE = {
    "too-short": "Iranian nuclear scientists",
    "other-words": "Nobody was punished for the killings of those who made our programme.",
    "the-same-words-in-another-order": (
        "Punished was none, and scientists nuclear, Iranian, of assassination the seventh this is."
    ),
    "the-same-beginning": (
        "This is the seventh assassination of its kind, and those who ordered it will pay for it."
    ),
    "a-few-of-the-same": "They say this is the seventh time, and that it will not be the last one.",
}


@pytest.mark.parametrize(("quote", "reason"), LIKE.values(), ids=LIKE)
def test_quotes_that_are_nearly_the_same_are_a_lead(quote: str, reason: str) -> None:
    ours, theirs = said("post", WORDS), said("times", quote)
    (lead,) = like_quotes(corpus(ours, theirs))
    assert lead.sources == ("post", "times")
    assert lead.reason.startswith(reason)
    assert [[it.attribution for it in some] for some in lead.evidence] == [[ours], [theirs]]


@pytest.mark.parametrize("quote", UNLIKE.values(), ids=UNLIKE)
def test_quotes_that_share_little_are_none(quote: str) -> None:
    assert like_quotes(corpus(said("post", WORDS), said("times", quote))) == ()


STATED = {
    "one-source": (said("post", WORDS), said("post", WORDS[:-1])),
    "a-reprint": (said("post", WORDS), said("reprint", WORDS)),
    "one-publisher": (said("post", WORDS), said("post-again", WORDS)),
    "one-cites-the-other": (said("post", WORDS, citing="the-times"), said("times", WORDS)),
    "the-other-carried-it": (said("post", WORDS), said("times", WORDS, via="the-post")),
    "one-carried-it-to-both": (
        said("post", WORDS, via="the-wire"),
        said("times", WORDS, via="the-wire"),
    ),
}


@pytest.mark.parametrize("items", STATED.values(), ids=STATED)
def test_a_relation_that_is_stated_is_no_lead(items: tuple[Attribution, Attribution]) -> None:
    assert leads(corpus(*items)) == ()


def test_the_same_root_is_no_relation_of_two_sources() -> None:
    both = (said("post", WORDS, citing="iran"), said("times", WORDS, citing="iran"))
    assert len(leads(corpus(*both))) == 1


SLIP = "Hossein Aalei"
SHARED = {
    "a-slip-that-another-source-does-not-make": (
        [said("post", printed=SLIP), said("times", printed=SLIP), said("globe")],
        [("post", "times")],
    ),
    "a-listed-spelling-that-more-write-otherwise": (
        [
            *(said(source, printed="Hosein Alai") for source in ("post", "times")),
            *(said(source) for source in ("globe", "wire", "letter")),
        ],
        [("post", "times")],
    ),
    "a-listed-spelling-that-as-many-write": (
        [
            *(said(source, printed="Hosein Alai") for source in ("post", "times")),
            *(said(source) for source in ("globe", "wire")),
        ],
        [],
    ),
    "a-slip-in-one-source": ([said("post", printed=SLIP), said("times")], []),
    "a-slip-in-all-sources": ([said("post", printed=SLIP), said("times", printed=SLIP)], []),
    "a-slip-in-a-reprint": (
        [said("post", printed=SLIP), said("reprint", printed=SLIP), said("globe")],
        [],
    ),
    "another-case": (
        [said("post", printed="HOSSEIN ALAEI"), said("times", printed="Hossein  Alaei")],
        [],
    ),
}


@pytest.mark.parametrize(("items", "sources"), SHARED.values(), ids=SHARED)
def test_a_rare_spelling_that_two_sources_share_is_a_lead(
    items: list[Attribution], sources: list[tuple[str, str]]
) -> None:
    assert [lead.sources for lead in rare_spellings(corpus(*items))] == sources


def test_a_lead_reads_as_a_line() -> None:
    (lead,) = rare_spellings(corpus(*SHARED["a-slip-that-another-source-does-not-make"][0]))
    assert repr(lead) == (
        '<Lead rare-spelling, post and times: both write "Hossein Aalei" for "alaei", '
        "which 1 other source writes otherwise>"
    )


def test_a_name_of_one_who_carries_is_compared_too() -> None:
    def carried(source: str, name: str | None) -> Attribution:
        via = (Relay(speaker="alaei", printed_as=name),)
        return Attribution(speaker="iran", stance="asserts", via=via, source=source, cue="x")

    found = rare_spellings(corpus(carried("post", SLIP), said("times", printed=SLIP), said("wire")))
    assert [lead.sources for lead in found] == [("post", "times")]


def test_many_quotes_take_no_more_than_their_number_of_work() -> None:
    def many(number: int) -> Records:
        return corpus(*(said(f"source-{at}", f"{WORDS} Number {at}.") for at in range(number)))

    few, more = (calls(partial(like_quotes, many(number))) for number in (60, 240))
    assert more < 6 * few


@given(st.lists(records(), max_size=5))
def test_a_lead_has_two_sources_and_evidence_of_each(some: list[Record]) -> None:
    by_id = {record.id: record for record in some}
    for lead in leads(Records.of(by_id.values())):
        assert lead.sources[0] < lead.sources[1]
        for source, evidence in zip(lead.sources, lead.evidence, strict=True):
            assert {item.attribution.source for item in evidence} == {source}
