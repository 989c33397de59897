"""The check of a corpus: every rule asked of every record, and every fault given its place."""

from __future__ import annotations

from itertools import compress
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import attrs

from claimtrack.corpus.corpus import Corpus
from claimtrack.corpus.folder import MANIFEST
from claimtrack.errors import ClaimtrackError
from claimtrack.rules.asking import ask
from claimtrack.rules.base import View
from claimtrack.rules.baselines import record_of
from claimtrack.rules.changed_gate import gate_findings
from claimtrack.rules.gates import Gate
from claimtrack.rules.idlesettings import idle_findings
from claimtrack.rules.offers import offered
from claimtrack.rules.registry import RULES
from claimtrack.rules.reports import OF_A_CHANGE, NotRun, Report, Tally
from claimtrack.rules.selection import Scope, Selection, plan, several
from claimtrack.rules.settingfaults import setting_findings
from claimtrack.rules.settings import Narrowing, Settings, settings_before, settings_of
from claimtrack.rules.since import Since
from claimtrack.rules.verification import unverified

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from claimtrack.corpus.records import Records
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
    since: Corpus | None = None,
    **asked: Unpack[Narrowing],
) -> Report:
    """Ask every rule of every record, and tell what is wrong.

    `settings` are those of the corpus unless others are given. `texts` adds folders with the texts
    of sources. `select` and `ignore` name rules by code, by how codes begin, or by name: what is
    selected takes the place of what the settings select and ignore, what is only ignored is
    ignored as well; what is wrong with the files as such is told whatever is selected, since of
    what was not read no rule was asked. `paths` limits what is reported, never what is read; with
    `since` a path may be gone. Of each, one may be given by itself.

    `since` is the corpus before a change, as `claimtrack.corpus.history` loads it: then what
    changed is reported, and elsewhere what was not there before; rules that judge the change itself
    are asked as well; and the settings are those before the change, which it cannot loosen. Texts
    are looked for in the folders of both manifests.

    Raises `UnknownRule`, `NotInCorpus`, and `NotLoaded` for what is no corpus; `InvalidBaseline`
    and `NoBaseline` for a baseline that the settings of the corpus name; bad data never raises.
    """
    for given in (corpus, corpus if since is None else since):
        if not isinstance(given, Corpus):
            raise NotLoaded(given)
    gate = settings or (settings_of(corpus) if since is None else settings_before(since))
    wanted = gate.narrowed(**asked)
    scope = Scope.of(corpus.root, paths, before=since)
    folders = tuple(map(Path, several(texts)))
    change = None if since is None else Since.of(since, corpus)
    judged = change.carried(wanted) if change else wanted
    report = attrs.evolve(
        _checked(corpus, judged, scope=scope, folders=folders, change=change),
        unasked=() if asked.get("select") else gate.unasked,
    )
    explicit = Selection.of(asked.get("select", ()), ()) if asked.get("select") else None
    if change is None:
        return attrs.evolve(report, not_run=report.not_run + _not_of_a_state(explicit))
    elsewhere = change.unchanged_among(report)
    if not elsewhere:
        return change.narrowed(report, None, scope)
    there = Scope(elsewhere)
    before = _checked(change.before, wanted, scope=there, folders=folders, change=None)
    return change.narrowed(report, before, scope)


#: The rules that would be wrong where a file could not be read.
_WHOLE = "whole corpus"


def _checked(
    corpus: Corpus,
    settings: Settings,
    *,
    scope: Scope,
    folders: tuple[Path, ...],
    change: Since | None,
) -> Report:
    unread = _unread(corpus)
    passed_over = {_WHOLE} if unread else set()
    passed_over |= {"change"} if change is None else set()
    planned = plan(RULES, settings.selection)
    rules = tuple(rule for rule in planned if rule.needs not in passed_over)
    past, before = (change.past, change.before) if change else (None, None)
    view = View.of(corpus, added=folders, past=past, before=before)
    gate = Gate(settings, view)
    for file in corpus.files:
        if not scope.holds(file.found.path) or (change and change.is_settled(file, view, rules)):
            continue
        judged = change.with_own_suppressions(file, settings) if change else file
        gate.take(judged, ask(corpus.origin, file, view, rules))
    told, hidden = _of_files(corpus, scope, settings)
    told += _weighed(idle_findings(corpus), scope, settings)
    if change:
        of_change = (*change.gone(), *gate_findings(change.before, change.after))
        told += _weighed(of_change, scope, settings)
    return Report(
        findings=tuple(offered(sorted([*told, *gate.told]), corpus, view)),
        read=_tally(corpus, view.records),
        unverified=unverified(view, scope, asked=any(rule.needs == "texts" for rule in rules)),
        not_run=_not_run(settings.selection, unread)
        + (change.not_run(settings.selection) if change else ()),
        hidden=hidden,
        suppressed=tuple(sorted(gate.suppressed, key=lambda item: item.finding)),
        baselined=tuple(sorted(gate.baselined)),
        passed_over=tuple(sorted(gate.passed_over)),
        stale=() if change else gate.stale(_gone(corpus, scope)),
        fail_on=settings.fail_on,
    )


def _weighed(found: Iterable[Finding], scope: Scope, settings: Settings) -> list[Finding]:
    """Return what is wrong with a change or with settings as such, where it is wanted."""
    return [
        settings.weighed(finding)
        for finding in found
        if scope.holds(finding.filename) and finding.code in settings.wanted_at(finding.filename)
    ]


def _of_files(
    corpus: Corpus, scope: Scope, settings: Settings
) -> tuple[list[Finding], tuple[Finding, ...]]:
    """Return what is wrong with files as such: what is told of it, and what is ignored."""
    everything = (*corpus.findings, *setting_findings(corpus))
    found = [item for item in everything if scope.holds(item.filename)]
    ignored = [item.code in settings.ignored_at(item.filename) for item in found]
    hidden = tuple(compress(found, ignored))
    return [item for item, is_hidden in zip(found, ignored, strict=True) if not is_hidden], hidden


def _gone(corpus: Corpus, scope: Scope) -> Callable[[str], bool]:
    """Return what tells whether there is no record of a name, where everything was looked at."""
    there = {record_of(file.found.path) for file in corpus.files}
    whole = not (scope.paths or _unread(corpus))
    return lambda record: whole and record not in there


def _not_of_a_state(asked: Selection | None) -> tuple[NotRun, ...]:
    """Tell which of the rules that a caller names judge a change, where none is given."""
    wanted = [
        rule for rule in RULES if rule.needs == "change" and asked and rule.kind.code in asked
    ]
    return tuple(NotRun(kind=rule.kind, why=OF_A_CHANGE) for rule in wanted)


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
    faulty = {finding.filename for finding in corpus.findings} - {MANIFEST}
    return Tally(
        files=len(faulty | {file.found.path for file in corpus.files}),
        unread=len(faulty),
        claims=len(records.claims),
        sources=len(records.sources),
        speakers=len(records.speakers),
        events=len(records.events),
    )
