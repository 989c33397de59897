"""`claimtrack list`: what is listed, and what is refused."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import TOLL, Ran, Run, finished, lay

if TYPE_CHECKING:
    from pathlib import Path

CAUSE = """\
claim: What sank the ferry?
kind: causal
event: sinking
exclusive: true
tags: [safety]
status: accepted
versions:
  rock:
    statement: A rock.
    attributions:
      - speaker: harbour-office
        stance: asserts
        source: ferry-report
        cue: a rock

      - speaker: author
        stance: denies
        source: ferry-report
        cue: no rock
"""
MORE = {
    "ferry/cause.yaml": CAUSE,
    "events/sinking.yaml": "event: The sinking\ndate: 2024-07\n",
    "speakers/zoe.yaml": "speaker: Zoe\nkind: person\n",
}
CAUSE_LINE = "ferry/cause  disputed  What sank the ferry? (1 version, 2 attributions)\n"
TOLL_LINE = "ferry/toll   How many people died on the ferry? (1 version, 1 attribution)\n"


@pytest.fixture
def more(corpus: Path) -> Path:
    lay(corpus, MORE)
    return corpus


@pytest.mark.usefixtures("more")
def test_claims_are_listed_a_line_each(ran: Run) -> None:
    both = CAUSE_LINE + TOLL_LINE.replace("toll   ", "toll             ")
    assert ran("list") == Ran(0, both, "")
    assert ran("list", "claims") == Ran(0, both, "")


@pytest.mark.usefixtures("more")
@pytest.mark.parametrize(
    "filters",
    [
        ["--kind", "causal"],
        ["--event", "sinking"],
        ["--tag", "safety"],
        ["--stance", "denies"],
        ["--speaker", "author"],
        ["--speaker", "author", "--stance", "denies"],
        ["--status", "accepted"],
        ["--source", "ferry-report", "--kind", "causal"],
        ["--answer", "text"],
        ["--by", "author"],
        ["--text", "NO ROCK"],
        ["--possibly-said", "2024", "--stance", "denies"],
    ],
    ids=" ".join,
)
def test_a_filter_leaves_what_answers_to_it(ran: Run, filters: list[str]) -> None:
    assert ran("list", *filters) == Ran(0, CAUSE_LINE, "")


@pytest.mark.usefixtures("more")
@pytest.mark.parametrize(
    "filters",
    [["--kind", "numerical"], ["--undisputed"], ["--status", "draft"]],
    ids=" ".join,
)
def test_a_filter_leaves_out_what_does_not(ran: Run, filters: list[str]) -> None:
    assert ran("list", *filters) == Ran(0, TOLL_LINE.replace("toll   ", "toll  "), "")


@pytest.mark.usefixtures("more")
@pytest.mark.parametrize(
    "filters",
    [
        ["--speaker", "zoe"],
        ["--speaker", "author", "--stance", "asserts"],
        ["--kind", "position"],
        ["--said", "2024"],
        ["--subject", "zoe"],
        ["--to", "zoe"],
        ["--cited", "unknown"],
        ["--act", "wishes"],
        ["--certainty", "possible"],
        ["--form", "letter"],
        ["--text", "roc"],
    ],
    ids=" ".join,
)
def test_nothing_found_is_one(ran: Run, filters: list[str]) -> None:
    message = "claimtrack: no claims are there that answer to this\n"
    assert ran("list", *filters) == Ran(1, "", message)


@pytest.mark.usefixtures("more")
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--speaker", "zo"], 'there is no speaker "zo", did you mean "zoe"?'),
        (["--speaker", "Zoe"], 'there is no speaker "Zoe", did you mean "zoe"?'),
        (["--event", "sinkin"], 'there is no event "sinkin", did you mean "sinking"?'),
        (["--by", "zo"], 'there is no speaker "zo", did you mean "zoe"?'),
        (["--said", "2024-8"], '"2024-8" is no date: write 2024-08'),
        (
            ["events", "--possibly-said", "2024"],
            "`--possibly-said` can be asked of claims only: leave it out, or list no events",
        ),
        (["--source", "xyzzy"], 'there is no source "xyzzy"; see `claimtrack list`'),
        (["--tag", "safty"], 'there is no tag "safty", did you mean "safety"?'),
        (["--tag", "xyzzy"], 'there is no tag "xyzzy"; no claim has it'),
        (["--kind", "casual"], 'no claims are of the kind "casual", did you mean "causal"?'),
        (
            ["speakers", "--kind", "x"],
            'no speakers are of the kind "x"; the kinds are person, organization, publication, '
            "government, group, anonymous",
        ),
        (["events", "--kind", "x"], "events have no kinds: leave `--kind` out"),
        (["sources", "--kind", "x"], 'no sources are of the kind "x"'),
        (
            ["speakers", "--disputed", "--kind", "person"],
            "`--disputed` can be asked of claims only: leave it out, or list no speakers",
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_slip_never_looks_like_nothing_found(
    ran: Run, arguments: list[str], message: str
) -> None:
    assert ran("list", *arguments) == Ran(2, "", f"claimtrack: {message}\n")


@pytest.mark.usefixtures("more")
def test_other_records_are_listed_too(ran: Run) -> None:
    office = "harbour-office  Harbour Office (organization, 2 attributions)\n"
    zoe = "zoe             Zoe (person, 0 attributions)\n"
    report = "ferry-report  What happened to the ferry (3 attributions)\n"
    assert ran("list", "speakers") == Ran(0, office + zoe, "")
    assert ran("list", "speakers", "--kind", "organization") == Ran(0, office, "")
    assert ran("list", "sources") == Ran(0, report, "")
    assert ran("list", "sources", "--kind", "report") == Ran(0, report, "")
    assert ran("list", "events") == Ran(0, "sinking  The sinking (2024-07, 1 claim)\n", "")


TWO_AGAINST_TWO = CAUSE.replace(
    "      - speaker: author\n        stance: denies",
    """\
      - speaker: zoe
        stance: asserts
        source: ferry-report
        cue: a rock

      - speaker: author
        stance: denies
        source: ferry-report
        cue: not at all

      - speaker: jonas-brandt
        stance: denies""",
)


def test_of_disputes_those_come_first_of_which_both_sides_have_most_roots(
    more: Path, ran: Run
) -> None:
    lay(more, {"ferry/wreck.yaml": TWO_AGAINST_TWO})
    assert ran("list", "--disputed").out == (
        "ferry/wreck  disputed  What sank the ferry? "
        "(1 version, 4 attributions, roots: 2 against 2)\n"
        "ferry/cause  disputed  What sank the ferry? "
        "(1 version, 2 attributions, roots: 1 against 1)\n"
    )


@pytest.mark.usefixtures("more")
def test_json_holds_what_programs_ask(ran: Run) -> None:
    done = ran("list", "--disputed", "--format", "json")
    assert json.loads(done.out) == {
        "schema_version": 1,
        "claims": [
            {
                "id": "ferry/cause",
                "question": "What sank the ferry?",
                "kind": "causal",
                "event": "sinking",
                "subjects": [],
                "tags": ["safety"],
                "status": "accepted",
                "exclusive": True,
                "disputed": True,
                "versions": ["rock"],
                "attributions": 2,
                "review": "never",
                "conflicts": [
                    {
                        "version": "rock",
                        "contradicts": None,
                        "roots": [[1, 1], [1, 1]],
                        "reason": "by author",
                    }
                ],
            }
        ],
    }
    nothing = ran("list", "--speaker", "zoe", "--format", "json")
    assert (nothing.code, json.loads(nothing.out)) == (1, {"schema_version": 1, "claims": []})
    events = json.loads(ran("list", "events", "--format", "json").out)["events"]
    assert events[0]["date"] == "2024-07"


def test_json_is_no_command_to_actions(corpus: Path) -> None:
    lay(
        corpus,
        {
            "ferry/toll.yaml": TOLL.replace(
                "How many people died on the ferry?", '"##[error] How many?"'
            )
        },
    )
    done = finished("list", "--format", "json", env={"GITHUB_ACTIONS": "true"})
    assert "##[" not in done.out
    assert json.loads(done.out)["claims"][0]["question"].startswith("##[error] How")


def test_a_record_that_could_not_be_read_is_named_as_such(corpus: Path, ran: Run) -> None:
    lay(corpus, {"speakers/broken.yaml": "kind: person\n"})
    done = ran("list", "--speaker", "broken")
    assert done.code == 2
    assert done.err.endswith(
        'claimtrack: speaker "broken" could not be read whole: see `claimtrack check`, '
        "and mend it\n"
    )
