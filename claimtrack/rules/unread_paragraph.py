"""A paragraph of a source holds no attribution and is not passed over either.

Nobody can tell whether such a paragraph was read and holds no claim, or was never read. Record
what it claims, or list it under the source's `passed_over` with the reason. Sources that nothing
was read in yet are left alone, and so are those of which something is placed by page, line or time
or not at all, for it may stand in any paragraph; `claimtrack coverage` shows every paragraph.

Bad:

    # sources/radio-log.yaml
    source: Log of the harbour radio
    text:
      file: radio-log.txt
      sha256: 1f4151fd268aa585d24dc0e53ae452e45228b7ee37a60a65cb6b2c055343f40b
    passed_over:
      - at: paragraph 1
        reason: the head of the form

    # texts/radio-log.txt
    Log of the harbour radio, page 3

    The Aurelia asks for a pilot.

    The Aurelia does not answer.

    # attack/call.yaml
    claim: Did the ferry ask for a pilot?
    versions:
      yes-it-did:
        statement: Yes, it did.
        attributions:
          - speaker: author
            stance: asserts
            source: radio-log
            at: paragraph 2
            cue: asks for a pilot

Good:

    # sources/radio-log.yaml
    source: Log of the harbour radio
    text:
      file: radio-log.txt
      sha256: 1f4151fd268aa585d24dc0e53ae452e45228b7ee37a60a65cb6b2c055343f40b
    passed_over:
      - at: paragraph 1
        reason: the head of the form

    # texts/radio-log.txt
    Log of the harbour radio, page 3

    The Aurelia asks for a pilot.

    The Aurelia does not answer.

    # attack/call.yaml
    claim: Did the ferry ask for a pilot?
    versions:
      yes-it-did:
        statement: Yes, it did.
        attributions:
          - speaker: author
            stance: asserts
            source: radio-log
            at: paragraphs 2-3
            cue: asks for a pilot
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.analysis.coverage import coverage_of
from claimtrack.corpus.texts import FoundText
from claimtrack.findings import Fault, Kind, Severity
from claimtrack.model.locators import Locator
from claimtrack.model.sources import Source
from claimtrack.rules.base import Rule
from claimtrack.rules.readings import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.analysis.coverage import Coverage
    from claimtrack.model.records import Record
    from claimtrack.rules.base import View

KIND = Kind("CTT112", "unread-paragraph", Severity.WARNING)

#: The most runs of paragraphs that are named.
_NAMED = 20


def check(record: Record, view: View) -> Iterator[Fault]:
    """Yield the text of a source that was read in part, with the paragraphs left out.

    A text that is not the one that was read has other paragraphs, so of it nothing is told.
    """
    text = text_of(record, view) if isinstance(record, Source) else None
    if isinstance(record, Source) and isinstance(text, FoundText) and text.agrees:
        coverage = coverage_of(record, view.records.index.read_in.get(record.id, ()), text)
        placed = not (coverage.elsewhere or coverage.passed_elsewhere)
        if coverage.is_begun and placed and coverage.unread:
            yield Fault(kind=KIND, message=_message(coverage), keys=("text",))


def _message(coverage: Coverage) -> str:
    named = str(Locator(label="paragraph", spans=coverage.unread[:_NAMED]))
    if len(coverage.unread) > _NAMED:
        named += " and others"
    are, them, they_claim = ("is", "it", "it claims")
    if coverage.unread_count > 1:
        are, them, they_claim = ("are", "them", "they claim")
    return (
        f"{named} {are} unread: record what {they_claim}, "
        f"or list {them} under `passed_over` with the reason"
    )


RULE = Rule(kind=KIND, check=check, needs="whole corpus", explanation=__doc__ or "")
