"""SARIF 2.1.0, held to the schema of the standard.

data/sarif-2.1.0.json comes with Sarif.Multitool 5.7.0, the validator of the SARIF SDK (MIT).
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

import attrs
import jsonschema
import pytest
from hypothesis import given

import claimtrack
from claimtrack.cli.checkouts import Checkout
from claimtrack.cli.fingerprints import marked
from claimtrack.cli.sarif import sarif_text
from claimtrack.findings import Severity
from claimtrack.rules.registry import RULES
from claimtrack.rules.suppressing import Suppressed
from tests.cli.conftest import BAD_DATE, Run, lay
from tests.cli.findings import checked, checks, finding_of, report_of

if TYPE_CHECKING:
    from claimtrack.cli.checked import Checked
    from claimtrack.rules.base import Rule

SCHEMA = json.loads((Path(__file__).parent / "data/sarif-2.1.0.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.validators.validator_for(SCHEMA)(SCHEMA)
WHAT = (
    '"2024-13-45" is no date: there is no month 13: months run from 01 to 12, seasons from 21 to 41'
)
UNUSED = "# claimtrack: ignore[CTI113] not cited yet\nspeaker: Harbour Pilot\nkind: person\n"
UNASKED = "unread-paragraph was not asked: 1 file could not be read whole: mend what is told of it"


def run_of(text: str) -> dict[str, object]:
    document = json.loads(text)
    VALIDATOR.validate(document)
    (run,) = document["runs"]
    assert isinstance(run, dict)
    return run


def results(*given: Checked) -> list[dict[str, object]]:
    found = run_of(sarif_text(given))["results"]
    assert isinstance(found, list)
    return found


def test_a_check_is_told_whole(corpus: Path, ran: Run) -> None:
    lay(corpus, {"ferry/toll.yaml": BAD_DATE})
    run = run_of(ran("check", "--format", "sarif").out)
    (result,) = json.loads(json.dumps(run["results"]))
    assert len(result["partialFingerprints"].pop("claimtrack/v1")) == 64
    assert result == {
        "suppressions": [],
        "ruleId": "CTD101",
        "ruleIndex": 0,
        "level": "error",
        "message": {"text": WHAT},
        "properties": {"id": "ferry/toll", "pointer": "/versions/seven/attributions/0/said"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {
                        "uri": "claims/ferry/toll.yaml",
                        "uriBaseId": "SRCROOT",
                    },
                    "region": {"startLine": 13, "startColumn": 15, "endLine": 13, "endColumn": 25},
                }
            }
        ],
        "partialFingerprints": {},
    }
    assert run["columnKind"] == "unicodeCodePoints"
    driver = json.loads(json.dumps(run["tool"]))["driver"]
    assert driver["version"] == claimtrack.__version__
    assert [rule["id"] for rule in driver["rules"]] == ["CTD101", "CTI113", "CTT112"]
    (invocation,) = json.loads(json.dumps(run["invocations"]))
    assert invocation["executionSuccessful"] is True
    told = invocation["toolExecutionNotifications"]
    assert [one["level"] for one in told] == ["warning", "warning", "note"]
    assert told[1]["message"]["text"] == UNASKED
    assert told[1]["associatedRule"] == {"id": "CTT112", "index": 2}
    assert told[2]["message"]["text"].startswith('not verified in source "ferry-report": 1 cue; ')


def test_what_is_ignored_and_was_not_read_is_notified(corpus: Path, ran: Run) -> None:
    lay(corpus, {"ferry/toll.yaml": BAD_DATE})
    run = run_of(ran("check", "--format", "sarif", "--ignore", "CTD").out)
    assert run["results"] == []
    assert "ignored, so that the file is not read whole: ferry/toll.yaml:13:15: CTD101" in str(
        run["invocations"]
    )


def test_a_clean_check_is_a_run_without_results() -> None:
    assert results(checked(report_of())) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.kind.code)
def test_every_rule_has_a_descriptor_with_its_help(rule: Rule) -> None:
    run = json.loads(sarif_text([checked(report_of(finding_of(code=rule.kind.code)))]))["runs"][0]
    (told,) = run["tool"]["driver"]["rules"]
    assert told["id"] == rule.kind.code
    assert told["fullDescription"]["text"].startswith(told["shortDescription"]["text"][:20])
    assert "\n    " not in told["fullDescription"]["text"]
    assert "Good:\n\n    " in told["help"]["markdown"]
    assert told["defaultConfiguration"]["level"] == rule.kind.severity.value


@pytest.mark.parametrize(
    ("message", "text"),
    [
        pytest.param("put {date, reason}", "put {{date, reason}}", id="placeholders"),
        pytest.param("see [here](1) and [x]", r"see \[here](1) and [x]", id="links"),
        pytest.param("\udcff##[error]", "\\udcff##[error]", id="half-a-pair"),
    ],
)
def test_nothing_in_a_message_means_more_than_its_text(message: str, text: str) -> None:
    (result,) = results(checked(report_of(finding_of(message=message))))
    assert result["message"] == {"text": text}


def test_fingerprints_do_not_rest_on_lines_and_are_unlike() -> None:
    first = report_of(finding_of(line=3), finding_of(line=6), finding_of(line=9, message="other"))
    second = report_of(
        finding_of(line=30), finding_of(line=60), finding_of(line=90, message="other")
    )
    before = [one["partialFingerprints"] for one in results(checked(first))]
    assert before == [one["partialFingerprints"] for one in results(checked(second))]
    assert len({str(one) for one in before}) == 3


def test_what_a_comment_suppresses_is_told_with_its_reason(corpus: Path, ran: Run) -> None:
    lay(corpus, {"speakers/harbour-pilot.yaml": UNUSED})
    run = run_of(ran("check", "--select", "CTI", "--format", "sarif").out)
    (result,) = json.loads(json.dumps(run["results"]))
    assert result["ruleId"] == "CTI113"
    assert result["suppressions"] == [{"kind": "inSource", "justification": "not cited yet"}]


def test_what_the_baseline_holds_is_told_as_such(corpus: Path, ran: Run) -> None:
    lay(corpus, {"speakers/harbour-pilot.yaml": UNUSED.partition("\n")[2]})
    assert ran("check", "--write-baseline", "--baseline", "before.json").code == 0
    run = run_of(ran("check", "--baseline", "before.json", "--format", "sarif").out)
    (result,) = json.loads(json.dumps(run["results"]))
    assert result["suppressions"] == [{"kind": "external", "justification": "it was there before"}]
    (corpus / "speakers/harbour-pilot.yaml").unlink()
    run = run_of(ran("check", "--baseline", "before.json", "--format", "sarif").out)
    assert run["results"] == []
    gone = "1 finding of the baseline gone: CTI113 in speaker:harbour-pilot"
    assert gone in str(run["invocations"])


def test_suppressing_one_finding_leaves_the_fingerprints_of_its_fellows() -> None:
    twins = [finding_of(line=3), finding_of(line=6)]
    both = [one.fingerprint for one in marked([checked(report_of(*twins))])]
    report = attrs.evolve(
        report_of(twins[1]), suppressed=(Suppressed(finding=twins[0], reason="so"),)
    )
    assert [one.fingerprint for one in marked([checked(report)])] == both


def test_a_file_outside_the_checkout_is_named_whole() -> None:
    item = attrs.evolve(checked(report_of(finding_of())), checkout=Checkout(Path("/elsewhere")))
    (result,) = json.loads(json.dumps(results(item)))
    location = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location == {"uri": "file:///somewhere/claims/toll.yaml"}


def test_severities_have_their_levels() -> None:
    found = [finding_of(line=n + 1, severity=one) for n, one in enumerate(Severity)]
    told = results(checked(report_of(*found)))
    assert [one["level"] for one in told] == ["error", "warning", "note"]


@given(checks())
def test_whatever_the_texts_it_is_valid_and_nothing_is_lost(made: tuple[Checked, ...]) -> None:
    text = sarif_text(made)
    assert text.isascii()
    assert "##[" not in text
    told = json.loads(json.dumps(run_of(text)["results"]))
    every = [
        (item, one, why)
        for item in made
        for one, why in sorted(
            [(one, ()) for one in item.report.findings]
            + [(one.finding, ("inSource",)) for one in item.report.suppressed]
            + [(one, ("external",)) for one in item.report.baselined],
            key=lambda pair: pair[0],
        )
    ]
    assert len(told) == len(every)
    assert len({one["partialFingerprints"]["claimtrack/v1"] for one in told}) == len(every)
    for one, (item, finding, why) in zip(told, every, strict=True):
        assert [reason["kind"] for reason in one["suppressions"]] == list(why)
        uri = one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert re.fullmatch(r"[A-Za-z0-9_.~/%-]+", uri)
        named = item.checkout.name(item.root / finding.filename)
        assert unquote(uri, errors="surrogateescape") == named or "\\" in ascii(named)
        plain = one["message"]["text"].replace("{{", "{").replace("}}", "}").replace(r"\[", "[")
        assert (
            plain
            == finding.message.replace(r"\[", "[").encode("utf-8", "backslashreplace").decode()
        )
