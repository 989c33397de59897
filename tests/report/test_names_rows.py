from __future__ import annotations

import pytest

from claimtrack.analysis.concordance import (
    Concordance,
    Spelling,
    Spelt,
    Unexplained,
    UnusedAlias,
)
from claimtrack.report.names import concordance_rows, paragraphs, summary
from claimtrack.report.rows import text_of

TOLD = Concordance(
    spelt=(
        Spelt(
            kind="speaker",
            id="qasem-soleimani",
            name="Qasem Soleimani",
            spellings=(
                Spelling(text="Suleimani", source="report", at=(14, 14, 15, 17)),
                Spelling(text="Qassem Soleimani", source="report", at=(7,)),
                Spelling(text="Soleimani", source="story", at=(5,)),
            ),
        ),
        Spelt(
            kind="speaker",
            id="iran",
            name="Iran",
            spellings=(
                Spelling(text="Republic", source="story", at=(1,), shared_with=("daily", "weekly")),
            ),
        ),
    ),
    unexplained=(
        Unexplained(
            text="Houthi",
            uses=(
                Spelling(text="Houthi", source="report", at=(40,)),
                Spelling(text="Houthi", source="story", at=(2, 2)),
            ),
            perhaps=("houthis", "yemen"),
        ),
        Unexplained(
            text="Haifa", uses=(Spelling(text="Haifa", source="report", at=(35,)),), perhaps=()
        ),
    ),
    unused=(UnusedAlias(kind="event", id="attack", alias="the night"),),
    unused_others=("Basra",),
)
NOTHING = Concordance(spelt=(), unexplained=(), unused=(), unused_others=())


def test_bearers_come_first_then_the_worklist_then_what_is_in_no_text() -> None:
    assert (
        text_of(concordance_rows(TOLD, width=72))
        == """\
Qasem Soleimani (speaker:qasem-soleimani)
  report: Suleimani ×4 (§ 14-15, 17), Qassem Soleimani ×1 (§ 7)
  story: Soleimani ×1 (§ 5)
Iran (speaker:iran)
  story: Republic ×1 (§ 1, also daily, weekly)

Names that no record accounts for
  Houthi ×3: report 1 (§ 40); story 2 (§ 2); perhaps houthis or yemen
  Haifa ×1: report 1 (§ 35)

Aliases that occur in no text
  the night (event:attack)
  Basra (`other_names` of the manifest)
"""
    )


def test_what_there_is_none_of_has_no_heading() -> None:
    assert text_of(concordance_rows(NOTHING, width=72)) == ""


@pytest.mark.parametrize(
    ("told", "texts", "line"),
    [
        pytest.param(
            TOLD,
            5,
            "2 names in 5 texts that no record accounts for, 2 aliases in no text",
            id="several",
        ),
        pytest.param(
            Concordance(
                spelt=(),
                unexplained=TOLD.unexplained[:1],
                unused=TOLD.unused,
                unused_others=(),
            ),
            1,
            "1 name in 1 text that no record accounts for, 1 alias in no text",
            id="one",
        ),
        pytest.param(
            NOTHING,
            2,
            "0 names in 2 texts that no record accounts for, 0 aliases in no text",
            id="none",
        ),
    ],
)
def test_a_summary_counts(told: Concordance, texts: int, line: str) -> None:
    assert summary(told, texts) == line


def test_many_paragraphs_are_cut() -> None:
    assert paragraphs(range(1, 25, 2)) == "1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23"
    assert paragraphs(range(1, 27, 2)) == "1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23 …"
