"""The order of time, and what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from attrs import evolve

from claimtrack.corpus.index import Utterance
from claimtrack.model.dates import Date
from claimtrack.report.chronology import dating, in_order_of_time

if TYPE_CHECKING:
    from claimtrack.corpus.corpus import Corpus


def utterance(
    corpus: Corpus, *, said: str = "", as_of: str = "", source: str = "wire"
) -> Utterance:
    claim = corpus.claims["ferry/cause"]
    attribution = evolve(
        claim.versions["fuse"].attributions[0],
        said=Date.parse(said) if said else None,
        as_of=Date.parse(as_of) if as_of else None,
        source=source,
    )
    return Utterance(claim, "fuse", attribution)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"said": "2024-07", "as_of": "2020", "source": "story"}, "2024-07"),
        ({"as_of": "2020", "source": "story"}, "as of 2020"),
        ({"source": "story"}, "in a source published 2024-08-02"),
        ({}, "without a date"),
        ({"source": "gone"}, "without a date"),
    ],
)
def test_the_best_date_that_is_known_is_told(
    corpus: Corpus, given: dict[str, str], expected: str
) -> None:
    assert dating(utterance(corpus, **given), corpus) == expected


def test_dates_come_in_order_whatever_they_rest_on_and_none_comes_last(corpus: Corpus) -> None:
    given: list[dict[str, str]] = [
        {"said": "persian:1402"},
        {"said": "2024-01-02"},
        {"as_of": "2024-02"},
        {"said": "2024-07-31"},
        {"said": "2024-08-02"},
        {"source": "story"},
        {"said": "2024-10"},
        {},
    ]
    items = [utterance(corpus, **each) for each in given]
    assert list(in_order_of_time(reversed(items), corpus)) == items
