"""`claimtrack positions`: what is told of a speaker, as text and as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import Ran, Run, lay

if TYPE_CHECKING:
    from pathlib import Path

CAUSE = """\
claim: What sank the ferry?
exclusive: true
versions:
  rock:
    statement: A rock.
    attributions:
      - speaker: harbour-office
        stance: asserts
        said: 2024-08
        source: ferry-report
        cue: a rock

      - speaker: pilot
        stance: denies
        source: ferry-report
        cue: no rock

  wave:
    statement: A wave.
    attributions:
      - speaker: harbour-office
        stance: asserts
        said: 2024-07
        source: ferry-report
        cue: a wave
"""
FILES = {
    "ferry/cause.yaml": CAUSE,
    "speakers/pilot.yaml": "speaker: The Pilot\npart_of: [harbour-office]\n",
    "speakers/zoe.yaml": "speaker: Zoe\n",
}
TOLD = """\
Harbour Office
speaker:harbour-office · 4 attributions · with The Pilot

Said, in order of time
2024-07
  What sank the ferry? [ferry/cause#wave]
  + asserts: A wave.
    said 2024-07
    cue “a wave”
    What happened to the ferry

2024-08
  What sank the ferry? [ferry/cause#rock]
  + asserts: A rock.
    said 2024-08
    cue “a rock”
    What happened to the ferry

Said at a time not known
without a date
  What sank the ferry? [ferry/cause#rock]
  - denies: A rock.
    The Pilot
    cue “no rock”
    What happened to the ferry

  How many people died on the ferry? [ferry/toll#seven]
  + asserts: Seven people died.
    cue “counted”
    What happened to the ferry

Against itself
  reversal: What sank the ferry? [ferry/cause] Harbour Office: asserts "wave" (2024-07)
    and asserts "rock" (2024-08): the claim is `exclusive: true`

One part against another
  contradiction: What sank the ferry? [ferry/cause] Harbour Office against The Pilot:
    asserts "rock" (2024-08) and denies "rock"; which came first is not known
"""


@pytest.fixture
def more(corpus: Path) -> Path:
    lay(corpus, FILES)
    return corpus


@pytest.mark.usefixtures("more")
def test_what_is_said_stands_in_order_and_the_turns_after_it(ran: Run) -> None:
    assert ran("positions", "harbour-office") == Ran(0, TOLD, "")
    assert ran("positions", "speaker:harbour-office") == Ran(0, TOLD, "")
    assert "The Pilot" not in ran("positions", "harbour-office", "--no-parts").out


@pytest.mark.usefixtures("more")
def test_json_tells_the_same_with_dates_as_spans(ran: Run) -> None:
    told = json.loads(ran("positions", "harbour-office", "--format", "json").out)
    assert told["schema_version"] == 1
    assert told["members"] == ["harbour-office", "pilot"]
    assert [item["version"] for item in told["dated"]] == ["wave", "rock"]
    assert told["dated"][0]["said"] == {
        "text": "2024-07",
        "earliest": "2024-07-01",
        "latest": "2024-07-31",
        "uncertain": False,
        "approximate": False,
    }
    assert [turn["kind"] for turn in told["turns"]] == ["reversal", "contradiction"]
    assert told["turns"][1]["in_order"] is None


@pytest.mark.usefixtures("more")
def test_who_said_nothing_and_who_is_not_there_are_told_apart(ran: Run) -> None:
    silent = ran("positions", "zoe")
    assert (silent.code, silent.err) == (
        1,
        'claimtrack: speaker "zoe" said nothing that is recorded here\n',
    )
    gone = ran("positions", "zoey")
    assert gone == Ran(2, "", 'claimtrack: there is no speaker "zoey", did you mean "zoe"?\n')
