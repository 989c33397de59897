"""`claimtrack check`: what is wrong with claims."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from claimtrack.cli.baselines import (
    BaselineOfAChange,
    BaselineOfAFix,
    OneBaseline,
    baseline_option,
    write_baseline_option,
)
from claimtrack.cli.destinations import deliver, destinations_option
from claimtrack.cli.exits import CLEAN, FOUND
from claimtrack.cli.fixing import (
    FixOfAChange,
    FormatOfADiff,
    fix_options,
    shown_changes,
    told,
    write_mended,
)
from claimtrack.cli.judging import Asked, judged, mends
from claimtrack.cli.progress import progress
from claimtrack.cli.summary import summary
from claimtrack.cli.targets import targets
from claimtrack.cli.targetsthen import targets_since
from claimtrack.cli.terminal import put, say
from claimtrack.rules.selection import Selection

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.cli.destinations import Destination


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
    _require_sense(asked, destinations)
    since = asked["since"]
    wanted = targets(paths) if since is None else targets_since(paths, since)
    if asked["named"] and len(wanted) > 1:
        raise OneBaseline
    with progress() as tell:
        found = tuple(judged(one, asked, tell=tell, strict=strict) for one in wanted)
    mended = tuple(item.checked.mended for item in found if item.checked.mended)
    if not asked["diff"]:
        write_mended(mended)
    checked = tuple(item.written() for item in found)
    if asked["diff"]:
        put(shown_changes(mended))
    else:
        deliver(checked, destinations)
    if mends(asked):
        say(told(mended, written=not asked["diff"]))
    say(summary(checked))
    changes = asked["diff"] and any(item.files for item in mended)
    return FOUND if changes or any(item.fails for item in checked) else CLEAN


def _require_sense(asked: Asked, destinations: Sequence[Destination]) -> None:
    """Raise for options of which one takes away what another is for."""
    if asked["since"] is not None and asked["writes"]:
        raise BaselineOfAChange
    if asked["since"] is not None and mends(asked):
        raise FixOfAChange
    if asked["writes"] and mends(asked):
        raise BaselineOfAFix
    if asked["diff"] and destinations:
        raise FormatOfADiff
