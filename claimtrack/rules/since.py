"""What is new since an earlier state: the findings of what changed, and those that it caused."""

from __future__ import annotations

from collections import Counter
from itertools import compress
from typing import TYPE_CHECKING, Self, TypeAlias

import attrs
from attrs import frozen

from claimtrack.changes.change import RecordChange, Unread
from claimtrack.changes.corpora import diff_corpora
from claimtrack.corpus.corpus import Corpus
from claimtrack.corpus.folder import MANIFEST
from claimtrack.corpus.loading import findings_of
from claimtrack.rules.asking import concerns
from claimtrack.rules.changed_gate import bytes_of
from claimtrack.rules.newcomments import brought
from claimtrack.rules.past import Past
from claimtrack.rules.registry import RULES, UnknownRule, rule_of
from claimtrack.rules.reports import NotRun, Report

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimtrack.corpus.loading import LoadedFile
    from claimtrack.findings import Finding
    from claimtrack.rules.base import Rule, View
    from claimtrack.rules.selection import Scope, Selection
    from claimtrack.rules.settings import Settings
    from claimtrack.text.suppressions import Suppression

#: What a finding is, whatever line it stands on, and whatever its message lists.
_Same: TypeAlias = tuple[str, str, str]


@frozen(kw_only=True)
class Since:
    """A corpus, compared with an earlier state of it."""

    before: Corpus
    after: Corpus
    past: Past
    #: The paths of files that are new, or have other bytes than before.
    changed: frozenset[str]
    #: What could not be compared.
    unread: tuple[Unread, ...]

    @classmethod
    def of(cls, before: Corpus, after: Corpus) -> Self:
        """Compare two states of a corpus."""
        digests = {file.found.path: file.digest for file in before.files}
        changed = {
            file.found.path
            for file in after.files
            if file.found.path not in digests or digests[file.found.path] != file.digest
        }
        if bytes_of(before, MANIFEST) != bytes_of(after, MANIFEST):
            changed.add(MANIFEST)
        changes = diff_corpora(before, after)
        return cls(
            before=before,
            after=after,
            past=Past.of(changes),
            changed=frozenset(changed),
            unread=changes.unread,
        )

    def is_settled(self, file: LoadedFile, view: View, rules: tuple[Rule, ...]) -> bool:
        """Tell whether a file can be passed over: it is as it was, and others do nothing to it.

        What rules find that look at nothing but the file was found before, as the file was there.
        """
        if file.found.path in self.changed or file.suppressions:
            return False
        return not concerns(file, view, rules)

    def with_own_suppressions(self, file: LoadedFile, settings: Settings) -> LoadedFile:
        """Return a file whose new comments suppress nothing of what judges the change.

        A change cannot let itself pass: its answer stands in the record. What stood there before
        it, agreed to by whoever merged it, holds.
        """
        if not file.suppressions:
            return file
        fresh = brought(file.suppressions, self._before(file))
        kept = (
            _of_states(item, settings.forbidden) if item in fresh else item
            for item in file.suppressions
        )
        return attrs.evolve(file, suppressions=tuple(item for item in kept if item is not None))

    def carried(self, settings: Settings) -> Settings:
        """Return settings whose baseline knows renamed records by their new names."""
        names = {f"{kind}:{old}": f"{kind}:{new}" for (kind, old), new in self.past.records.items()}
        if settings.baseline is None or not names:
            return settings
        return attrs.evolve(settings, baseline=settings.baseline.renamed(names))

    def gone(self) -> Iterator[Finding]:
        """Yield what rules say of records that are gone."""
        for item in (*self.past.gone, *map(_removed, self.lost)):
            for rule in RULES:
                faults = rule.gone(item) if rule.gone else ()
                yield from findings_of(item.path, item.key[1], faults)

    @property
    def lost(self) -> tuple[LoadedFile, ...]:
        """The files that could not be read whole before, and whose bytes are nowhere now."""
        there = {file.found.path for file in self.after.files}
        kept = {file.digest for file in self.after.files if file.digest}
        return tuple(
            file
            for file in self.before.files
            if file.faults and file.found.path not in there and file.digest not in kept
        )

    def not_run(self, selection: Selection) -> tuple[NotRun, ...]:
        """Tell the rules on changes that say nothing of files that could not be read before."""
        count = len({item.path for item in self.unread if item.side == "before"})
        if not count:
            return ()
        files = "1 file" if count == 1 else f"{count} files"
        why = f"{files} could not be read whole before the change: look at what it made of them"
        wanted = (rule for rule in RULES if rule.needs == "change" and rule.kind.code in selection)
        return tuple(NotRun(kind=rule.kind, why=why) for rule in wanted)

    def unchanged_among(self, report: Report) -> frozenset[str]:
        """Return the files with findings that did not change."""
        suppressed = (item.finding for item in report.suppressed)
        held = (*report.baselined, *report.passed_over, *suppressed)
        told = (*report.findings, *report.hidden, *held)
        return frozenset(finding.filename for finding in told) - self.changed

    def narrowed(self, report: Report, before: Report | None, scope: Scope) -> Report:
        """Return a report without what `before` tells of files that did not change."""
        old = before or Report(findings=(), read=report.read)
        changed = (*self.changed, *(item.path for item in self.past.gone))
        changed += tuple(file.found.path for file in self.lost)
        number = sum(map(scope.holds, changed))
        now, then = ([item.finding for item in one.suppressed] for one in (report, old))
        return attrs.evolve(
            report,
            findings=tuple(_new(report.findings, old.findings)),
            hidden=tuple(_new(report.hidden, old.hidden)),
            suppressed=tuple(compress(report.suppressed, _are_new(now, then))),
            baselined=tuple(_new(report.baselined, old.baselined)),
            passed_over=tuple(_new(report.passed_over, old.passed_over)),
            changed=number,
            changed_elsewhere=len(changed) - number,
        )

    def _before(self, after: LoadedFile) -> tuple[Suppression, ...]:
        """Return the comments that a file had before, be it under another name."""
        item = self.past.changes.get((after.found.kind, after.found.id))
        path = (item.old_path if item else None) or after.found.path
        before = self.before.file_at(path)
        return before.suppressions if before else ()


