"""A corpus that was checked, as the forms of a check are given it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from claimtrack.cli.checkouts import Checkout
from claimtrack.findings import Severity
from claimtrack.rules.mending import Mended
from claimtrack.rules.reports import Report

if TYPE_CHECKING:
    from claimtrack.findings import Finding


@frozen(kw_only=True)
class Checked:
    """A corpus that was checked."""

    root: Path
    report: Report
    #: The paths of the files that were asked about, relative to the root.
    files: tuple[str, ...]
    #: From where the paths of its files are counted in the forms that other programs read.
    checkout: Checkout
    #: Whether every finding fails the check.
    strict: bool
    #: What was mended, or would be, where that was asked for.
    mended: Mended | None = None

    def fails_by(self, finding: Finding) -> bool:
        """Tell whether a finding fails the check."""
        return finding.severity.reaches(Severity.NOTE if self.strict else self.report.fail_on)

    @property
    def fails(self) -> bool:
        """Whether the check failed; strictly also where a file or rule was passed over."""
        left_out = self.report.not_run or self.report.read.unread
        return not self.report.passed(strict=self.strict) or (self.strict and bool(left_out))
