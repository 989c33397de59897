"""The gate on the command line: settings, suppressions and what was there before, in whole."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import FILES, TOLL, Ran, lay

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

READ = "1 claim, 1 source, 1 speaker, 0 events in 4 files"
UNVERIFIED = (
    "; 1 quote or cue in 1 source not verified: "
    "their texts are not there, have changed or were not looked at (--texts DIR)"
)
NO_EVENT = TOLL.replace("answer:", "event: sinking\nanswer:", 1)
SUPPRESSED = NO_EVENT.replace("sinking", "sinking # claimtrack: ignore[CTI110] not recorded yet")
TOLD = (
    'claims/ferry/toll.yaml:3:8: CTI110 there is no event "sinking"; '
    "add its record, or mend the id\n"
)


def settings(check: str) -> dict[str, str]:
    return {"claimtrack.yaml": FILES["claimtrack.yaml"] + f"check: {check}\n"}


def test_what_a_comment_suppresses_is_counted(corpus: Path, ran: Run) -> None:
    lay(corpus, {"ferry/toll.yaml": NO_EVENT})
    assert ran("check") == Ran(1, TOLD, f"{READ}: 1 error{UNVERIFIED}\n")
    lay(corpus, {"ferry/toll.yaml": SUPPRESSED})
    told = f"{READ}: no findings; 1 finding suppressed by comments (CTI110){UNVERIFIED}\n"
    assert ran("check", "--strict") == Ran(0, "", told)


def test_what_a_comment_suppresses_is_listed_as_json(corpus: Path, ran: Run) -> None:
    lay(corpus, {"ferry/toll.yaml": SUPPRESSED})
    document = json.loads(ran("check", "--format", "json").out)
    assert document["findings"] == []
    assert document["summary"]["suppressed"] == 1
    assert document["suppressed"] == [
        {
            "code": "CTI110",
            "name": "missing-reference",
            "severity": "error",
            "message": TOLD.partition("CTI110 ")[2].rstrip(),
            "filename": "claims/ferry/toll.yaml",
            "location": {"row": 3, "column": 8},
            "end_location": {"row": 3, "column": 15},
            "id": "ferry/toll",
            "pointer": "/event",
            "address": "/event",
            "by": "comment",
            "reason": "not recorded yet",
        }
    ]


def test_a_comment_without_a_reason_fails(corpus: Path, ran: Run) -> None:
    lay(corpus, {"ferry/toll.yaml": SUPPRESSED.replace(" not recorded yet", "")})
    comment = (
        "claims/ferry/toll.yaml:3:16: CTG102 this comment gives no reason, "
        "so it suppresses nothing: write one behind the `]`\n"
    )
    assert ran("check") == Ran(1, TOLD + comment, f"{READ}: 2 errors{UNVERIFIED}\n")


@pytest.mark.parametrize(
    ("check", "args", "done"),
    [
        pytest.param(
            "{ignore: [CTI]}", (), Ran(0, "", f"{READ}: no findings{UNVERIFIED}\n"), id="ignored"
        ),
        pytest.param(
            "{ignore: [CTI]}",
            ("--select", "CTI110"),
            Ran(1, TOLD, f"{READ}: 1 error{UNVERIFIED}\n"),
            id="selected by the caller",
        ),
        pytest.param(
            "{severity: {CTI110: warning}}",
            (),
            Ran(0, TOLD, f"{READ}: 1 warning{UNVERIFIED}\n"),
            id="a warning",
        ),
        pytest.param(
            "{severity: {CTI110: warning}, fail_on: warning}",
            (),
            Ran(1, TOLD, f"{READ}: 1 warning{UNVERIFIED}\n"),
            id="a warning that fails",
        ),
        pytest.param(
            "{select: [CTI110]}",
            ("--ignore", "missing-reference"),
            Ran(
                2,
                "",
                "claimtrack: no rule is left: what is ignored takes away all that is selected\n",
            ),
            id="nothing left",
        ),
        pytest.param(
            "{fail_on: errors}",
            ("--select", "CTF"),
            Ran(
                1,
                'claims/claimtrack.yaml:4:18: CTS104 "errors" is not known here, '
                'did you mean "error"?; write error, warning, note\n',
                f"{READ}: 1 error{UNVERIFIED}\n",
            ),
            id="a word that is not known",
        ),
    ],
)
def test_the_manifest_sets_what_is_asked(
    corpus: Path, ran: Run, check: str, args: tuple[str, ...], done: Ran
) -> None:
    lay(corpus, {"ferry/toll.yaml": NO_EVENT, **settings(check)})
    assert ran("check", *args) == done
