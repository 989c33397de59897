"""A check as JSON, in a form that only grows while its `schema_version` stays."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TypeAlias

from claimtrack.cli.escaping import encodable
from claimtrack.cli.summary import files, found
from claimtrack.cli.targets import shown
from claimtrack.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimtrack.cli.checked import Checked
    from claimtrack.findings import Finding
    from claimtrack.rules.baselines import Entry
    from claimtrack.rules.reports import NotRun, Unverified
    from claimtrack.rules.suppressing import Suppressed

#: Changes when a key is renamed or removed, or changes its meaning.
SCHEMA_VERSION = 1

Json: TypeAlias = "str | int | Mapping[str, Json] | Sequence[Json] | None"


def json_text(checked: Sequence[Checked]) -> str:
    """Write what was checked as JSON, in ASCII, so that any stream and any reader takes it."""
    document: Json = {
        "schema_version": SCHEMA_VERSION,
        "summary": _summary(checked),
        "findings": [_finding(item, one) for item in checked for one in item.report.findings],
        "suppressed": [
            *(_suppressed(item, one) for item in checked for one in item.report.suppressed),
            *(_baselined(item, one) for item in checked for one in item.report.baselined),
        ],
        "stale": [_stale(item, one) for item in checked for one in item.report.stale],
    }
    return dumped(document)


def dumped(document: Json) -> str:
    """Write a document as JSON, in ASCII, on several lines."""
    # GitHub Actions takes `##[` for a command; within a JSON string the escape means the same.
    return json.dumps(document, indent=2).replace("##[", r"\u0023#[")


def _summary(checked: Sequence[Checked]) -> Json:
    read = [item.report.read for item in checked]
    changed = [item.report.changed for item in checked if item.report.changed is not None]
    elsewhere = sum(item.report.changed_elsewhere for item in checked)
    return {
        "files": files(checked),
        "unread": sum(tally.unread for tally in read),
        "claims": sum(tally.claims for tally in read),
        "sources": sum(tally.sources for tally in read),
        "speakers": sum(tally.speakers for tally in read),
        "events": sum(tally.events for tally in read),
        "errors": found(checked, Severity.ERROR),
        "warnings": found(checked, Severity.WARNING),
        "notes": found(checked, Severity.NOTE),
        "ignored": sum(len(item.report.hidden) for item in checked),
        "suppressed": sum(len(item.report.suppressed) for item in checked),
        "baselined": sum(len(item.report.baselined) for item in checked),
        "stale": sum(one.count for item in checked for one in item.report.stale),
        "passed_over": sum(len(item.report.passed_over) for item in checked),
        "unasked": sorted({code for item in checked for code in item.report.unasked}),
        "unverified": [_unverified(i, one) for i in checked for one in i.report.unverified],
        "not_run": [_not_run(item, one) for item in checked for one in item.report.not_run],
        **({"changed": sum(changed), "changed_elsewhere": elsewhere} if changed else {}),
    }


def _unverified(item: Checked, one: Unverified) -> Json:
    return {
        "corpus": encodable(shown(item.root)),
        "source": one.source,
        "attributions": one.attributions,
        "quotes": one.quotes,
        "cues": one.cues,
        "places": one.places,
        "why": encodable(one.why),
    }


def _not_run(item: Checked, one: NotRun) -> Json:
    return {
        "corpus": encodable(shown(item.root)),
        "code": one.kind.code,
        "name": one.kind.name,
        "why": one.why,
    }


def _suppressed(item: Checked, one: Suppressed) -> Json:
    return {**_finding(item, one.finding), "by": "comment", "reason": encodable(one.reason)}


def _baselined(item: Checked, one: Finding) -> Json:
    return {**_finding(item, one), "by": "baseline"}


def _stale(item: Checked, one: Entry) -> Json:
    return {
        "corpus": encodable(shown(item.root)),
        "record": encodable(one.record),
        "at": encodable(one.at),
        "code": encodable(one.code),
        "count": one.count,
    }


def _finding(item: Checked, one: Finding) -> dict[str, Json]:
    return {
        "code": one.code,
        "name": one.name,
        "severity": one.severity.value,
        "message": encodable(one.message),
        "filename": encodable(shown(item.root / one.filename)),
        "location": {"row": one.span.line, "column": one.span.column},
        "end_location": {"row": one.span.end_line, "column": one.span.end_column},
        "id": encodable(one.id),
        "pointer": encodable(one.pointer),
        "address": encodable(one.address),
        "fix": one.fix,
    }
