from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.changes.consequence import Consequence
from claimtrack.changes.gathering import gathered
from claimtrack.changes.sentence import Sentence

if TYPE_CHECKING:
    from claimtrack.corpus.index import Key
    from claimtrack.model.ids import RecordKind

GONE: Key = ("source", "report")
ALIKE = Sentence.of("refer to source report, which is gone")


def left(kind: RecordKind, name: str, *, cause: Key = GONE) -> Consequence:
    return Consequence(
        kind="dangling",
        key=(kind, name),
        causes=(cause,),
        sentence=Sentence.of("refers to source report, which is gone"),
        alike=ALIKE,
    )


def test_what_follows_for_many_alike_is_one_sentence_with_a_count() -> None:
    found = [left("claim", f"toll-{number}") for number in range(20)] + [left("speaker", "zoe")]
    (one,) = gathered(found, {GONE})
    told = "21 records refer to source report, which is gone: toll-0, toll-1, toll-2 and 18 more"
    assert (one.sentence.text, one.members) == (told, tuple(found))
    (two,) = gathered(found[-2:], {GONE})
    assert two.sentence.text == (
        "2 records refer to source report, which is gone: toll-19, speaker zoe"
    )


def test_what_follows_for_one_or_from_no_change_that_is_told_stays_where_it_is() -> None:
    pair = [left("claim", "a"), left("claim", "b")]
    assert gathered(pair[:1], {GONE}) == ()
    assert gathered(pair, set()) == ()
    own = [left("claim", name, cause=("claim", name)) for name in "ab"]
    assert gathered(own, {("claim", "a"), ("claim", "b")}) == ()
