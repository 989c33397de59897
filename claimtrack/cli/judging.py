"""One corpus checked as the options of `claimtrack check` ask, and what is to be written of it."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, TypedDict

import attrs
from attrs import frozen

from claimtrack.cli.baselines import BaselineFile, NoBaselineNamed, with_baseline
from claimtrack.cli.checked import Checked
from claimtrack.cli.checkouts import Checkout
from claimtrack.cli.revisions import corpora_since
from claimtrack.cli.summary import count
from claimtrack.cli.targets import NothingThere, shown
from claimtrack.corpus.corpus import load
from claimtrack.corpus.folder import MANIFEST
from claimtrack.errors import ClaimtrackError
from claimtrack.rules.checking import check
from claimtrack.rules.mending import mend
from claimtrack.rules.selection import Scope
from claimtrack.rules.settings import Settings, settings_before, settings_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from claimtrack.cli.progress import Tell
    from claimtrack.cli.targets import Target
    from claimtrack.corpus.corpus import Corpus
    from claimtrack.rules.mending import Ask
    from claimtrack.rules.reports import Report


class NothingSelected(ClaimtrackError):  # noqa: N818 - reads as a sentence
    """Rules selected and ignored so that none is left."""

    def __init__(self) -> None:
        super().__init__("no rule is left: what is ignored takes away all that is selected")


class NoRecord(ClaimtrackError):  # noqa: N818 - reads as a sentence
    """A corpus of a manifest only."""

    def __init__(self, root: str) -> None:
        super().__init__(
            f'"{root}" holds no record, so there is nothing to check: '
            "add one, as with `claimtrack new source ID`"
        )


class Asked(TypedDict):
    """What is asked of every corpus."""

    select: tuple[str, ...]
    ignore: tuple[str, ...]
    texts: tuple[Path, ...]
    #: The file of the baseline, and whether to write it.
    named: Path | None
    writes: bool
    #: The revision before a change.
    since: str | None
    #: Whether to mend what leaves what is read the same, or all, and whether only to show it.
    fix: bool
    unsafe: bool
    diff: bool


@frozen
class Judged:
    """A corpus that was checked, before anything is written."""

    checked: Checked
    #: The file that is to take in what was found, where that was asked for.
    baseline: BaselineFile | None

    def written(self) -> Checked:
        """Write the baseline, if one is to be written, and return what is left to tell."""
        if self.baseline is None:
            return self.checked
        return attrs.evolve(self.checked, report=self.baseline.write(self.checked.report))


def mends(asked: Asked) -> bool:
    """Tell whether anything is to be mended, or shown as it would be."""
    return asked["fix"] or asked["unsafe"] or asked["diff"]


def judged(target: Target, asked: Asked, *, tell: Tell, strict: bool) -> Judged:
    """Check a corpus, and work out what is mended; nothing is written.

    Raises as `check`, and where there is nothing to check.
    """
    tell(f"reading {shown(target.root)}")
    before, corpus = _states(target.root, asked["since"])
    _require_something(corpus, before, target.paths)
    baseline = None if before and not asked["named"] else BaselineFile.of(corpus, asked["named"])
    settings = _settings(before or corpus, asked, baseline)
    tell(f"checking {count(len(corpus.files), 'file')} of {shown(target.root)}")
    ask = _question(target, asked, settings, before)
    mended = (
        mend(corpus, ask, texts=asked["texts"], unsafe=asked["unsafe"]) if mends(asked) else None
    )
    report = mended.report if mended else ask(corpus)
    scope = Scope.of(corpus.root, target.scope, before=before)
    checked = Checked(
        root=target.root,
        report=report,
        files=tuple(filter(scope.holds, _files(corpus, report))),
        checkout=Checkout.of(target.root),
        strict=strict,
        mended=mended,
    )
    return Judged(checked, baseline if asked["writes"] else None)


def _states(root: Path, since: str | None) -> tuple[Corpus | None, Corpus]:
    return (None, load(root)) if since is None else corpora_since(root, since)


def _question(target: Target, asked: Asked, settings: Settings, before: Corpus | None) -> Ask:
    return functools.partial(
        check,
        settings=settings,
        texts=asked["texts"],
        paths=target.scope,
        since=before,
        select=asked["select"],
        ignore=asked["ignore"],
    )


def _settings(gate: Corpus, asked: Asked, baseline: BaselineFile | None) -> Settings:
    """Return the settings of the state that is the gate, with the baseline that is asked for."""
    if baseline is None and asked["writes"]:
        raise NoBaselineNamed(gate.root)
    own = settings_of if asked["since"] is None else settings_before
    settings = Settings.of(gate.manifest) if baseline else own(gate)
    if not settings.narrowed(asked["select"], asked["ignore"]).selection.codes:
        raise NothingSelected
    return with_baseline(settings, baseline, writes=asked["writes"])


def _files(corpus: Corpus, report: Report) -> tuple[str, ...]:
    """Return the files of a corpus with those of which something was found."""
    named = {finding.filename for finding in report.findings}
    return tuple(sorted({*_belonging(corpus), *named}))


def _belonging(corpus: Corpus) -> tuple[str, ...]:
    """Return the files of a corpus, also those that are there and should not be."""
    records = {file.found.path for file in corpus.files}
    return tuple(sorted({MANIFEST, *records, *(one.filename for one in corpus.findings)}))


def _require_something(corpus: Corpus, before: Corpus | None, paths: Sequence[Path]) -> None:
    """Raise where there is nothing to check.

    `NoRecord` is raised for a corpus of a manifest only; `NothingThere` for a path at and below
    which no file belongs to the corpus, or did.
    """
    if not (corpus.files or corpus.findings or (before and before.files)):
        raise NoRecord(shown(corpus.root))
    known = (*_belonging(corpus), *(_belonging(before) if before else ()))
    for path in paths:
        scope = Scope.of(corpus.root, (path,), before=before)
        if not any(map(scope.holds, known)):
            raise NothingThere(shown(path), "check")
