"""What a check found, taken into a baseline."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import attrs

from claimtrack.rules.baselines import Baseline, key_of
from claimtrack.rules.settings import OF_READING, OF_SUPPRESSIONS

if TYPE_CHECKING:
    from claimtrack.rules.reports import Report

#: What no baseline holds: what could not be read has not passed, and a comment is easily mended.
NEVER_HELD = OF_READING | OF_SUPPRESSIONS


def accept(report: Report, baseline: Baseline | None = None) -> tuple[Report, Baseline]:
    """Return the report with its findings in the baseline that it was made with, and that one.

    What is found no longer leaves the baseline; what was not asked about stays in it.
    """
    new = [finding for finding in report.findings if finding.code not in NEVER_HELD]
    counts = (baseline or Baseline()).counts
    counts.subtract(Counter({entry.key: entry.count for entry in report.stale}))
    counts.update(map(key_of, new))
    left = tuple(finding for finding in report.findings if finding.code in NEVER_HELD)
    held = tuple(sorted([*report.baselined, *new]))
    return attrs.evolve(report, findings=left, baselined=held, stale=()), Baseline.of(counts)
