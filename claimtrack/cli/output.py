"""The forms in which the findings of a check are printed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

from claimtrack.cli.annotations import annotation, sorted_out
from claimtrack.cli.checked import Checked
from claimtrack.cli.excerpts import excerpt, lines_of
from claimtrack.cli.gitlab import gitlab_text
from claimtrack.cli.jsontext import json_text
from claimtrack.cli.junit import junit_text
from claimtrack.cli.lines import Line
from claimtrack.cli.sarif import sarif_text
from claimtrack.cli.targets import shown
from claimtrack.cli.terminal import in_actions, on_terminal, width

if TYPE_CHECKING:
    from claimtrack.findings import Finding


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
            yield _in_one_line(shown(item.root / finding.filename), finding)


def github(checked: Sequence[Checked]) -> Iterator[Line]:
    """Annotate the lines of a pull request in GitHub Actions, and tell the rest as `concise`."""
    annotated, rest = sorted_out(checked)
    yield from map(annotation, annotated)
    for one in rest:
        yield _in_one_line(one.filename, one.finding)


def _document(write: Callable[[Sequence[Checked]], str]) -> Form:
    """Return the form of a document that other programs read."""

    def form(checked: Sequence[Checked]) -> Iterator[Line]:
        return map(Line.of, write(checked).split("\n"))

    return form


#: Every form, by the name that `--format` takes.
FORMATS: dict[str, Form] = {
    "full": full,
    "concise": concise,
    "json": _document(json_text),
    "github": github,
    "gitlab": _document(gitlab_text),
    "sarif": _document(sarif_text),
    "junit": _document(junit_text),
}


def usual_format() -> str:
    """Return the form to print in where the user names none."""
    if in_actions():
        return "github"
    return "full" if on_terminal() else "concise"


def _in_one_line(filename: str, finding: Finding) -> Line:
    place = f"{filename}:{finding.line}:{finding.column}"
    return Line.of(f"{place}: {finding.code} {finding.message}")


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
