from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from claimtrack.corpus.corpus import Corpus
from claimtrack.rules.checking import check
from claimtrack.text.digest import digest

#: Lays files over the standing corpus and loads it.
Lay: TypeAlias = Callable[[str], Corpus]

EVENT = "# events/ferry-attack.yaml\nevent: Attack on the ferry\nplace: off Port Selm\n"
#: What `sha256sum` gives for {"claimtrack":1,"record":{"event":"Attack on the ferry","place":"off
#: Port Selm"}} in one line.
NOW = "sha256:0b65591e3b8952634dd382b6bdf469a7e2df3063d95ea42c693b772e0da2a4b4"
BEFORE = "sha256:" + "0" * 64


def told(corpus: Corpus) -> list[str]:
    found = check(corpus, select=["CTR"]).findings
    return [str(finding) for finding in found if finding.code.startswith("CTR")]


def reviews(*digests: str) -> str:
    items = (f"  - {{by: x, date: 2020-01, digest: '{item}'}}\n" for item in digests)
    return "reviews:\n" + "".join(items)


def test_the_digest_of_the_event_has_not_changed_since_it_was_written_here(lay: Lay) -> None:
    assert digest(lay(EVENT).events["ferry-attack"]) == NOW


def test_a_change_of_meaning_makes_the_last_review_stale(lay: Lay) -> None:
    assert told(lay(EVENT + reviews(BEFORE, BEFORE))) == [
        "events/ferry-attack.yaml:5:36: CTR101 the record changed in meaning since it was "
        f"reviewed: have it reviewed again (`claimtrack review`), with `digest: {NOW}`"
    ]


CURRENT = {
    "never-reviewed": EVENT,
    "reviewed": EVENT + reviews(NOW),
    "reviewed-again": EVENT + reviews(BEFORE, NOW),
    "reviewed-by-another-who-read-an-older-one": EVENT + reviews(NOW, BEFORE),
    "another-layout": EVENT.replace("place: ", "# here\nplace:   ") + reviews(NOW),
    "a-default-written-out": (
        "# events/ferry-attack.yaml\nplace: off Port Selm\nevent: Attack on the ferry\nnote:\n"
        + reviews(NOW)
    ),
}
LOST = {
    "a-date-that-is-none": "date: never\n",
    "a-key-twice": "place: off Port Selm\n",
    "an-unknown-key": "palce: x\n",
}


@pytest.mark.parametrize("files", CURRENT.values(), ids=CURRENT.keys())
def test_a_record_with_a_review_of_its_meaning_passes(lay: Lay, files: str) -> None:
    assert told(lay(files)) == []


@pytest.mark.parametrize("lost", LOST.values(), ids=LOST.keys())
def test_nothing_is_said_of_a_record_that_could_not_be_read_whole(lay: Lay, lost: str) -> None:
    corpus = lay(EVENT + lost + reviews(BEFORE))
    assert [finding.filename for finding in corpus.findings] == ["events/ferry-attack.yaml"]
    assert told(corpus) == []
