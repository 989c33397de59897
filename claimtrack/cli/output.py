"""The forms in which the findings of a check are printed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

from claimtrack.cli.annotations import annotation
from claimtrack.cli.excerpts import excerpt, lines_of
from claimtrack.cli.jsontext import json_text
from claimtrack.cli.lines import Line
from claimtrack.cli.targets import shown
from claimtrack.cli.terminal import in_actions, on_terminal, width, workspace
from claimtrack.rules.reports import Report

if TYPE_CHECKING:
    from claimtrack.findings import Finding


@frozen(kw_only=True)
class Checked:
    """A corpus that was checked."""

    root: Path
    report: Report


Form: TypeAlias = Callable[[Sequence[Checked]], Iterator[Line]]

_STYLES = {"error": "bold red", "warning": "bold yellow", "note": "bold cyan"}


def full(checked: Sequence[Checked]) -> Iterator[Line]:
    """Show each finding with the line of the file that it is about."""
    for item in checked:
        for filename, findings in groupby(item.report.findings, lambda one: one.filename):
            lines = lines_of(item.root, filename)
            for finding in findings:
                yield _headline(item, finding)
                yield from excerpt(lines, finding.span, width=width())
                yield Line.of("")


def concise(checked: Sequence[Checked]) -> Iterator[Line]:
    """Tell each finding in one line, as compilers do."""
    for item in checked:
        for finding in item.report.findings:
            yield Line.of(f"{_place(item, finding)}: {finding.code} {finding.message}")


def json(checked: Sequence[Checked]) -> Iterator[Line]:
    """Give the findings and the summary as JSON."""
    for text in json_text(checked).split("\n"):
        yield Line.of(text)


def github(checked: Sequence[Checked]) -> Iterator[Line]:
    """Annotate the lines of a pull request in GitHub Actions."""
    for item in checked:
        for finding in item.report.findings:
            filename = shown(item.root / finding.filename, base=workspace())
            yield annotation(finding, filename)


#: Every form, by the name that `--format` takes.
FORMATS: dict[str, Form] = {"full": full, "concise": concise, "json": json, "github": github}


def usual_format() -> str:
    """Return the form to print in where the user names none."""
    if in_actions():
        return "github"
    return "full" if on_terminal() else "concise"


def _headline(item: Checked, finding: Finding) -> Line:
    severity = finding.severity.value
    return Line.of(
        (_place(item, finding), "bold"),
        ": ",
        (severity, _STYLES[severity]),
        f" {finding.code} {finding.name}: {finding.message}",
    )


def _place(item: Checked, finding: Finding) -> str:
    filename = shown(item.root / finding.filename)
    return f"{filename}:{finding.line}:{finding.column}"
