"""An attribution is read in a paragraph that its source lists as passed over.

`passed_over` says which paragraphs were read and hold no claim, so that a reviewer need not read
them again. A paragraph that holds one after all does not belong there; or the attribution names
the wrong paragraph.

Bad:

    # sources/notice-board.yaml
    source: Notices of the harbour office
    passed_over:
      - at: paragraph 2
        reason: opening hours

    # attack/warning.yaml
    claim: Had the harbour office warned ships?
    versions:
      yes-it-had:
        statement: Yes, it had.
        attributions:
          - speaker: harbour-office
            stance: asserts
            source: notice-board
            at: paragraphs 2-3
            cue: ships were warned

Good:

    # sources/notice-board.yaml
    source: Notices of the harbour office
    passed_over:
      - at: paragraph 2
        reason: opening hours

    # attack/warning.yaml
    claim: Had the harbour office warned ships?
    versions:
      yes-it-had:
        statement: Yes, it had.
        attributions:
          - speaker: harbour-office
            stance: asserts
            source: notice-board
            at: paragraph 3
            cue: ships were warned
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.findings import Fault, Kind, Severity
from claimtrack.model.claims import Claim
from claimtrack.rules.base import Rule, attributions
from claimtrack.rules.namesakes import spoken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.attributions import Attribution
    from claimtrack.model.locators import Locator
    from claimtrack.model.records import Record
    from claimtrack.model.sources import PassedOver
    from claimtrack.rules.base import View

KIND = Kind("CTT111", "cites-passed-over", Severity.WARNING)


def check(record: Record, view: View) -> Iterator[Fault]:
    """Yield each attribution at a place that its source passes over."""
    if isinstance(record, Claim):
        for keys, attribution in attributions(record):
            for passed in _passed_over(attribution, view):
                message = (
                    f'"{attribution.source}" passes over {passed.at} ({spoken(passed.reason)}): '
                    "take it out of `passed_over` there, or mend `at`"
                )
                yield Fault(kind=KIND, message=message, keys=(*keys, "at"))


def _passed_over(attribution: Attribution, view: View) -> Iterator[PassedOver]:
    source = view.records.sources.get(attribution.source)
    for passed in source.passed_over if source else ():
        if attribution.at and _overlap(attribution.at, passed.at):
            yield passed


def _overlap(one: Locator, other: Locator) -> bool:
    return one.label == other.label and any(
        first <= until and start <= last
        for first, last in one.spans
        for start, until in other.spans
    )


RULE = Rule(kind=KIND, check=check, needs="corpus", explanation=__doc__ or "")
