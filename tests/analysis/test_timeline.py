from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.analysis.timeline import Moment, NotOneThing, in_order, timeline
from claimtrack.corpus.conflicts import NoSuchRecord, UnknownWord
from claimtrack.corpus.corpus import load
from claimtrack.corpus.git import NoRepository
from claimtrack.model.dates import Date
from claimtrack.model.events import Event
from claimtrack.report.timeline import when_text
from tests.analysis.speaking import claim, said, speaking
from tests.repositories import Repo, isolate
from tests.strategies import DATES

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrack.analysis.timeline import Timeline
    from claimtrack.corpus.corpus import Corpus


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    corpus = speaking(tmp_path / "work" / "claims", wire="2024-08-03")
    corpus.add(Event(id="fire", name="The fire", date=Date.parse("2024-08-01")))
    corpus.add(Event(id="alarm", name="The alarm", part_of=("fire",)))
    first = (said("zoe", said="2024-08"), said("state"), said("ministry", source="story"))
    corpus.add(evolve(claim("cause", a=first), event="fire"))
    corpus.add(evolve(claim("bell", a=(said("paper", said="2024-07-31"),)), event="alarm"))
    corpus.add(claim("else", a=(said("zoe", said="2020"),)))
    return corpus


def told(found: Timeline) -> list[tuple[str, str]]:
    return [(moment.clock, when_text(moment)) for moment in found]


def test_an_event_is_told_with_its_parts_by_each_clock(corpus: Corpus) -> None:
    found = timeline(corpus, event="fire")
    assert told(found) == [
        ("said", "2024-07-31"),
        ("happened", "2024-08-01"),
        ("said", "2024-08 (2024-08-01 to 2024-08-31)"),
        ("published", "2024-08-03"),
        ("said", "by 2024-08-03"),
        ("happened", "not dated"),
        ("said", "not dated"),
        ("published", "not dated"),
    ]
    assert [len(found.by(clock)) for clock in ("happened", "said", "published")] == [2, 4, 2]
    assert len(found.undated) == 3
    assert repr(found) == '<Timeline of event "fire": 2 happened, 4 said, 2 published, 0 recorded>'


def test_a_claim_and_a_speaker_have_only_what_is_theirs(corpus: Corpus) -> None:
    assert told(timeline(corpus, claim="else")) == [
        ("said", "2020 (2020-01-01 to 2020-12-31)"),
        ("published", "2024-08-03"),
    ]
    found = timeline(corpus, speaker="state")
    assert [moment.clock for moment in found] == [
        *("happened", "published", "said"),
        *("said", "published"),
    ]


def test_a_moment_is_shown_with_its_clock(corpus: Corpus) -> None:
    assert [repr(moment) for moment in timeline(corpus, speaker="state")][:3] == [
        "<Moment, happened 2024-08-01: <Event fire: The fire>>",
        "<Moment, published 2024-08-03: <Source wire: W>>",
        "<Moment, said at the latest [..2024-08-03]: <Utterance cause#a: state asserts>>",
    ]


@pytest.mark.parametrize("asked", [{}, {"event": "fire", "speaker": "zoe"}], ids=str)
def test_a_timeline_is_of_one_thing(corpus: Corpus, asked: dict[str, str]) -> None:
    with pytest.raises(NotOneThing, match="a timeline is of one event, speaker or claim"):
        timeline(corpus, **asked)  # type: ignore[arg-type]  # shown to be refused


def test_what_is_not_there_is_refused(corpus: Corpus) -> None:
    for asked in ({"event": "fires"}, {"speaker": "zoey"}, {"claim": "causes"}):
        with pytest.raises(NoSuchRecord, match="did you mean"):
            timeline(corpus, **asked)  # type: ignore[arg-type]  # shown to be refused
    with pytest.raises(UnknownWord, match="is no clock; the clocks are happened, said"):
        timeline(corpus, event="fire").by("thought")  # type: ignore[arg-type]  # shown to be refused


def test_what_a_side_branch_recorded_counts_from_its_merge(
    corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    isolate(monkeypatch, tmp_path / "home")
    with pytest.raises(NoRepository):
        timeline(corpus, claim="cause", recorded=True)
    repo = Repo.init(tmp_path / "work")
    repo.commit({}, "Begin")
    repo.git("checkout", "--quiet", "-b", "side")
    cause = (corpus.root / "cause.yaml").read_text(encoding="utf-8")
    repo.commit({"claims/cause.yaml": f"# Seen.\n{cause}"}, "Look again")
    repo.git("checkout", "--quiet", "main")
    repo.commit({"README": "x"}, "Elsewhere")
    repo.git("merge", "--quiet", "--no-ff", "-m", "Take it over", "side")
    found = timeline(load(corpus.root), claim="cause", recorded=True)
    subjects = [repr(moment.what).partition(": ")[2] for moment in found.by("recorded")]
    assert sorted(subjects) == ["Begin>", "Take it over>"]
    assert {str(moment.date) for moment in found.by("recorded")} == {"2024-08-01"}


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2024-08~", "2024-08~ (2024-08-01 to 2024-08-31, about)"),
        ("2020%", "2020% (2020-01-01 to 2020-12-31, uncertain, about)"),
        ("../2020", "../2020 (open start to 2020-12-31)"),
        ("2020/", "2020/ (2020-01-01 to unknown end)"),
        ("2020-01-01?", "2020-01-01? (2020-01-01, uncertain)"),
        ("persian:1397-01-01", "persian:1397-01-01 (2018-03-21)"),
    ],
)
def test_an_uncertain_date_is_told_as_a_span(date: str, words: str) -> None:
    event = Event(id="x", name="X")
    assert when_text(Moment(clock="happened", date=Date.parse(date), what=event)) == words


@given(st.lists(st.sampled_from(DATES), min_size=2, max_size=5))
def test_dates_of_any_form_stand_in_one_order(dates: list[str]) -> None:
    event = Event(id="x", name="X")
    moments = [Moment(clock="happened", date=Date.parse(date), what=event) for date in dates]
    assert in_order(moments) == in_order(reversed(moments))
