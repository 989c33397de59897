"""`claimtrack check`: what is wrong with claims."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from claimtrack.cli.exits import CLEAN, FOUND
from claimtrack.cli.output import FORMATS, Checked, usual_format
from claimtrack.cli.progress import progress
from claimtrack.cli.summary import count, summary
from claimtrack.cli.targets import NothingThere, shown, targets
from claimtrack.cli.terminal import put, say
from claimtrack.corpus.corpus import load
from claimtrack.corpus.folder import MANIFEST
from claimtrack.errors import ClaimtrackError
from claimtrack.findings import Severity
from claimtrack.rules.checking import check
from claimtrack.rules.selection import Scope, Selection

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.cli.progress import Tell
    from claimtrack.cli.targets import Target
    from claimtrack.corpus.corpus import Corpus


class NothingSelected(ClaimtrackError):  # noqa: N818 - reads as a sentence
    """Rules selected and ignored so that none is left."""

    def __init__(self) -> None:
        super().__init__("no rule is left: `--ignore` takes away all that `--select` names")


class Asked(TypedDict):
    """What is asked of every corpus."""

    select: tuple[str, ...]
    ignore: tuple[str, ...]
    texts: tuple[Path, ...]


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
    help="Report these rules only: codes, how codes begin (CTT), or names; with commas, or again.",
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
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    help="How to print; else full on a terminal, github in GitHub Actions, concise elsewhere.",
)
def command(
    paths: tuple[Path, ...], *, strict: bool, form: str | None, **asked: Unpack[Asked]
) -> int:
    """Tell what is wrong with the claims at PATHS.

    PATHS are corpora, folders that hold corpora, or files and folders of a corpus, which is always
    read whole; none means the current folder. Findings go to standard output; a line that says how
    much was read, and what could not be verified, always goes to standard error.

    Exit code: 0 no errors, 1 errors (with --strict: any finding), 2 nothing to check or a fault of
    usage, configuration or machine.
    """
    if not Selection.of(asked["select"], asked["ignore"]).codes:
        raise NothingSelected
    with progress() as tell:
        checked = tuple(_checked(target, asked, tell) for target in targets(paths))
    put(FORMATS[form or usual_format()](checked))
    say(summary(checked))
    return FOUND if any(_fails(item, strict=strict) for item in checked) else CLEAN


def _checked(target: Target, asked: Asked, tell: Tell) -> Checked:
    tell(f"reading {shown(target.root)}")
    corpus = load(target.root)
    _require_something(corpus, target.paths)
    tell(f"checking {count(len(corpus.files), 'file')} of {shown(target.root)}")
    return Checked(root=target.root, report=check(corpus, paths=target.scope, **asked))


def _require_something(corpus: Corpus, paths: Sequence[Path]) -> None:
    """Raise `NothingThere` for a path at and below which no file belongs to the corpus."""
    belonging = {file.found.path for file in corpus.files} | {MANIFEST}
    belonging |= {finding.filename for finding in corpus.findings}
    for path in paths:
        scope = Scope.of(corpus.root, (path,))
        if not any(scope.holds(name) for name in belonging):
            raise NothingThere(shown(path), "check")


def _fails(item: Checked, *, strict: bool) -> bool:
    report = item.report
    if strict:
        return bool(report.findings or report.not_run or report.read.unread)
    return report.counts[Severity.ERROR] > 0
