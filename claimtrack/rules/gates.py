"""The gate of a check: what every rule finds goes through it, and is told or passed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define, field

from claimtrack.corpus.loading import findings_of
from claimtrack.findings import Finding
from claimtrack.rules.asking import ALONE
from claimtrack.rules.base import View
from claimtrack.rules.readings import has_texts
from claimtrack.rules.registry import rule_of
from claimtrack.rules.settings import Settings
from claimtrack.rules.suppressing import Suppressed, Suppressions

if TYPE_CHECKING:
    from claimtrack.corpus.loading import LoadedFile
    from claimtrack.rules.asking import Answers


@define
class Gate:
    """Takes the answers of the rules file by file, and keeps what comes of them."""

    settings: Settings
    view: View
    told: list[Finding] = field(factory=list, init=False)
    suppressed: list[Suppressed] = field(factory=list, init=False)

    def take(self, file: LoadedFile, answers: Answers) -> None:
        """Take what the rules say of one file."""
        wanted = self.settings.wanted_at(file.found.path)
        sure = frozenset(code for code in answers.asked & wanted if self._is_sure(code, file))
        comments = Suppressions.of(file.suppressions, self.settings)
        for finding in answers.findings:
            if finding.code in wanted:
                self._take(self.settings.weighed(finding), comments)
        faults = (*comments.faults, *comments.unused(sure))
        own = findings_of(file.found.path, file.found.id, faults)
        self.told += [self.settings.weighed(item) for item in own if item.code in wanted]

    def _take(self, finding: Finding, comments: Suppressions) -> None:
        suppressed = comments.suppress(finding)
        if suppressed:
            self.suppressed.append(suppressed)
        else:
            self.told.append(finding)

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
