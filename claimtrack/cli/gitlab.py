"""Findings as a Code Quality report of GitLab, which shows them in a merge request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.cli.escaping import encodable
from claimtrack.cli.fingerprints import marked
from claimtrack.cli.jsontext import dumped
from claimtrack.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimtrack.cli.checked import Checked
    from claimtrack.cli.jsontext import Json

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def gitlab_text(checked: Sequence[Checked]) -> str:
    """Write what was found as GitLab reads it: a JSON array of issues."""
    return dumped(tuple(_issues(checked)))


def _issues(checked: Sequence[Checked]) -> Iterator[Json]:
    for one in marked(checked):
        if one.held is not None:
            continue
        finding, item = one.finding, one.item
        yield {
            "description": encodable(f"{finding.code} {finding.name}: {finding.message}"),
            "check_name": finding.code,
            "fingerprint": one.fingerprint,
            "severity": _SEVERITIES[finding.severity],
            "location": {
                "path": encodable(item.checkout.name(item.root / finding.filename)),
                "lines": {"begin": finding.line},
            },
        }
