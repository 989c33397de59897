"""Findings as workflow commands of GitHub Actions, which shows them beside their lines.

The escaping is that of the runner: `%`, CR and LF in a message, and in a property also `:` and `,`.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import attrs
from attrs import frozen

from claimtrack.cli.escaping import visible
from claimtrack.cli.lines import Line
from claimtrack.findings import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimtrack.cli.checked import Checked
    from claimtrack.findings import Span

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_WEIGHTS = {severity: weight for weight, severity in enumerate(Severity)}
#: How many annotations of each severity GitHub shows of a step.
MOST = 10


@frozen(kw_only=True)
class Annotation:
    """A finding to show beside its lines, or to tell elsewhere."""

    finding: Finding
    #: The path of its file, counted from the root of the repository.
    filename: str
    #: How many more of its code there are in its file.
    more: int = 0


def sorted_out(checked: Sequence[Checked]) -> tuple[Sequence[Annotation], Sequence[Annotation]]:
    """Part the findings into those that GitHub shows beside their lines, and the rest.

    Beside its line stands the first of its code in its file, errors first, and of each severity no
    more than GitHub shows.
    """
    every = sorted(_located(checked), key=lambda one: _WEIGHTS[one.finding.severity])
    of_code = Counter((one.filename, one.finding.code) for one in every)
    room = dict.fromkeys(Severity, MOST)
    annotated: list[Annotation] = []
    rest: list[Annotation] = []
    for one in every:
        more = of_code.pop((one.filename, one.finding.code), 0) - 1
        if more >= 0 and room[one.finding.severity]:
            room[one.finding.severity] -= 1
            annotated.append(attrs.evolve(one, more=more))
        else:
            rest.append(one)
    return annotated, rest


def _located(checked: Sequence[Checked]) -> Iterator[Annotation]:
    for item in checked:
        for finding in item.report.findings:
            filename = item.checkout.name(item.root / finding.filename)
            yield Annotation(finding=finding, filename=filename)


def annotation(one: Annotation) -> Line:
    """Return the workflow command that annotates a finding's lines."""
    finding = one.finding
    properties = {
        "file": one.filename,
        "line": str(finding.line),
        "col": str(finding.column),
        "endLine": str(_last_line(finding.span)),
        "title": f"{finding.code} {finding.name}",
    }
    told = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    more = f" (and {one.more:,} more of this rule in this file)" if one.more else ""
    text = f"::{_COMMANDS[finding.severity]} {told}::{_data(finding.message + more)}"
    return Line(pieces=((text, ""),), command=True)


def _last_line(span: Span) -> int:
    """Return the last line that a span has a part of; its end is exclusive."""
    return max(span.line, span.end_line - (span.end_column == 1))


def _data(text: str) -> str:
    return visible(text, keep="\r\n").replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
