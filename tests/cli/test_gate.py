"""The gate on the command line: settings, suppressions and what was there before, in whole."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from claimtrack.rules.registry import RULES
from tests.cli.conftest import FILES, TOLL, Ran, lay

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

READ = "1 claim, 1 source, 1 speaker, 0 events in 4 files"
UNVERIFIED = "; 1 quote or cue in 1 source not verified, as no `text` is named"
NO_EVENT = TOLL.replace("answer:", "event: sinking\nanswer:", 1)
SUPPRESSED = NO_EVENT.replace("sinking", "sinking # claimtrack: ignore[CTI110] not recorded yet")
TOLD = (
    'claims/ferry/toll.yaml:3:8: CTI110 there is no event "sinking"; '
    "add its record, or mend the id\n"
)


#: The rules on ids that a check may be told not to ask.
OF_IDS = [
    rule.kind.code for rule in RULES if rule.kind.code.startswith("CTI") and not rule.is_of_reading
]
LEFT_OUT = f"; {len(OF_IDS)} rules left out by the settings ({', '.join(OF_IDS)})"


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
            "fix": None,
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
            "{ignore: [CTI]}",
            (),
            Ran(0, "", f"{READ}: no findings{LEFT_OUT}{UNVERIFIED}\n"),
            id="ignored",
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


def test_a_baseline_is_written_and_what_it_holds_is_only_counted(corpus: Path, ran: Run) -> None:
    lay(corpus, {"ferry/toll.yaml": NO_EVENT})
    before = f"{READ}: no findings; 1 finding in the baseline{UNVERIFIED}\n"
    assert ran("check", "--write-baseline", "--baseline", "old.json") == Ran(0, "", before)
    assert (corpus.parent / "old.json").read_text(encoding="utf-8") == (
        '{\n  "claimtrack_baseline": 1,\n  "findings": [\n'
        '    {"record": "claim:ferry/toll", "at": "/event", "code": "CTI110", "count": 1}\n'
        "  ]\n}\n"
    )
    assert ran("check", "--strict", "--baseline", "old.json") == Ran(0, "", before)
    assert ran("check").code == 1
    lay(corpus, {"ferry/toll.yaml": TOLL})
    gone = (
        f"{READ}: no findings; 1 finding of the baseline is gone "
        f"(--write-baseline takes out what is gone){UNVERIFIED}\n"
    )
    assert ran("check", "--strict", "--baseline", "old.json") == Ran(0, "", gone)
    document = json.loads(ran("check", "--baseline", "old.json", "-o", "json").out)
    assert document["stale"] == [
        {
            "corpus": "claims",
            "record": "claim:ferry/toll",
            "at": "/event",
            "code": "CTI110",
            "count": 1,
        }
    ]
    done = ran("check", "--baseline", "old.json", "--write-baseline")
    assert done == Ran(0, "", f"{READ}: no findings{UNVERIFIED}\n")
    assert '"findings": []' in (corpus.parent / "old.json").read_text(encoding="utf-8")


def test_the_settings_name_the_baseline(corpus: Path, ran: Run) -> None:
    lay(corpus, {"ferry/toll.yaml": NO_EVENT, **settings("{baseline: old.json}")})
    assert ran("check") == Ran(
        2,
        "",
        'claimtrack: there is no baseline "claims/old.json": write it with '
        "`claimtrack check --write-baseline`, or do not name it\n",
    )
    before = f"{READ}: no findings; 1 finding in the baseline{UNVERIFIED}\n"
    assert ran("check", "--write-baseline") == Ran(0, "", before)
    assert ran("check") == Ran(0, "", before)
    document = json.loads(ran("check", "-o", "json").out)
    assert [(item["code"], item["by"]) for item in document["suppressed"]] == [
        ("CTI110", "baseline")
    ]
    assert ran("check", "--baseline", "another.json", "--write-baseline").code == 0


@pytest.mark.parametrize(
    ("files", "args", "message"),
    [
        pytest.param(
            {},
            ("--write-baseline",),
            'no file is named for the baseline of "claims": give `--baseline FILE`, or `baseline` '
            "under `check` in claimtrack.yaml",
            id="no file",
        ),
        pytest.param(
            {"old.json": "{"},
            ("--baseline", "claims/old.json"),
            '"claims/old.json" is no baseline: it is no JSON; restore the file, or remove it and '
            "write it again with `claimtrack check --write-baseline`",
            id="corrupt",
        ),
        pytest.param(
            {"old.json": "{"},
            ("--baseline", "claims/old.json", "--write-baseline"),
            '"claims/old.json" is no baseline: it is no JSON; restore the file, or remove it and '
            "write it again with `claimtrack check --write-baseline`",
            id="corrupt, and to be written",
        ),
        pytest.param(
            {"../more/claimtrack.yaml": "claimtrack: 1\n"},
            ("--baseline", "old.json", "claims", "more"),
            "`--baseline` is of one corpus, and several are checked: name one of them",
            id="several corpora",
        ),
    ],
)
def test_a_baseline_that_cannot_be_is_told_in_one_line(
    corpus: Path, ran: Run, files: dict[str, str], args: tuple[str, ...], message: str
) -> None:
    lay(corpus, files)
    assert ran("check", *args) == Ran(2, "", f"claimtrack: {message}\n")


def test_what_the_settings_hide_is_counted(corpus: Path, ran: Run) -> None:
    lay(corpus, {"ferry/toll.yaml": NO_EVENT, **settings("{ignore: [CTI110, CTF]}")})
    done = ran("check", "-o", "json")
    left_out = "no findings; 2 rules left out by the settings (CTF101, CTI110)"
    assert f"{READ}: {left_out}{UNVERIFIED}" in done.err
    assert json.loads(done.out)["summary"]["unasked"] == ["CTF101", "CTI110"]
    assert "left out" not in ran("check", "--select", "CTI110").err
    assert "left out" not in ran("check", "--ignore", "CTV").err.replace(left_out, "")
    lay(corpus, settings("{per_path: {ferry: [CTI110], sources: [CTI110]}}"))
    done = ran("check", "-o", "json")
    passed = "no findings; 1 finding ignored by the settings of paths (CTI110)"
    assert f"{READ}: {passed}{UNVERIFIED}" in done.err
    assert json.loads(done.out)["summary"]["passed_over"] == 1
    lay(corpus, settings("{select: [CTI]}"))
    assert re.search(r"; \d\d+ rules left out by the settings; ", ran("check").err)
