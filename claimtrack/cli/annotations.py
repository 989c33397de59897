"""Findings as workflow commands of GitHub Actions, which shows them beside their lines.

The escaping is that of the runner: `%`, CR and LF in a message, and in a property also `:` and `,`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.cli.escaping import visible
from claimtrack.cli.lines import Line
from claimtrack.findings import Severity

if TYPE_CHECKING:
    from claimtrack.findings import Finding, Span

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def annotation(finding: Finding, filename: str) -> Line:
    """Return the workflow command that annotates a finding's lines."""
    properties = {
        "file": filename,
        "line": str(finding.line),
        "col": str(finding.column),
        "endLine": str(_last_line(finding.span)),
        "title": f"{finding.code} {finding.name}",
    }
    told = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    text = f"::{_COMMANDS[finding.severity]} {told}::{_data(finding.message)}"
    return Line(pieces=((text, ""),), command=True)


def _last_line(span: Span) -> int:
    """Return the last line that a span has a part of; its end is exclusive."""
    return max(span.line, span.end_line - (span.end_column == 1))


def _data(text: str) -> str:
    return visible(text, keep="\r\n").replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
