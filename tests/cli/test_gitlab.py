"""The Code Quality report: what GitLab asks of it (https://docs.gitlab.com/ci/testing/code_quality/)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import jsonschema
from hypothesis import given

from claimtrack.cli.gitlab import gitlab_text
from tests.cli.conftest import BAD_DATE, Run, lay
from tests.cli.findings import checks

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrack.cli.checked import Checked

TEXT = {"type": "string", "minLength": 1}
#: The keys of an issue that GitLab reads, all of which it requires.
SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "additionalProperties": False,
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": TEXT,
            "check_name": TEXT,
            "fingerprint": TEXT,
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!\./|/)"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}


def test_a_check_is_told_whole(corpus: Path, ran: Run) -> None:
    lay(corpus, {"ferry/toll.yaml": BAD_DATE})
    lay(corpus, {"speakers/harbour-pilot.yaml": "speaker: Harbour Pilot\nkind: person\n"})
    told = json.loads(ran("check", "--format", "gitlab", "--select", "CTD").out)
    assert [one.pop("fingerprint").isalnum() for one in told] == [True]
    assert told == [
        {
            "description": 'CTD101 invalid-date: "2024-13-45" is no date: there is no month 13: '
            "months run from 01 to 12, seasons from 21 to 41",
            "check_name": "CTD101",
            "severity": "major",
            "location": {"path": "claims/ferry/toll.yaml", "lines": {"begin": 13}},
        }
    ]


def test_a_clean_check_is_an_empty_array(ran: Run) -> None:
    assert ran("check", "--format", "gitlab").out == "[]\n"


@given(checks())
def test_whatever_the_texts_it_is_valid_with_unlike_fingerprints(made: tuple[Checked, ...]) -> None:
    text = gitlab_text(made)
    told = json.loads(text)
    jsonschema.validate(told, SCHEMA)
    assert text.isascii()
    assert len(told) == sum(len(item.report.findings) for item in made)
    assert len({one["fingerprint"] for one in told}) == len(told)
