"""`claimtrack review`, and `list --unreviewed`: all that they print."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from claimtrack.corpus.corpus import load
from claimtrack.text.digest import digest
from tests.cli.conftest import BAD_DATE, FILES, TOLL, Ran, lay

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

KIM = ("--by", "Kim", "--date", "2026-03-01")


def test_a_review_is_added_and_the_file_is_named(corpus: Path, ran: Run) -> None:
    now = digest(load(corpus).claims["ferry/toll"])
    assert ran("review", "ferry/toll", *KIM) == Ran(0, "claims/ferry/toll.yaml\n", "")
    assert (corpus / "ferry/toll.yaml").read_text(encoding="utf-8") == (
        f"{TOLL}reviews:\n  - by: Kim\n    date: 2026-03-01\n    digest: {now}\n"
    )
    assert ran("review", "ferry/toll", *KIM) == Ran(
        0,
        "",
        "claimtrack: Kim reviewed claims/ferry/toll.yaml as it is, 2026-03-01: "
        "nothing is written\n",
    )


def test_several_are_reviewed_by_id_kind_and_file(ran: Run) -> None:
    names = ("speaker:harbour-office", "claims/ferry/toll.yaml", "ferry/toll")
    assert ran("review", *names, "--by", "Kim") == Ran(
        0, "claims/speakers/harbour-office.yaml\nclaims/ferry/toll.yaml\n", ""
    )


@pytest.mark.parametrize(
    ("files", "args", "message"),
    [
        pytest.param(
            {},
            ("ferry/tol", *KIM),
            'there is no record "ferry/tol", did you mean "ferry/toll"?',
            id="no such record",
        ),
        pytest.param(
            {},
            ("ferry/toll#seven", *KIM),
            '"ferry/toll#seven" is a version, and a record is reviewed whole: name "ferry/toll"',
            id="a version",
        ),
        pytest.param(
            {},
            ("ferry/toll", "--by", " "),
            '" " names nobody: write who has read the record, on one line',
            id="nobody",
        ),
        pytest.param(
            {},
            ("ferry/toll", "--by", "Kim", "--date", "soon"),
            '"soon" is no date: write the year first, as in 2024, 2024-07, 2024-07-31 or '
            "2024-07-31T02:00+03:30",
            id="no date",
        ),
        pytest.param(
            {"ferry/toll.yaml": TOLL.replace("answer:", "event: sinking\nanswer:", 1)},
            ("ferry/toll", *KIM),
            "what holds errors is not reviewed; mend them first, or suppress them with a reason: "
            'ferry/toll.yaml:3:8: CTI110 there is no event "sinking"; add its record, or mend '
            "the id",
            id="an error",
        ),
    ],
)
def test_what_cannot_be_reviewed_is_told_in_one_line(
    corpus: Path, ran: Run, files: dict[str, str], args: tuple[str, ...], message: str
) -> None:
    lay(corpus, files)
    assert ran("review", *args) == Ran(2, "", f"claimtrack: {message}\n")


def test_a_record_that_was_not_read_whole_is_not_reviewed(corpus: Path, ran: Run) -> None:
    lay(corpus, {"ferry/toll.yaml": BAD_DATE})
    assert ran("review", "ferry/toll", *KIM) == Ran(
        2,
        "",
        "claimtrack: 1 file could not be read whole: see `claimtrack check claims`\n"
        'claimtrack: claim "ferry/toll" could not be read whole: see `claimtrack check`, '
        "and mend it\n",
    )


LINE = "ferry/toll  How many people died on the ferry? (1 version, 1 attribution{})\n"


def test_what_nobody_reviewed_as_it_is_is_listed_and_why(corpus: Path, ran: Run) -> None:
    nothing = Ran(1, "", "claimtrack: no claims are there that answer to this\n")
    assert ran("list", "--reviewed") == nothing
    assert ran("list", "--unreviewed") == Ran(0, LINE.format(", never reviewed"), "")
    assert ran("review", "ferry/toll", *KIM).code == 0
    assert ran("list", "--unreviewed") == nothing
    assert ran("list", "--reviewed") == Ran(0, LINE.format(""), "")
    toll = corpus / "ferry/toll.yaml"
    text = toll.read_text(encoding="utf-8")
    toll.write_text(text.replace("Seven people", "At least seven people"), encoding="utf-8")
    assert ran("list", "--unreviewed") == Ran(0, LINE.format(", changed since its review"), "")
    (entry,) = json.loads(ran("list", "--format", "json").out)["claims"]
    assert entry["review"] == "stale"


def test_records_of_every_kind_are_listed_by_their_reviews(corpus: Path, ran: Run) -> None:
    assert ran("list", "speakers", "--unreviewed", "--kind", "organization") == Ran(
        0, "harbour-office  Harbour Office (organization, 1 attribution, never reviewed)\n", ""
    )
    assert ran("review", "speaker:harbour-office", *KIM).code == 0
    assert ran("list", "speakers", "--unreviewed").code == 1
    assert "reviews:" not in FILES["sources/ferry-report.yaml"]
    assert ran("list", "sources", "--unreviewed").code == 0
    assert corpus.is_dir()
