"""The check of a corpus: every rule asked of every record, and every fault given its place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Unpack

from claimtrack.corpus.corpus import Corpus
from claimtrack.corpus.folder import MANIFEST
from claimtrack.corpus.records import Records
from claimtrack.corpus.texts import Texts
from claimtrack.errors import ClaimtrackError
from claimtrack.rules.asking import ask
from claimtrack.rules.base import View
from claimtrack.rules.baselines import record_of
from claimtrack.rules.gates import Gate
from claimtrack.rules.registry import RULES
from claimtrack.rules.reports import NotRun, Report, Tally
from claimtrack.rules.selection import Scope, Selection, plan, several
from claimtrack.rules.settingfaults import setting_findings
from claimtrack.rules.settings import Narrowing, Settings, settings_of
from claimtrack.rules.verification import unverified

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from claimtrack.findings import Finding
    from claimtrack.rules.selection import AnyPath


class NotLoaded(ClaimtrackError, TypeError):  # noqa: N818 - reads as a sentence
    """Something to check that is no corpus."""

    def __init__(self, given: object) -> None:
        kind = type(given).__name__
        super().__init__(f"`check` takes a corpus, not a `{kind}`; load it first with `load(path)`")


def check(
    corpus: Corpus,
    *,
    settings: Settings | None = None,
    texts: AnyPath | Iterable[AnyPath] = (),
    paths: AnyPath | Iterable[AnyPath] = (),
    **asked: Unpack[Narrowing],
) -> Report:
    """Ask every rule of every record, and tell what is wrong.

    `settings` are those of the corpus unless others are given. `texts` adds folders with the texts
    of sources. `select` and `ignore` name rules by code, by how codes begin, or by name: what is
    selected takes the place of what the settings select and ignore, what is only ignored is
    ignored as well; what is wrong with the files as such is told whatever is selected, since of
    what was not read no rule was asked. `paths` limits what is reported, never what is read. Of
    each, one may be given by itself. Raises `UnknownRule`, `NotInCorpus`, and `NotLoaded` for what
    is no corpus; `InvalidBaseline` and `NoBaseline` for a baseline that the settings of the corpus
    name; bad data never raises.
    """
    if not isinstance(corpus, Corpus):
        raise NotLoaded(corpus)
    wanted = (settings or settings_of(corpus)).narrowed(**asked)
    scope = Scope.of(corpus.root, paths)
    unread = _unread(corpus)
    planned = plan(RULES, wanted.selection)
    rules = tuple(rule for rule in planned if not unread or rule.needs != _WHOLE)
    view = _view(corpus, added=tuple(map(Path, several(texts))))
    gate = Gate(wanted, view)
    for file in corpus.files:
        if scope.holds(file.found.path):
            gate.take(file, ask(corpus.origin, file, view, rules))
    told, hidden = _of_files(corpus, scope, wanted)
    return Report(
        findings=tuple(sorted([*told, *gate.told])),
        read=_tally(corpus, view.records),
        unverified=unverified(view, scope, asked=any(rule.needs == "texts" for rule in rules)),
        not_run=_not_run(wanted.selection, unread),
        hidden=hidden,
        suppressed=tuple(sorted(gate.suppressed, key=lambda item: item.finding)),
        baselined=tuple(sorted(gate.baselined)),
        stale=gate.stale(_gone(corpus, scope)),
        fail_on=wanted.fail_on,
    )


#: The rules that would be wrong where a file could not be read.
_WHOLE = "whole corpus"


def _of_files(
    corpus: Corpus, scope: Scope, settings: Settings
) -> tuple[list[Finding], tuple[Finding, ...]]:
    """Return what is wrong with files as such: what is told of it, and what is ignored."""
    everything = (*corpus.findings, *setting_findings(corpus))
    found = [item for item in everything if scope.holds(item.filename)]
    hidden = [item for item in found if item.code in settings.ignored_at(item.filename)]
    return [item for item in found if item not in hidden], tuple(hidden)


def _gone(corpus: Corpus, scope: Scope) -> Callable[[str], bool]:
    """Return what tells whether there is no record of a name, where everything was looked at."""
    there = {record_of(file.found.path) for file in corpus.files}
    whole = not (scope.paths or _unread(corpus))
    return lambda record: whole and record not in there


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
