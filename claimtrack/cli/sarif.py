"""A check as SARIF 2.1.0, the form that code hosts and editors read.

Paths count from the root of the repository, columns count code points, ends are exclusive.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack import __version__
from claimtrack.cli.escaping import encodable
from claimtrack.cli.fingerprints import marked
from claimtrack.cli.jsontext import dumped
from claimtrack.cli.sarifrules import Descriptors, level, message
from claimtrack.cli.summary import count

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from claimtrack.cli.checked import Checked
    from claimtrack.cli.checkouts import Checkout
    from claimtrack.cli.fingerprints import Marked
    from claimtrack.cli.jsontext import Json
    from claimtrack.findings import Finding, Span
    from claimtrack.rules.baselines import Entry
    from claimtrack.rules.reports import NotRun, Unverified

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
#: The name under which paths are relative.
_BASE = "SRCROOT"


def sarif_text(checked: Sequence[Checked]) -> str:
    """Write what was found as SARIF, with what was not asked and not verified as notifications."""
    rules = Descriptors()
    run: Json = {
        "results": tuple(_results(checked, rules)),
        "invocations": [
            {
                "executionSuccessful": True,
                "toolExecutionNotifications": tuple(_notifications(checked, rules)),
            }
        ],
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_BASE: {"description": message("the root of the repository")}},
        "tool": {"driver": {"name": "claimtrack", "version": __version__, "rules": rules.every}},
    }
    return dumped({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _results(checked: Sequence[Checked], rules: Descriptors) -> Iterator[Json]:
    for one in marked(checked):
        path = one.item.root / one.finding.filename
        yield {
            **_result(one.finding, rules),
            "locations": [_location(one.item.checkout, path, one.finding.span)],
            "partialFingerprints": {"claimtrack/v1": one.fingerprint},
            "suppressions": _suppressions(one),
        }


def _suppressions(one: Marked) -> Json:
    if one.held is None:
        return []
    kind = {"comment": "inSource", "baseline": "external"}[one.held.by]
    return [{"kind": kind, "justification": encodable(one.held.reason)}]


def _result(finding: Finding, rules: Descriptors) -> dict[str, Json]:
    return {
        "ruleId": finding.code,
        "ruleIndex": rules.index(finding.code),
        "level": level(finding.severity),
        "message": message(finding.message),
        "properties": {"id": encodable(finding.id), "pointer": encodable(finding.pointer)},
    }


def _location(checkout: Checkout, path: Path, span: Span) -> Json:
    artifact = {"uri": checkout.uri(path)}
    if checkout.holds(path):
        artifact["uriBaseId"] = _BASE
    return {"physicalLocation": {"artifactLocation": artifact, "region": _region(span)}}


def _region(span: Span) -> Json:
    """Return a region; a finding without a place of its own is of the first line."""
    if (span.line, span.column) == (span.end_line, span.end_column):
        return {"startLine": span.line}
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _notifications(checked: Sequence[Checked], rules: Descriptors) -> Iterator[Json]:
    for item in checked:
        yield from (_of_rule(one, rules) for one in item.report.not_run)
        yield from (_ignored(one, rules) for one in item.report.hidden)
        yield from map(_of_source, item.report.unverified)
        yield from map(_gone, item.report.stale)


def _of_rule(one: NotRun, rules: Descriptors) -> Json:
    return {
        "level": "warning",
        "message": message(f"{one.kind.name} was not asked: {one.why}"),
        "associatedRule": rules.reference(one.kind.code),
    }


def _ignored(one: Finding, rules: Descriptors) -> Json:
    return {
        "level": "warning",
        "message": message(f"ignored, so that the file is not read whole: {one}"),
        "associatedRule": rules.reference(one.code),
    }


def _of_source(one: Unverified) -> Json:
    counts = ((one.quotes, "quote"), (one.cues, "cue"), (one.places, "place"))
    held = ", ".join(count(number, what) for number, what in counts if number)
    return {
        "level": "note",
        "message": message(f'not verified in source "{one.source}": {held}; {one.why}'),
    }


def _gone(one: Entry) -> Json:
    where = f"{one.code} in {one.record}{one.at}"
    return {
        "level": "note",
        "message": message(f"{count(one.count, 'finding')} of the baseline gone: {where}"),
    }
