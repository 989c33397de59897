from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.analysis.knowledge import NoEndOfTime, NoTimeGiven, as_of
from claimtrack.changes.corpora import diff_corpora
from claimtrack.corpus.conflicts import ReadOnly
from claimtrack.corpus.corpus import load
from claimtrack.corpus.recordings import NotRecordedYet
from claimtrack.model.attributions import Relay
from claimtrack.model.dates import Date, InvalidDate
from claimtrack.model.reviews import Assessment
from tests.analysis.speaking import claim, said, speaking
from tests.repositories import Repo, isolate
from tests.strategies import DATES

if TYPE_CHECKING:
    from claimtrack.analysis.knowledge import Known
    from claimtrack.corpus.corpus import Corpus


DAYS = ("2018", "2020-01-01", "2024-07", "2024-07-31", "2030")


def sure(known: Known) -> str:
    """Tell in which of the three an only attribution is."""
    groups = {"yes": known.certainly, "perhaps": known.possibly, "no": known.later}
    return next(name for name, group in groups.items() if group)


@pytest.mark.parametrize(
    ("date", "by", "answer"),
    [
        ("2024-07-31", "2024-08-01", "yes"),
        ("2024-08-01", "2024-08-01", "yes"),
        ("2024-08-02", "2024-08-01", "no"),
        ("2024-08", "2024-08-01", "perhaps"),
        ("2024-08", "2024-08", "yes"),
        ("2024-07~", "2024-08-01", "perhaps"),
        ("persian:1403-05-10", "2024-08", "yes"),
        ("2024-08-02", "persian:1403-05-10", "no"),
        ("2025", "2024", "no"),
        ("2024-07", "2024-08~", "perhaps"),
        ("2024-01", "2024-08~", "yes"),
        ("persian:1402", "persian:1403~", "perhaps"),
        ("2024-12-31", "2024-XX", "yes"),
    ],
)
def test_what_was_said_is_known_certainly_possibly_or_not(
    tmp_path: Path, date: str, by: str, answer: str
) -> None:
    corpus = speaking(tmp_path / "claims", claim(a=(said("zoe", said=date),)))
    assert sure(as_of(corpus, said=by)) == answer


@pytest.mark.parametrize(
    ("published", "answer"), [("2024-07", "yes"), ("2024-09", "perhaps"), (None, "perhaps")]
)
def test_what_is_undated_was_said_before_its_publication(
    tmp_path: Path, published: str | None, answer: str
) -> None:
    dates = {"wire": published} if published else {}
    corpus = speaking(tmp_path / "claims", claim(a=(said("zoe"),)), **dates)
    assert sure(as_of(corpus, said="2024-08")) == answer


def test_what_a_carrier_passed_on_was_said_by_then(tmp_path: Path) -> None:
    via = (Relay(speaker="paper", date=Date.parse("2024-07-01")),)
    corpus = speaking(tmp_path / "claims", claim(a=(said("zoe", via=via),)), wire="2025")
    assert sure(as_of(corpus, said="2024-08")) == "yes"


def test_each_clock_must_have_come_to_it(tmp_path: Path) -> None:
    corpus = speaking(tmp_path / "claims", claim(a=(said("zoe", said="2020"),)), wire="2024-09")
    assert sure(as_of(corpus, said="2024")) == "yes"
    assert sure(as_of(corpus, published="2024-08")) == "no"
    assert sure(as_of(corpus, published="2024-09-01")) == "perhaps"
    assert sure(as_of(corpus, said="2024", published="2024-08")) == "no"
    assert sure(as_of(corpus, said="2024", published="2024-09")) == "yes"


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    early, late = said("zoe", said="2024-07"), said("state", said="2024-09")
    judged = [
        Assessment(by="us", date=Date.parse(f"2024-{month}"), reason="x") for month in ("07", "10")
    ]
    mixed = evolve(claim("mixed", a=(early, late), b=(late,)), assessments=tuple(judged))
    return speaking(
        tmp_path / "work" / "claims",
        mixed,
        claim("new", a=(late,)),
        claim("open", a=(said("zoe"),)),
    )


def test_the_view_holds_what_was_known_and_no_more(corpus: Corpus) -> None:
    known = as_of(corpus, said="2024-08-01")
    assert repr(known) == "<Known: 1 certainly, 1 possibly, 3 later>"
    assert list(known.corpus.claims) == ["mixed"]
    mixed = known.corpus.claims["mixed"]
    assert [item.speaker for item in mixed.versions["a"].attributions] == ["zoe"]
    assert list(mixed.versions) == ["a"]
    assert [str(item.date) for item in mixed.assessments] == ["2024-07"]
    assert list(known.view(possibly=True).claims) == ["mixed", "open"]
    assert known.corpus.speakers == corpus.speakers
    assert known.corpus.findings == ()


def test_what_changed_after_is_a_diff(corpus: Corpus) -> None:
    known = as_of(corpus, said="2024-08-01")
    found = diff_corpora(known.view(possibly=True), corpus)
    assert [(record.key[1], record.how) for record in found.records] == [
        ("mixed", "changed"),
        ("new", "added"),
    ]
    assert found.layout_only == ()
    whole = as_of(corpus, said="2030").view(possibly=True)
    assert not diff_corpora(whole, corpus)


def test_a_view_cannot_be_changed(corpus: Corpus) -> None:
    view = as_of(corpus, said="2024-08-01").corpus
    with pytest.raises(ReadOnly):
        view.save(view.claims["mixed"])


def test_what_was_recorded_later_is_not_there(
    corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    isolate(monkeypatch, tmp_path / "home")
    repo = Repo.init(tmp_path / "work")
    repo.commit({}, "Begin")
    now = load(corpus.root)
    assert len(as_of(now, recorded="2024-08-01").certainly) == 5
    assert list(as_of(now, recorded="2024", said="2024-08").corpus.claims) == ["mixed"]
    with pytest.raises(NotRecordedYet, match=r'nothing was recorded within "\.\./2024-07-31"'):
        as_of(now, recorded="2024-07")
    repo.git("checkout", "--quiet", "-b", "side")
    repo.commit({"claims/new.yaml": None}, "Drop it on a side branch")
    assert "new" in as_of(now, recorded="2024").corpus.claims
    repo.git("checkout", "--quiet", "main")
    repo.git("merge", "--quiet", "--no-ff", "-m", "Take it over", "side")
    assert "new" not in as_of(now, recorded="2024").corpus.claims


def test_no_time_and_no_end_of_time_are_refused(corpus: Corpus) -> None:
    with pytest.raises(NoTimeGiven, match="give `said`, `published` or `recorded`"):
        as_of(corpus)
    with pytest.raises(NoEndOfTime, match="does not end on one day"):
        as_of(corpus, said="2020/2021")
    with pytest.raises(NoEndOfTime):
        as_of(corpus, said="Y-170000")
    with pytest.raises(InvalidDate):
        as_of(corpus, published="last May")


@given(st.lists(st.sampled_from(DATES), min_size=1, max_size=4), st.sampled_from(DAYS))
def test_what_is_known_stays_known_and_nothing_is_lost(dates: list[str], by: str) -> None:
    with TemporaryDirectory() as folder:
        items = tuple(said("zoe", said=date, id=f"x{i}") for i, date in enumerate(dates))
        corpus = speaking(Path(folder) / "claims", claim(a=items))
        early, late = as_of(corpus, said=by), as_of(corpus, said="2031")
    assert len(early.certainly) + len(early.possibly) + len(early.later) == len(dates)
    assert all(item in late.certainly for item in early.certainly)
    assert all(item in early.later for item in late.later)
