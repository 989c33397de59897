"""`claimtrack timeline`: what is told, and what is refused."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import FILES, TOLL, Ran, Run, lay

if TYPE_CHECKING:
    from pathlib import Path

REPORT = FILES["sources/ferry-report.yaml"]
TOLD = """\
claim "ferry/toll": 4 moments, 0 not dated

2024-07-31
  happened: The sinking [event:sinking]

2024-08~ (2024-08-01 to 2024-08-31, about)
  published: What happened to the ferry [source:ferry-report]

2024-08-02
  said: Harbour Office + asserts: Seven people died. [ferry/toll#seven]

by 2024-08-31
  said: the author of "What happened to the ferry" - denies: Seven people died.
    [ferry/toll#seven]
"""


@pytest.fixture
def dated(corpus: Path) -> Path:
    said = TOLL.replace("        source:", "        said: 2024-08-02\n        source:")
    denied = "\n      - speaker: author\n        stance: denies\n        source: ferry-report\n"
    toll = said.replace("versions:", "event: sinking\nversions:") + denied + "        cue: not so\n"
    more = {
        "ferry/toll.yaml": toll,
        "events/sinking.yaml": "event: The sinking\ndate: 2024-07-31\n",
        "sources/ferry-report.yaml": REPORT.replace(
            "publisher: harbour-office", "published: 2024-08~"
        ),
        "speakers/zoe.yaml": "speaker: Zoe\n",
    }
    lay(corpus, more)
    return corpus


@pytest.mark.usefixtures("dated")
def test_moments_stand_under_their_dates_each_with_its_clock(ran: Run) -> None:
    assert ran("timeline", "ferry/toll") == Ran(0, TOLD, "")
    event = ran("timeline", "sinking").out
    assert event.splitlines()[1:] == TOLD.splitlines()[1:]
    assert "author" not in ran("timeline", "harbour-office").out


@pytest.mark.usefixtures("dated")
def test_json_tells_the_same(ran: Run) -> None:
    told = json.loads(ran("timeline", "ferry/toll", "--format", "json").out)
    assert told["of"] == 'claim "ferry/toll"'
    assert [(item["clock"], item["bound"]) for item in told["moments"]] == [
        ("happened", False),
        ("published", False),
        ("said", False),
        ("said", True),
    ]
    assert told["moments"][1]["source"] == "ferry-report"
    assert told["moments"][1]["date"]["approximate"] is True
    assert told["moments"][2]["attribution"]["speaker"] == "harbour-office"


@pytest.mark.usefixtures("dated")
def test_what_has_no_timeline_is_told(ran: Run) -> None:
    assert ran("timeline", "zoe") == Ran(
        1, 'speaker "zoe": 0 moments, 0 not dated\n',
        'claimtrack: nothing is known of speaker "zoe" by any clock\n',
    )  # fmt: skip
    assert ran("timeline", "ferry-report").err == (
        'claimtrack: "ferry-report" is a source: a timeline is of a claim, an event or a speaker; '
        "see `claimtrack show ferry-report`\n"
    )
    assert ran("timeline", "sinkin").code == 2
    assert ran("timeline", "sinking", "--recorded").code == 2
