"""Records in a line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.report.listings import (
    claim_entry,
    event_entry,
    listing_rows,
    source_entry,
    speaker_entry,
)
from claimtrack.report.rows import text_of

if TYPE_CHECKING:
    from claimtrack.corpus.corpus import Corpus


def test_claims_are_listed_with_a_mark_on_those_in_dispute(corpus: Corpus) -> None:
    entries = [claim_entry(claim, corpus.records) for claim in corpus.claims.values()]
    assert text_of(listing_rows(entries)) == (
        "ferry/cause    disputed  What burnt the ferry? (2 versions, 7 attributions)\n"
        "ferry/culprit            Who did it? (2 versions, 3 attributions)\n"
        "ferry/toll               How many died? (4 versions, 3 attributions)\n"
    )


def test_a_long_headline_is_cut_to_the_width(corpus: Corpus) -> None:
    entries = [source_entry(source, corpus) for source in corpus.sources.values()]
    assert text_of(listing_rows(entries, width=60)) == (
        "story  The night of the ferry (2024-08-02, 5 attributions)\n"
        "wire   [A wire report, without a title,… (6 attributions)\n"
    )


def test_counts_are_brief_before_a_headline_is_cut(corpus: Corpus) -> None:
    entries = [claim_entry(claim, corpus.records) for claim in corpus.claims.values()]
    assert text_of(listing_rows(entries, width=60)) == (
        "ferry/cause    disputed  What burnt the ferry? (2/7)\n"
        "ferry/culprit            Who did it? (2/3)\n"
        "ferry/toll               How many died? (4/3)\n"
    )


def test_a_cut_line_is_no_wider_than_the_page(corpus: Corpus) -> None:
    entries = [claim_entry(claim, corpus.records) for claim in corpus.claims.values()]
    lines = text_of(listing_rows(entries, width=79)).splitlines()
    assert max(map(len, lines)) <= 79


def test_speakers_and_events_are_listed_with_what_there_is_of_them(corpus: Corpus) -> None:
    speakers = [speaker_entry(speaker, corpus) for speaker in corpus.speakers.values()]
    events = [event_entry(event, corpus) for event in corpus.events.values()]
    assert (
        text_of(listing_rows(speakers)).splitlines()[-1] == "zoe        Zoe Zwart (2 attributions)"
    )
    assert text_of(listing_rows(events)) == (
        "ferry   The ferry fire (2024-07-31, 2 claims)\nsummer  The summer of fires (0 claims)\n"
    )


def test_nothing_gives_no_rows() -> None:
    assert listing_rows([]) == ()
