"""The check of a corpus: every rule asked of every record, and every fault given its place."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from claimtrack.corpus.corpus import Corpus
from claimtrack.corpus.folder import MANIFEST
from claimtrack.corpus.loading import findings_of, placed_findings
from claimtrack.corpus.records import Records
from claimtrack.corpus.texts import Texts
from claimtrack.errors import ClaimtrackError
from claimtrack.rules.base import View
from claimtrack.rules.registry import RULES
from claimtrack.rules.reports import NotRun, Report, Tally
from claimtrack.rules.selection import Scope, Selection, plan, several
from claimtrack.rules.verification import unverified
from claimtrack.text.limits import DEFAULT_LIMITS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from claimtrack.corpus.loading import LoadedFile
    from claimtrack.corpus.origins import Origin
    from claimtrack.findings import Fault, Finding
    from claimtrack.rules.base import Rule
    from claimtrack.rules.selection import AnyPath


class NotLoaded(ClaimtrackError, TypeError):  # noqa: N818 - reads as a sentence
    """Something to check that is no corpus."""

    def __init__(self, given: object) -> None:
        kind = type(given).__name__
        super().__init__(f"`check` takes a corpus, not a `{kind}`; load it first with `load(path)`")


def check(
    corpus: Corpus,
    *,
    texts: AnyPath | Iterable[AnyPath] = (),
    select: str | Iterable[str] = (),
    ignore: str | Iterable[str] = (),
    paths: AnyPath | Iterable[AnyPath] = (),
) -> Report:
    """Ask every rule of every record, and tell what is wrong.

    `texts` adds folders with the texts of sources. `select` and `ignore` name rules by code, by
    how codes begin, or by name; what is wrong with the files as such is told whatever is selected,
    since of what was not read no rule was asked. `paths` limits what is reported, never what is
    read. Of each, one may be given by itself. Raises `UnknownRule`, `NotInCorpus`, and `NotLoaded`
    for what is no corpus; bad data never raises.
    """
    if not isinstance(corpus, Corpus):
        raise NotLoaded(corpus)
    selection = Selection.of(select, ignore)
    scope = Scope.of(corpus.root, paths)
    unread = _unread(corpus)
    rules = tuple(rule for rule in plan(RULES, selection) if not unread or rule.needs != _WHOLE)
    view = _view(corpus, added=tuple(map(Path, several(texts))))
    of_files = [finding for finding in corpus.findings if scope.holds(finding.filename)]
    found = [finding for finding in of_files if finding.code not in selection.ignored]
    for file in corpus.files:
        if scope.holds(file.found.path):
            told = _rule_findings(corpus.origin, file, view, rules)
            found += [finding for finding in told if finding.code in selection]
    return Report(
        findings=tuple(sorted(found)),
        read=_tally(corpus, view.records),
        unverified=unverified(view, scope, asked=any(rule.needs == "texts" for rule in rules)),
        not_run=_not_run(selection, unread),
        hidden=tuple(finding for finding in of_files if finding.code in selection.ignored),
    )


def check_record(origin: Origin, file: LoadedFile, rules: Iterable[Rule]) -> tuple[Fault, ...]:
    """Ask the rules that look at one record only, or at its file, of a file's record.

    What they are given holds no other record, so that files can be checked anywhere, in any order.
    Faults are told as the record counts. What a rule raises is raised.
    """
    view = View(
        records=Records.of(()),
        unread=frozenset(),
        texts=Texts(root=origin.root),
        path=file.found.path,
        file_text=_text_of(origin, file),
    )
    return _asked(file, view, [rule for rule in rules if rule.needs in _ALONE], file.faults)


#: The rules that look at nothing but a record and its file.
_ALONE = ("record", "file")
#: The rules that would be wrong where a file could not be read.
_WHOLE = "whole corpus"


def _asked(
    file: LoadedFile, view: View, rules: Iterable[Rule], found: tuple[Fault, ...]
) -> tuple[Fault, ...]:
    """Ask rules in their order, each unless a fault was found that it must come after."""
    told: list[Fault] = []
    kinds = {fault.kind for fault in found}
    for rule in rules:
        if file.record is None or rule.check is None or not kinds.isdisjoint(rule.after):
            continue
        try:
            faults = tuple(rule.check(file.record, view))
        except Exception as error:
            error.add_note(f"while {rule.kind.code} ({rule.kind.name}) looked at {view.path}")
            raise
        kinds.update(fault.kind for fault in faults)
        told += faults
    return tuple(told)


def _rule_findings(
    origin: Origin, file: LoadedFile, view: View, rules: tuple[Rule, ...]
) -> tuple[Finding, ...]:
    """Ask the rules of one file's record; what only follows from a fault of reading is left out."""
    own = attrs.evolve(view, path=file.found.path, file_text=_text_of(origin, file))
    told = check_record(origin, file, rules)
    together = [rule for rule in rules if rule.needs not in _ALONE]
    told += _asked(file, own, together, file.faults + told)
    return tuple(item for item in _placed(origin, file, told) if not _follows(item, file.faults))


def _placed(origin: Origin, file: LoadedFile, told: tuple[Fault, ...]) -> tuple[Finding, ...]:
    placed = tuple(fault for fault in told if fault.span is not None)
    other = tuple(fault for fault in told if fault.span is None)
    of_text = findings_of(file.found.path, file.found.id, placed)
    return of_text + placed_findings(origin, file.found, other)


def _follows(finding: Finding, faults: Iterable[Fault]) -> bool:
    """Tell whether a part could not be read at or below a finding's place."""
    return any(fault.keys[: len(finding.keys)] == finding.keys for fault in faults)


def _text_of(origin: Origin, file: LoadedFile) -> Callable[[], str]:
    @functools.cache
    def text() -> str:
        return origin.read(file.found.path, limit=DEFAULT_LIMITS.size).decode()

    return text


def _view(corpus: Corpus, *, added: tuple[Path, ...]) -> View:
    records = [file.record for file in corpus.files if file.record is not None]
    unread = [(file.found.kind, file.found.id) for file in corpus.files if file.record is None]
    return View(
        records=Records.of(records),
        unread=frozenset(unread),
        partial=frozenset(corpus.unread) - frozenset(unread),
        texts=Texts(root=corpus.root, folders=corpus.manifest.texts, added=added),
        path="",
        file_text=str,
    )


def _unread(corpus: Corpus) -> int:
    """Count the files that were not read, or not whole."""
    return len({finding.filename for finding in corpus.findings} - {MANIFEST})


def _not_run(selection: Selection, unread: int) -> tuple[NotRun, ...]:
    if not unread:
        return ()
    several = f"{unread} files could not be read whole: mend what is told of them"
    why = "1 file could not be read whole: mend what is told of it" if unread == 1 else several
    wanted = (rule for rule in RULES if rule.needs == _WHOLE and rule.kind.code in selection)
    return tuple(NotRun(kind=rule.kind, why=why) for rule in wanted)


def _tally(corpus: Corpus, records: Records) -> Tally:
    return Tally(
        files=len(corpus.files),
        unread=len(corpus.unread),
        claims=len(records.claims),
        sources=len(records.sources),
        speakers=len(records.speakers),
        events=len(records.events),
    )
