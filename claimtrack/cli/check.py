"""`claimtrack check`: what is wrong with claims."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from claimtrack.cli.baselines import (
    BaselineFile,
    BaselineOfAChange,
    NoBaselineNamed,
    OneBaseline,
    baseline_option,
    with_baseline,
    write_baseline_option,
)
from claimtrack.cli.checked import Checked
from claimtrack.cli.checkouts import Checkout
from claimtrack.cli.destinations import deliver, destinations_option
from claimtrack.cli.exits import CLEAN, FOUND
from claimtrack.cli.fixing import FixOfAChange, fix_options, shown_changes, told
from claimtrack.cli.progress import progress
from claimtrack.cli.revisions import corpora_since
from claimtrack.cli.summary import count, summary
from claimtrack.cli.targets import NothingThere, shown, targets
from claimtrack.cli.targetsthen import targets_since
from claimtrack.cli.terminal import put, say
from claimtrack.corpus.corpus import load
from claimtrack.corpus.folder import MANIFEST
from claimtrack.errors import ClaimtrackError
from claimtrack.rules.checking import check
from claimtrack.rules.mending import mend
from claimtrack.rules.selection import Scope, Selection
from claimtrack.rules.settings import Settings, settings_before, settings_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.cli.destinations import Destination
    from claimtrack.cli.progress import Tell
    from claimtrack.cli.targets import Target
    from claimtrack.corpus.corpus import Corpus
    from claimtrack.rules.mending import Ask, Mended


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


def _codes(_: click.Context, __: click.Parameter, given: Sequence[str]) -> tuple[str, ...]:
    """Take apart what is given with commas."""
    words = tuple(word.strip() for item in given for word in item.split(",") if word.strip())
    if given and not words:
        message = "give the code, the beginning of codes, or the name of a rule"
        raise click.BadParameter(message)
    return words


@click.command("check", short_help="Tell what is wrong with claims.")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--select",
    multiple=True,
    metavar="CODES",
    callback=_codes,
    help="Report these rules only, and what could not be read: codes, how codes begin (CTT), or "
    "names; with commas, or again.",
)
@click.option(
    "--ignore", multiple=True, metavar="CODES", callback=_codes, help="Do not report these rules."
)
@click.option(
    "--texts",
    multiple=True,
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Look for the texts of sources here too; may be given again.",
)
@click.option(
    "--strict",
    is_flag=True,
    help="Fail also on warnings and notes, and where a file or rule was passed over.",
)
@click.option(
    "--since",
    metavar="REV",
    help="Check the change since this revision of git; `main...` is where HEAD parted from main.",
)
@baseline_option
@write_baseline_option
@fix_options
@destinations_option
def command(
    paths: tuple[Path, ...],
    *,
    strict: bool,
    destinations: tuple[Destination, ...],
    **asked: Unpack[Asked],
) -> int:
    """Tell what is wrong with the claims at PATHS.

    PATHS are corpora, folders that hold corpora, or files and folders of a corpus, which is always
    read whole; none means the current folder. Findings go to standard output; a line that says how
    much was read, and what could not be verified, always goes to standard error.

    The `check` of a corpus's manifest sets what is asked of it: --select takes the place of its
    `select` and `ignore`, --ignore adds to its `ignore`. `claimtrack rule CTS101` lists its keys.

    With --since everything is read, and what changed is reported, with what that causes elsewhere.
    Settings and baseline are those at REV, and so are the comments that pass over rules on changes
    (`claimtrack rule CTH`), which are asked then only: a change cannot loosen its own gate, and
    trying is told. A corpus that was there at REV and is gone is told; one that moved is followed.

    With --fix, what has exactly one right answer is mended in the files, and proved to leave what
    is read the same; what is found in them afterwards is told. `claimtrack rule CODE` says of each
    rule whether its findings can be mended.

    Exit code: 0 no errors, 1 errors (or what the manifest's `fail_on` says; with --strict: any
    finding), also where they keep a file from being read and are ignored, 2 nothing to check or a
    fault of usage, configuration or machine.
    """
    Selection.of(asked["select"], asked["ignore"])
    if asked["since"] is not None and asked["writes"]:
        raise BaselineOfAChange
    fixes = asked["fix"] or asked["unsafe"] or asked["diff"]
    if asked["since"] is not None and fixes:
        raise FixOfAChange
    since = asked["since"]
    wanted = targets(paths) if since is None else targets_since(paths, since)
    if asked["named"] and len(wanted) > 1:
        raise OneBaseline
    with progress() as tell:
        checked = tuple(_checked(one, asked, tell, strict=strict) for one in wanted)
    mended = tuple(item.mended for item in checked if item.mended)
    if asked["diff"]:
        put(shown_changes(mended))
    else:
        deliver(checked, destinations)
    if fixes:
        say(told(mended, written=not asked["diff"]))
    say(summary(checked))
    changes = asked["diff"] and any(item.files for item in mended)
    return FOUND if changes or any(item.fails for item in checked) else CLEAN


def _checked(target: Target, asked: Asked, tell: Tell, *, strict: bool) -> Checked:
    tell(f"reading {shown(target.root)}")
    since = asked["since"]
    before, corpus = (
        (None, load(target.root)) if since is None else corpora_since(target.root, since)
    )
    if not (corpus.files or corpus.findings or (before and before.files)):
        raise NoRecord(shown(target.root))
    files = _belonging(corpus)
    _require_something(corpus.root, files, target.paths, before)
    baseline = None if before and not asked["named"] else BaselineFile.of(corpus, asked["named"])
    settings = _settings(before or corpus, asked, baseline)
    scope = Scope.of(corpus.root, target.scope, before=before)
    tell(f"checking {count(len(corpus.files), 'file')} of {shown(target.root)}")
    ask = functools.partial(
        check,
        settings=settings,
        texts=asked["texts"],
        paths=target.scope,
        since=before,
        select=asked["select"],
        ignore=asked["ignore"],
    )
    mended = _mended(corpus, ask, asked)
    report = mended.report if mended else ask(corpus)
    if asked["writes"] and baseline:
        report = baseline.write(report)
    named = {finding.filename for finding in report.findings}
    return Checked(
        root=target.root,
        report=report,
        files=tuple(name for name in sorted({*files, *named}) if scope.holds(name)),
        checkout=Checkout.of(target.root),
        strict=strict,
        mended=mended,
    )


def _mended(corpus: Corpus, ask: Ask, asked: Asked) -> Mended | None:
    """Mend what the options ask for, and write it unless it is only to be shown."""
    if not (asked["fix"] or asked["unsafe"] or asked["diff"]):
        return None
    mended = mend(corpus, ask, texts=asked["texts"], unsafe=asked["unsafe"])
    if not asked["diff"]:
        mended.write()
    return mended


def _settings(gate: Corpus, asked: Asked, baseline: BaselineFile | None) -> Settings:
    """Return the settings of the state that is the gate, with the baseline that is asked for."""
    if baseline is None and asked["writes"]:
        raise NoBaselineNamed(gate.root)
    own = settings_of if asked["since"] is None else settings_before
    settings = Settings.of(gate.manifest) if baseline else own(gate)
    if not settings.narrowed(asked["select"], asked["ignore"]).selection.codes:
        raise NothingSelected
    return with_baseline(settings, baseline, writes=asked["writes"])


def _belonging(corpus: Corpus) -> tuple[str, ...]:
    """Return the files of a corpus, also those that are there and should not be."""
    records = {file.found.path for file in corpus.files}
    return tuple(sorted({MANIFEST, *records, *(one.filename for one in corpus.findings)}))


def _require_something(
    root: Path, files: Sequence[str], paths: Sequence[Path], before: Corpus | None
) -> None:
    """Raise `NothingThere` for a path at and below which no file belongs to the corpus, or did."""
    known = (*files, *(_belonging(before) if before else ()))
    for path in paths:
        scope = Scope.of(root, (path,), before=before)
        if not any(map(scope.holds, known)):
            raise NothingThere(shown(path), "check")
