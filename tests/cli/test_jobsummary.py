"""What GitHub shows beside lines, and what the summary of the job holds instead."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from claimtrack.cli import jobsummary
from claimtrack.cli.annotations import MOST, annotation, sorted_out
from claimtrack.cli.jobsummary import summarize_job
from claimtrack.findings import Severity
from tests.cli.conftest import BAD_DATE, Ran, Run, lay
from tests.cli.findings import checked, checks, finding_of, report_of
from tests.hosts import seen, words_to_act_on

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrack.cli.checked import Checked

#: Twelve claims with two bad dates each.
TWICE = BAD_DATE.replace("said: 2024-13-45", "said: 2024-13-45\n        as_of: 2024-02-30")
MANY = {f"ferry/toll-{number:02}.yaml": TWICE for number in range(12)}


@pytest.fixture
def summary(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    lay(corpus, MANY)
    file = corpus.parent / "summary.md"
    file.write_text("before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(file))
    return file


def test_ten_are_annotated_and_the_rest_is_in_the_log_and_the_summary(
    ran: Run, summary: Path
) -> None:
    done = ran("check", "--select", "CTD101")
    lines = done.out.splitlines()
    annotated = [line for line in lines if line.startswith("::error ")]
    assert len(annotated) == MOST
    assert all(line.endswith(" (and 1 more of this rule in this file)") for line in annotated)
    assert len(lines) == 24
    text = summary.read_text(encoding="utf-8")
    assert text.startswith(
        "before\n\n### claimtrack\n\n10 findings beside their lines, the others here:\n\n"
        "<table>\n<tr><th></th><th>file</th><th>line</th><th>rule</th><th>fault</th></tr>\n"
        "<tr><td>error</td><td>claims/ferry/toll-00.yaml</td><td>14</td>"
        "<td>CTD101 invalid-date</td><td>"
    )
    assert text.count("\n<tr><td>error</td>") == 14


@pytest.mark.usefixtures("summary")
def test_other_forms_leave_the_summary_alone(ran: Run, summary: Path) -> None:
    ran("check", "-o", "concise", "-o", "github=log.txt")
    assert summary.read_text(encoding="utf-8") == "before\n"


def test_what_is_all_annotated_needs_no_summary(corpus: Path, ran: Run, summary: Path) -> None:
    for name in MANY:
        (corpus / name).unlink()
    lay(corpus, {"ferry/toll.yaml": BAD_DATE})
    ran("check", "--select", "CTD101")
    assert summary.read_text(encoding="utf-8") == "before\n"


def test_a_summary_that_cannot_be_written_is_told(
    ran: Run, summary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary.parent))
    done = ran("check", "--select", "CTD101")
    assert done.code == 1
    assert "claimtrack: the summary of the job cannot be written: Is a directory\n" in done.err


@pytest.mark.parametrize("before", [0, jobsummary.MOST - 1500, jobsummary.MOST - 100])
def test_a_summary_stays_within_what_github_takes(
    ran: Run, summary: Path, before: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary.write_bytes(b"x" * before)
    assert ran("check", "--select", "CTD101") != Ran(0, "", "")
    data = summary.read_bytes()
    assert len(data) <= jobsummary.MOST
    assert data.count(b"<table>") == data.count(b"</table>")
    rows = data.count(b"\n<tr><td>error</td>")
    left = re.search(rb"\n(\d+) findings? more in the log of the step\.\n$", data)
    assert rows + (int(left[1]) if left else 0) == (14 if before < jobsummary.MOST - 100 else 0)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY")
    assert ran("check").code == 1


def test_errors_come_first_and_one_of_a_code_and_file() -> None:
    found = [
        finding_of(f"{number:02}.yaml", severity=severity)
        for severity in reversed(Severity)
        for number in range(12)
    ]
    found += [finding_of("00.yaml", line=7), finding_of("zz.yaml", code="CTT101")]
    annotated, rest = sorted_out([checked(report_of(*found))])
    levels = Counter(one.finding.severity for one in annotated)
    assert levels == {Severity.ERROR: 10}
    assert annotated[0].more == 3
    assert len(annotated) + len(rest) == len(found)
    weights = [list(Severity).index(one.finding.severity) for one in rest]
    assert weights == sorted(weights)


@given(checks())
def test_whatever_the_texts_every_finding_is_told_once(made: tuple[Checked, ...]) -> None:
    annotated, rest = sorted_out(made)
    told = Counter(one.finding for one in (*annotated, *rest))
    assert told == Counter(one for item in made for one in item.report.findings)
    for severity in Severity:
        assert sum(one.finding.severity is severity for one in annotated) <= MOST
    for one in annotated:
        line = annotation(one).text
        assert re.match(r"::(error|warning|notice) file=[^,]+,line=\d+,", line)
        assert len(line.splitlines()) == 1


@given(made=checks())
def test_whatever_the_texts_the_summary_is_one_table_and_nobody_is_called(
    made: tuple[Checked, ...], tmp_path_factory: pytest.TempPathFactory
) -> None:
    _, rest = sorted_out(made)
    file = tmp_path_factory.mktemp("job") / "summary.md"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GITHUB_STEP_SUMMARY", str(file))
        summarize_job(made)
    assert file.exists() is bool(rest)
    if rest:
        found = seen(file.read_text(encoding="utf-8"))
        assert set(found.elements) <= {"h3", "p", "table", "tr", "th", "td", "code"}
        assert found.elements.count("tr") == len(rest) + 1
        assert found.open == []
        assert words_to_act_on(found) == []
