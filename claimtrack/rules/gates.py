"""The gate of a check: what every rule finds goes through it, and is told or passed over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from attrs import define, field

from claimtrack.corpus.loading import findings_of
from claimtrack.findings import Finding
from claimtrack.rules.asking import ALONE
from claimtrack.rules.base import View
from claimtrack.rules.baselines import Baseline, Key, key_of, record_of
from claimtrack.rules.readings import has_texts
from claimtrack.rules.registry import rule_of
from claimtrack.rules.settings import Settings
from claimtrack.rules.suppressing import Suppressed, Suppressions

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimtrack.corpus.loading import LoadedFile
    from claimtrack.rules.asking import Answers
    from claimtrack.rules.baselines import Entry


@define
class Gate:
    """Takes the answers of the rules file by file, and keeps what comes of them."""

    settings: Settings
    view: View
    told: list[Finding] = field(factory=list, init=False)
    suppressed: list[Suppressed] = field(factory=list, init=False)
    #: What the baseline holds.
    baselined: list[Finding] = field(factory=list, init=False)
    #: What is asked and found, and ignored in its file.
    passed_over: list[Finding] = field(factory=list, init=False)
    #: What of the baseline was not found, or not yet.
    _left: Counter[Key] = field(init=False)
    #: The codes that the baseline holds of each record.
    _held: Mapping[str, frozenset[str]] = field(init=False)
    #: Of which of them it is sure what the record has.
    _sure: dict[str, frozenset[str]] = field(factory=dict, init=False)

    @_left.default
    def _begin(self) -> Counter[Key]:
        return (self.settings.baseline or Baseline()).counts

    @_held.default
    def _by_record(self) -> Mapping[str, frozenset[str]]:
        held: dict[str, frozenset[str]] = {}
        for entry in (self.settings.baseline or Baseline()).entries:
            held[entry.record] = held.get(entry.record, frozenset()) | {entry.code}
        return held

    def take(self, file: LoadedFile, answers: Answers) -> None:
        """Take what the rules say of one file."""
        wanted = self.settings.wanted_at(file.found.path)
        comments = Suppressions.of(file.suppressions, self.settings)
        held = self._held.get(record_of(file.found.path), frozenset())
        judged = (comments.codes | held) & answers.asked & wanted
        sure = frozenset(code for code in judged if self._is_sure(code, file))
        self._sure[record_of(file.found.path)] = sure
        for finding in answers.findings:
            if finding.code in wanted:
                self._take(self.settings.weighed(finding), comments)
            elif finding.code in self.settings.selection:
                self.passed_over.append(self.settings.weighed(finding))
        faults = (*comments.faults, *comments.unused(sure))
        own = findings_of(file.found.path, file.found.id, faults)
        self.told += [self.settings.weighed(item) for item in own if item.code in wanted]

    def _take(self, finding: Finding, comments: Suppressions) -> None:
        suppressed = comments.suppress(finding)
        if suppressed:
            self.suppressed.append(suppressed)
        elif self._left[key_of(finding)] > 0:
            self._left[key_of(finding)] -= 1
            self.baselined.append(finding)
        else:
            self.told.append(finding)

    def stale(self, gone: Callable[[str], bool]) -> tuple[Entry, ...]:
        """Return what the baseline holds and is found no longer.

        `gone` tells whether there surely is no such record. What could not be asked may be there.
        """
        return tuple(
            entry
            for entry in Baseline.of(self._left).entries
            if entry.code in self._sure.get(entry.record, ()) or gone(entry.record)
        )

    def _is_sure(self, code: str, file: LoadedFile) -> bool:
        """Tell whether there is nothing where a rule that was asked finds nothing."""
        if file.record is None or file.faults:
            return False
        needs = rule_of(code).needs
        if needs == "change":
            return False
        if needs == "texts" and not has_texts(file.record, self.view):
            return False
        return needs in ALONE or not (self.view.unread or self.view.partial)