def _removed(file: LoadedFile) -> RecordChange:
    """Return that a file which could not be read whole is gone, with what is sure of its record."""
    is_sure = all(fault.keys and fault.keys[0] != "status" for fault in file.faults)
    return RecordChange(
        key=(file.found.kind, file.found.id),
        how="removed",
        before=file.record if is_sure else None,
        after=None,
        path=file.found.path,
    )


def _new(told: Iterable[Finding], before: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings that were not there before, which are those of unchanged files."""
    found = tuple(told)
    return compress(found, _are_new(found, before))


def _are_new(told: Iterable[Finding], before: Iterable[Finding]) -> Iterator[bool]:
    """Tell of each finding whether it was not there before."""
    there = Counter(map(_same, before))
    for same in map(_same, told):
        yield not there[same]
        there[same] -= there[same] > 0


def _same(finding: Finding) -> _Same:
    return finding.filename, finding.code, finding.pointer


def _of_states(item: Suppression, forbidden: frozenset[str]) -> Suppression | None:
    """Return a comment without the rules that judge changes; None where none other is left.

    What suppresses nothing anyway stays, so that it is told why.
    """
    if not item.rules or not item.reason:
        return item
    rules = tuple(name for name in item.rules if not _judges_changes(name, forbidden))
    return attrs.evolve(item, rules=rules) if rules else None


def _judges_changes(name: str, forbidden: frozenset[str]) -> bool:
    try:
        rule = rule_of(name)
    except UnknownRule:
        return False
    return rule.needs == "change" and rule.kind.code not in forbidden
