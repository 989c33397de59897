"""The forms of a check, compared whole."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from claimtrack.cli.annotations import Annotation, annotation
from claimtrack.corpus.corpus import load
from claimtrack.findings import Fault, Kind, Severity, Span, finding
from claimtrack.rules.checking import check
from tests.cli.conftest import BAD_DATE, FILES, Ran, Run, lay

if TYPE_CHECKING:
    from pathlib import Path

ERR = (
    "1 claim, 1 source, 2 speakers, 0 events in 5 files (1 not read whole): 1 error; "
    "1 quote or cue in 1 source not verified, as no `text` is named\n"
)
WHAT = (
    '"2024-13-45" is no date: there is no month 13: months run from 01 to 12, seasons from 21 to 41'
)
CONCISE = f"claims/ferry/toll.yaml:13:15: CTD101 {WHAT}\n"
FULL = f"""\
claims/ferry/toll.yaml:13:15: error CTD101 invalid-date: {WHAT}
13 |         said: 2024-13-45
   |               ^^^^^^^^^^

"""
GITHUB = (
    f"::error file=claims/ferry/toll.yaml,line=13,col=15,endLine=13,title=CTD101 invalid-date::"
    f"{WHAT}\n"
)
FINDING = {
    "code": "CTD101",
    "name": "invalid-date",
    "severity": "error",
    "message": WHAT,
    "filename": "claims/ferry/toll.yaml",
    "location": {"row": 13, "column": 15},
    "end_location": {"row": 13, "column": 25},
    "id": "ferry/toll",
    "pointer": "/versions/seven/attributions/0/said",
    "address": "",
    "fix": None,
}
DOCUMENT = {
    "schema_version": 1,
    "summary": {
        "files": 5,
        "unread": 1,
        "claims": 1,
        "sources": 1,
        "speakers": 2,
        "events": 0,
        "errors": 1,
        "warnings": 0,
        "notes": 0,
        "ignored": 0,
        "suppressed": 0,
        "baselined": 0,
        "stale": 0,
        "passed_over": 0,
        "unasked": [],
        "unverified": [
            {
                "corpus": "claims",
                "source": "ferry-report",
                "attributions": 1,
                "quotes": 0,
                "cues": 1,
                "places": 0,
                "why": "…",
            }
        ],
        "not_run": [
            {
                "corpus": "claims",
                "code": "CTI113",
                "name": "unused-record",
                "why": "…",
            },
            {
                "corpus": "claims",
                "code": "CTT112",
                "name": "unread-paragraph",
                "why": "…",
            },
        ],
    },
    "findings": [FINDING],
    "suppressed": [],
    "stale": [],
}


@pytest.fixture
def faulty(corpus: Path) -> Path:
    lay(corpus, {"ferry/toll.yaml": BAD_DATE, "speakers/pilot.yaml": "speaker: Pilot\n"})
    lay(corpus, {"speakers/pilot.yaml": "speaker: Pilot\nkind: person\n"})
    return corpus


@pytest.mark.usefixtures("faulty")
@pytest.mark.parametrize(
    ("form", "out"),
    [
        pytest.param("concise", CONCISE, id="concise"),
        pytest.param("full", FULL, id="full"),
        pytest.param("github", GITHUB, id="github"),
    ],
)
def test_the_findings_stand_on_standard_output_and_the_summary_does_not(
    ran: Run, form: str, out: str
) -> None:
    told = "; 2 rules not asked since files could not be read whole: CTI113, CTT112\n"
    assert ran("check", "--format", form) == Ran(1, out, ERR.rstrip("\n") + told)


@pytest.mark.usefixtures("faulty")
def test_json_is_all_that_standard_output_holds(ran: Run) -> None:
    done = ran("check", "--format", "json")
    document = json.loads(done.out)
    report = check(load("claims"))
    for key, told in (("unverified", report.unverified), ("not_run", report.not_run)):
        assert [item["why"] for item in document["summary"][key]] == [item.why for item in told]
        for item in document["summary"][key]:
            item["why"] = "…"
    assert document == DOCUMENT
    assert list(json.loads(done.out)["findings"][0]) == list(FINDING)
    assert done.err.startswith("1 claim")


def test_json_of_nothing_is_a_document_too(ran: Run) -> None:
    document = json.loads(ran("check", "--format", "json").out)
    assert document["findings"] == []
    assert document["summary"]["files"] == 4


def test_json_is_ascii_without_commands_or_halves_of_pairs(corpus: Path, ran: Run) -> None:
    lay(corpus, {"##[x]é\udcff\u202e.yaml": "", "long/##[x].yaml": ""})
    done = ran("check", "--format", "json")
    assert done.out.isascii()
    assert "##[" not in done.out
    names = {item["filename"] for item in json.loads(done.out)["findings"]}
    assert names == {"claims/##[x]é\\udcff\u202e.yaml", "claims/long/##[x].yaml"}


@pytest.mark.usefixtures("faulty")
def test_piped_findings_are_concise_and_in_actions_they_annotate(
    ran: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ran("check").out == CONCISE
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert ran("check").out == GITHUB
    assert ran("check", "--format", "full").out == FULL
    monkeypatch.setenv("GITHUB_ACTIONS", "false")
    assert ran("check").out == CONCISE


def test_actions_count_paths_from_the_workspace(
    faulty: Path, ran: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(faulty.parent))
    monkeypatch.chdir(faulty)
    assert ran("check").out == GITHUB


def test_nothing_from_a_file_commands_a_workflow(
    corpus: Path, ran: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    lay(corpus, {"speakers/b.yaml": "speaker: ##[x]\n::error::x: y\n", "::error::a.yaml": ""})
    for args in (
        ("check", "--format", "full"),
        ("check", "--format", "concise"),
        ("check", "--format", "json"),
        ("format", "--diff"),
        ("format", "::error::a.yaml"),
        ("rule", "::error::x"),
        ("::error::x",),
        ("check", "##[x]"),
    ):
        done = ran(*args)
        lines = f"{done.out}\n{done.err}".splitlines()
        assert not [line for line in lines if line.lstrip().startswith("::") or "##[" in line]
    for line in ran("check").out.splitlines():
        assert line.startswith("::error file=")


def _found(message: str, span: Span, severity: Severity = Severity.ERROR) -> str:
    kind = Kind("CTX101", "some-name", severity)
    one = finding(Fault(kind=kind, message=message, span=span), filename="", id="")
    return annotation(Annotation(finding=one, filename="a,b:c%.yaml")).text


@pytest.mark.parametrize(
    ("message", "span", "severity", "text"),
    [
        pytest.param(
            "100 %\r\n::error::x, y: z\x1b",
            Span(1, 2, 3, 4),
            Severity.ERROR,
            "::error file=a%2Cb%3Ac%25.yaml,line=1,col=2,endLine=3,title=CTX101 some-name::"
            "100 %25%0D%0A::error::x, y: z\\x1b",
            id="escaped",
        ),
        pytest.param(
            "m",
            Span(1, 2, 3, 1),
            Severity.WARNING,
            "::warning file=a%2Cb%3Ac%25.yaml,line=1,col=2,endLine=2,title=CTX101 some-name::m",
            id="up-to-a-line-end",
        ),
        pytest.param(
            "m",
            Span(),
            Severity.NOTE,
            "::notice file=a%2Cb%3Ac%25.yaml,line=1,col=1,endLine=1,title=CTX101 some-name::m",
            id="a-note-without-a-place",
        ),
    ],
)
def test_an_annotation_is_escaped_as_the_runner_wants_it(
    message: str, span: Span, severity: Severity, text: str
) -> None:
    assert _found(message, span, severity) == text


def test_control_characters_of_a_file_are_shown_as_escapes(corpus: Path, ran: Run) -> None:
    lay(corpus, {"speakers/harbour-office.yaml": "speaker: \x1b[2J\u202e\nkind: group\n"})
    done = ran("check", "--format", "full", "--select", "CTY")
    assert done.out == (
        "claims/speakers/harbour-office.yaml:1:10: error CTY105 control-character: "
        "U+001B ESCAPE cannot be seen and is no text: remove it\n"
        "1 | speaker: \\x1b[2J\\u202e\n  |          ^^^^\n\n"
        "claims/speakers/harbour-office.yaml:1:14: error CTY106 bidirectional-control: "
        "U+202E RIGHT-TO-LEFT OVERRIDE changes the order in which text is shown: remove it\n"
        "1 | speaker: \\x1b[2J\\u202e\n  |                 ^^^^^^\n\n"
    )
    assert FILES["speakers/harbour-office.yaml"] not in done.out
