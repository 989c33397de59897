"""JUnit XML, held to the schema that Jenkins reads by (data/junit-10.xsd)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import attrs
import xmlschema
from hypothesis import given

from claimtrack.cli.escaping import visible
from claimtrack.cli.junit import junit_text
from claimtrack.findings import Severity
from tests.cli.conftest import BAD_DATE, Run, lay
from tests.cli.findings import checked, checks, finding_of, report_of

if TYPE_CHECKING:
    from claimtrack.cli.checked import Checked

SCHEMA = xmlschema.XMLSchema(str(Path(__file__).parent / "data/junit-10.xsd"))
UNREAD = "1 file could not be read whole: mend what is told of it"
WHAT = (
    '"2024-13-45" is no date: there is no month 13: months run from 01 to 12, seasons from 21 to 41'
)
WHOLE = f"""\
<?xml version='1.0' encoding='us-ascii'?>
<testsuites name="claimtrack" tests="7" failures="1" errors="0">
  <testsuite name="claims" tests="7" failures="1" errors="0" skipped="3">
    <testcase name="claimtrack.yaml" classname="claims" />
    <testcase name="ferry/toll.yaml" classname="claims">
      <failure type="invalid-date" message="CTD101: {WHAT.replace('"', "&quot;")}">ferry/toll.yaml:13:15: CTD101 {WHAT}</failure>
    </testcase>
    <testcase name="sources/ferry-report.yaml" classname="claims" />
    <testcase name="speakers/harbour-office.yaml" classname="claims" />
    <testcase name="what is read in ferry-report" classname="claims">
      <skipped message="the source names no text: give `text` its `file` and `sha256`" />
    </testcase>
    <testcase name="CTI113 unused-record" classname="claims">
      <skipped message="{UNREAD}" />
    </testcase>
    <testcase name="CTT112 unread-paragraph" classname="claims">
      <skipped message="{UNREAD}" />
    </testcase>
  </testsuite>
</testsuites>
"""


def parsed(text: str) -> ET.Element:
    SCHEMA.validate(text)
    return ET.fromstring(text)  # noqa: S314 - our own


def test_a_check_is_told_whole(corpus: Path, ran: Run) -> None:
    lay(corpus, {"ferry/toll.yaml": BAD_DATE})
    done = ran("check", "--format", "junit")
    assert done.out == WHOLE
    parsed(done.out)


def test_only_the_files_that_were_asked_about_are_cases(ran: Run) -> None:
    root = parsed(ran("check", "claims/speakers", "--format", "junit").out)
    names = [case.get("name") for case in root.iter("testcase")]
    assert names == ["speakers/harbour-office.yaml"]


def test_what_does_not_fail_the_check_fails_no_case_unless_strictly() -> None:
    warned = report_of(finding_of(severity=Severity.WARNING), finding_of(line=4))
    (case,) = parsed(junit_text([checked(warned)])).iter("testcase")
    assert [part.tag for part in case] == ["failure", "system-out"]
    (case,) = parsed(junit_text([checked(warned, strict=True)])).iter("testcase")
    (failure,) = case
    assert failure.get("message") == "CTD101: wrong (and 1 more fault)"
    assert failure.text == "toll.yaml:1:3: CTD101 wrong\ntoll.yaml:4:3: CTD101 wrong"


def test_a_fault_of_reading_that_is_ignored_still_fails() -> None:
    report = attrs.evolve(report_of(), hidden=(finding_of(),))
    root = parsed(junit_text([checked(report)]))
    assert root.get("failures") == "1"


@given(checks())
def test_whatever_the_texts_it_is_valid_and_nothing_is_lost(made: tuple[Checked, ...]) -> None:
    text = junit_text(made)
    assert text.isascii()
    assert "##[" not in text
    root = parsed(text)
    told = "".join(part.text or "" for part in root.iter() if part.tag != "testcase")
    for item in made:
        for finding in item.report.findings + item.report.hidden:
            assert visible(str(finding)) in told
        for finding in item.report.baselined:
            assert f"{visible(str(finding))} (in the baseline)" in told
        for one in item.report.suppressed:
            assert f"{visible(str(one.finding))} (suppressed: {visible(one.reason)})" in told
