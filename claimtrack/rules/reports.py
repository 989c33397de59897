"""What a check found, and what it could not look at."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from attrs import frozen

from claimtrack.findings import Finding, Kind, Severity
from claimtrack.rules.baselines import Entry
from claimtrack.rules.suppressing import Suppressed

if TYPE_CHECKING:
    from collections.abc import Mapping


@frozen(kw_only=True)
class Tally:
    """How much was read."""

    #: The files of records, and those that look like it, also where nothing could be read.
    files: int
    #: The files among them that could not be read whole, or not as records.
    unread: int
    claims: int
    sources: int
    speakers: int
    events: int


@frozen(kw_only=True)
class Unverified:
    """What nobody held against the text of one source, and why."""

    #: The id of the source.
    source: str
    #: How many attributions it is of.
    attributions: int
    quotes: int = 0
    cues: int = 0
    #: Whether the source names no text that could be looked at.
    is_textless: bool = False
    #: How many pages, lines and times, the words of which are somewhere in the text.
    places: int = 0
    #: One line.
    why: str


#: Why a rule that judges a change is not asked of a corpus alone.
OF_A_CHANGE = "it judges a change: name what to compare with, as with `--since main`"


@frozen(kw_only=True)
class NotRun:
    """A rule that was wanted and could not be asked, and why."""

    kind: Kind
    #: One line: what stood in the way and what to do.
    why: str


@frozen(kw_only=True)
class Report:
    """What a check found.

    What is not verified and what was not asked has not passed.
    """

    #: By file, place and code.
    findings: tuple[Finding, ...]
    read: Tally
    unverified: tuple[Unverified, ...] = ()
    not_run: tuple[NotRun, ...] = ()
    #: What is wrong with files as such and was told to be ignored: no less is unread for it.
    hidden: tuple[Finding, ...] = ()
    #: What comments in the records suppress, each with a reason.
    suppressed: tuple[Suppressed, ...] = ()
    #: What the baseline holds: it was there before.
    baselined: tuple[Finding, ...] = ()
    #: What the settings ignore where it was found, by the path of its file.
    passed_over: tuple[Finding, ...] = ()
    #: The codes of the rules that the settings leave out, unless the caller chose the rules.
    unasked: tuple[str, ...] = ()
    #: What the baseline holds and is found no longer.
    stale: tuple[Entry, ...] = ()
    #: How many files changed, where a change was checked; then only what is new is told.
    changed: int | None = None
    #: How many others changed, that were not asked about.
    changed_elsewhere: int = 0
    #: The least that fails the check.
    fail_on: Severity = Severity.ERROR

    @property
    def counts(self) -> Mapping[Severity, int]:
        """How many findings there are of each severity."""
        found = Counter(finding.severity for finding in self.findings)
        return {severity: found[severity] for severity in Severity}

    @property
    def codes(self) -> Mapping[str, int]:
        """How many findings there are of each code, by code."""
        return dict(sorted(Counter(finding.code for finding in self.findings).items()))

    def passed(self, *, strict: bool = False) -> bool:
        """Tell whether nothing is wrong that fails; with `strict`, not even a warning or a note.

        What is wrong with files as such counts also where it is ignored.
        """
        least = Severity.NOTE if strict else self.fail_on
        return not any(item.severity.reaches(least) for item in self.findings + self.hidden)
