"""A check as a JUnit report: one test case for each file and for each thing not verified."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from claimtrack.cli.escaping import visible
from claimtrack.cli.summary import count
from claimtrack.cli.targets import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from claimtrack.cli.checked import Checked
    from claimtrack.findings import Finding


def junit_text(checked: Sequence[Checked]) -> str:
    """Write what was checked as JUnit XML, in ASCII.

    A file fails by what fails the check; what else is found in it, and what a comment or the
    baseline keeps from counting, stand in its `system-out`.
    Sources of which the text was not at hand, and rules that could not be asked, are skipped.
    """
    suites = [_suite(item) for item in checked]
    root = ET.Element("testsuites", {"name": "claimtrack", **_counts(suites)})
    root.extend(suites)
    ET.indent(root)
    data: bytes = ET.tostring(root, encoding="us-ascii", xml_declaration=True)
    # GitHub Actions takes `##[` for a command; in XML the reference means the same.
    return data.decode().replace("##[", "&#35;#[")


def _suite(item: Checked) -> ET.Element:
    corpus = visible(shown(item.root))
    cases = [*_files(item, corpus), *_skipped(item, corpus)]
    attributes = {
        "name": corpus,
        "tests": str(len(cases)),
        "failures": str(sum(case.find("failure") is not None for case in cases)),
        "errors": "0",
        "skipped": str(sum(case.find("skipped") is not None for case in cases)),
    }
    suite = ET.Element("testsuite", attributes)
    suite.extend(cases)
    return suite


def _counts(suites: Sequence[ET.Element]) -> dict[str, str]:
    names = ("tests", "failures", "errors")
    return {name: str(sum(int(suite.get(name, "0")) for suite in suites)) for name in names}


def _files(item: Checked, corpus: str) -> Iterator[ET.Element]:
    by_file, held = _by_file(item), _held(item)
    for filename in sorted({*item.files, *by_file, *held}):
        case = _case(filename, corpus)
        findings = by_file.get(filename, ())
        failing = [one for one in findings if item.fails_by(one)]
        if failing:
            what = f"{failing[0].code}: {failing[0].message}"
            more = f" (and {count(len(failing) - 1, 'more fault')})" if failing[1:] else ""
            attributes = {"type": failing[0].name, "message": visible(what) + more}
            ET.SubElement(case, "failure", attributes).text = _lines(map(str, failing))
        rest = [str(one) for one in findings if not item.fails_by(one)]
        rest += held.get(filename, ())
        if rest:
            ET.SubElement(case, "system-out").text = _lines(rest)
        yield case


def _by_file(item: Checked) -> Mapping[str, tuple[Finding, ...]]:
    found = sorted(item.report.findings + item.report.hidden)
    return {name: tuple(told) for name, told in groupby(found, lambda one: one.filename)}


def _held(item: Checked) -> Mapping[str, list[str]]:
    told: dict[str, list[str]] = {}
    for one in item.report.suppressed:
        line = f"{one.finding} (suppressed: {one.reason})"
        told.setdefault(one.finding.filename, []).append(line)
    for finding in item.report.baselined:
        told.setdefault(finding.filename, []).append(f"{finding} (in the baseline)")
    return told


def _skipped(item: Checked, corpus: str) -> Iterator[ET.Element]:
    for unverified in item.report.unverified:
        case = _case(f"what is read in {unverified.source}", corpus)
        ET.SubElement(case, "skipped", {"message": visible(unverified.why)})
        yield case
    for rule in item.report.not_run:
        case = _case(f"{rule.kind.code} {rule.kind.name}", corpus)
        ET.SubElement(case, "skipped", {"message": visible(rule.why)})
        yield case


def _case(name: str, corpus: str) -> ET.Element:
    return ET.Element("testcase", {"name": visible(name), "classname": corpus})


def _lines(told: Iterable[str]) -> str:
    return "\n".join(map(visible, told))
