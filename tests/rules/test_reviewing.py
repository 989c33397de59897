"""That somebody has read a record: what is written, and what is refused."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.analysis.reviews import review_state
from claimtrack.changes.change import CorpusChanges, RecordChange
from claimtrack.corpus.corpus import load
from claimtrack.model.dates import Date
from claimtrack.model.events import Event
from claimtrack.rules.checking import check
from claimtrack.rules.past import Past, is_answered
from claimtrack.rules.reviewing import NoReviewer, NotReviewable, NotSaved, NotYet, review
from claimtrack.text.digest import digest

if TYPE_CHECKING:
    from tests.rules.conftest import Lay

WHEN = Date.parse("2026-03-01")
EVENT = "# events/ferry-attack.yaml\nevent: Attack on the ferry Aurelia\n"
LOST = "# attack/ransom.yaml\nclaim: Was a ransom paid?\nevent: ferry-atack\nversions:\n  paid: {statement: Yes.}\n"


def test_a_review_names_who_when_and_what(lay: Lay) -> None:
    corpus = lay(EVENT)
    event = corpus.events["ferry-attack"]
    (reviewed,) = review(corpus, event, by=" Kim ", date=WHEN)
    assert reviewed.is_new
    assert (corpus.root / "events/ferry-attack.yaml").read_text(encoding="utf-8") == (
        "event: Attack on the ferry Aurelia\nreviews:\n"
        f"  - by: Kim\n    date: 2026-03-01\n    digest: {digest(event)}\n"
    )
    assert load(corpus.root).events["ferry-attack"] == reviewed.record
    assert review_state(reviewed.record) == "fresh"


def test_what_a_person_has_reviewed_is_not_reviewed_again(lay: Lay) -> None:
    corpus = lay(EVENT)
    review(corpus, corpus.events["ferry-attack"], by="Kim", date=WHEN)
    before = corpus.events["ferry-attack"]
    (again,) = review(corpus, before, by="Kim")
    assert (again.is_new, again.review.date, corpus.events["ferry-attack"]) == (False, WHEN, before)
    (other,) = review(corpus, before, by="Noor")
    assert [item.by for item in other.record.reviews] == ["Kim", "Noor"]


@pytest.mark.parametrize("date", ["2999", "2999-01-01", "persian:1498"])
def test_nobody_has_read_on_a_day_to_come(lay: Lay, date: str) -> None:
    corpus = lay(EVENT)
    with pytest.raises(NotYet, match="is still to come"):
        review(corpus, corpus.events["ferry-attack"], by="Kim", date=Date.parse(date))
    assert load(corpus.root).events["ferry-attack"].reviews == ()


def test_a_change_of_meaning_asks_for_a_review_and_the_old_one_stays(lay: Lay) -> None:
    corpus = lay(EVENT)
    (first,) = review(corpus, corpus.events["ferry-attack"], by="Kim", date=WHEN)
    changed = corpus.save(evolve(corpus.events["ferry-attack"], place="off Port Selm"))
    assert check(corpus).codes == {"CTR101": 1}
    (second,) = review(corpus, changed, by="Kim", date=WHEN)
    assert second.record.reviews == (first.review, second.review)
    assert check(corpus).findings == ()


@given(steps=st.lists(st.tuples(st.sampled_from(["Kim", "Noor"]), st.integers(0, 2)), max_size=6))
def test_a_review_answers_whatever_was_reviewed_before(steps: list[tuple[str, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "claimtrack.yaml").write_text("claimtrack: 1\n", encoding="utf-8")
        corpus = load(folder)
        was = corpus.add(Event(id="flood", name="Flood", place="place 0"))
        for by, number in steps:
            place = f"place {number}"
            changed = corpus.save(evolve(was, place=place))
            (done,) = review(corpus, changed, by=by, date=WHEN)
            moved = RecordChange(key=("event", "flood"), how="changed", before=was, after=changed)
            past = Past.of(CorpusChanges(records=(moved,)))
            assert is_answered(done.record, past) or place == was.place
            was = corpus.events["flood"]


def test_several_records_are_reviewed_together_or_none_is(lay: Lay) -> None:
    corpus = lay(EVENT + LOST)
    event, claim = corpus.events["ferry-attack"], corpus.claims["attack/ransom"]
    with pytest.raises(NotReviewable) as refused:
        review(corpus, [event, claim], by="Kim")
    assert str(refused.value) == (
        "what holds errors is not reviewed; mend them first, or suppress them with a reason: "
        'attack/ransom.yaml:2:8: CTI110 there is no event "ferry-atack", '
        'did you mean "ferry-attack"? (and 1 more)'
    )
    assert [error.code for error in refused.value.errors] == ["CTI110", "CTV107"]
    assert load(corpus.root).events["ferry-attack"].reviews == ()
    both = review(corpus, [event, corpus.speakers["mira-dolan"]], by="Kim")
    assert [item.is_new for item in both] == [True, True]
    assert review(corpus, [], by="Kim") == ()


def test_an_error_that_is_suppressed_with_a_reason_does_not_stand_in_the_way(lay: Lay) -> None:
    text = LOST.replace("claim:", "# claimtrack: ignore[CTI110, CTV107] a draft\n\nclaim:")
    corpus = lay(text)
    (reviewed,) = review(corpus, corpus.claims["attack/ransom"], by="Kim")
    assert reviewed.is_new


@pytest.mark.parametrize(
    ("by", "shown"),
    [("", '""'), (" \t", r'" \t"'), ("!?", '"!?"'), ("Kim\nNoor", r'"Kim\nNoor"')],
)
def test_a_review_is_somebody_s(by: str, shown: str, lay: Lay) -> None:
    corpus = lay(EVENT)
    with pytest.raises(NoReviewer) as refused:
        review(corpus, corpus.events["ferry-attack"], by=by)
    assert str(refused.value) == (
        f"{shown} names nobody: write who has read the record, on one line"
    )


def test_what_was_not_saved_is_not_reviewed(lay: Lay) -> None:
    corpus = lay(EVENT)
    with pytest.raises(NotSaved) as refused:
        review(corpus, evolve(corpus.events["ferry-attack"], place="at sea"), by="Kim")
    assert str(refused.value) == (
        'event "ferry-attack" is not as its file is: save it first, and review what was saved'
    )


def test_today_is_the_date_where_none_is_given(lay: Lay) -> None:
    corpus = lay(EVENT)
    (reviewed,) = review(corpus, corpus.events["ferry-attack"], by="Kim")
    assert len(str(reviewed.review.date)) == len("2026-03-01")
