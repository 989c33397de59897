"""`claimtrack format`: the canonical layout for files, or for standard input."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimtrack.cli.differences import difference
from claimtrack.cli.exits import CLEAN, FAILED, FOUND
from claimtrack.cli.layouts import laid_out, lay_out
from claimtrack.cli.lines import Line
from claimtrack.cli.members import members
from claimtrack.cli.progress import progress
from claimtrack.cli.summary import count
from claimtrack.cli.terminal import put, put_bytes, say
from claimtrack.text.limits import DEFAULT_LIMITS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimtrack.cli.layouts import Outcome

_STDIN = Path("-")


@click.command("format", short_help="Give files the canonical layout.")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--check", is_flag=True, help="Change nothing; name the files that would change.")
@click.option("--diff", is_flag=True, help="Change nothing; show what would change.")
def command(paths: tuple[Path, ...], *, check: bool, diff: bool) -> int:
    """Give the files at PATHS the canonical layout, and change nothing else in them.

    PATHS are corpora, or folders and files of a corpus; none means the current folder, and - reads
    standard input and writes standard output. The names of the files that change go to standard
    output, all else that is said to standard error. A file that cannot be read as YAML is told
    and left alone, and so is one that lies in no corpus, where the layout may matter: - takes it.

    Exit code: 0 done, 1 a file could not be read as YAML (with --check or --diff also: one would
    change), 2 nothing to format or a fault of usage or machine.
    """
    kept = check or diff
    outcomes = (_filtered if _STDIN in paths else _formatted)(paths, kept=kept)
    put(line for outcome in outcomes for line in _shown(outcome, check=check, diff=diff))
    for outcome in outcomes:
        _complain(outcome)
    if _STDIN not in paths:
        say(_summary(outcomes, kept=kept))
    return _code(outcomes, kept=kept)


def _formatted(paths: Sequence[Path], *, kept: bool) -> tuple[Outcome, ...]:
    outcomes: list[Outcome] = []
    with progress() as tell:
        given = members(paths)
        found = tuple(member for member in given if not member.is_foreign)
        for number, member in enumerate(found, 1):
            tell(f"formatting {number:,} of {count(len(found), 'file')}")
            outcomes.append(lay_out(member, write=not kept))
    for member in given:
        if member.is_foreign:
            say(f'claimtrack: "{member.filename}" lies in no corpus and is left alone')
    return tuple(outcomes)


def _filtered(paths: Sequence[Path], *, kept: bool) -> tuple[Outcome, ...]:
    if len(paths) > 1:
        message = "`-` stands for standard input and goes with no other path"
        raise click.UsageError(message, click.get_current_context())
    data = sys.stdin.buffer.read(DEFAULT_LIMITS.size + 1) if sys.stdin else b""
    outcome = laid_out(data, "<stdin>")
    if not kept and outcome.readable:
        put_bytes(outcome.after.encode())
    return (outcome,)


def _shown(outcome: Outcome, *, check: bool, diff: bool) -> Iterator[Line]:
    if diff:
        yield from difference(outcome)
    elif outcome.changes and (check or outcome.written):
        yield Line.of(outcome.filename)


def _complain(outcome: Outcome) -> None:
    for finding in outcome.findings:
        say(str(finding))
    if outcome.failure:
        say(f"claimtrack: {outcome.failure}")


def _summary(outcomes: Sequence[Outcome], *, kept: bool) -> str:
    changing = sum(outcome.changes for outcome in outcomes)
    alike = sum(outcome.readable and not outcome.changes for outcome in outcomes)
    rest = len(outcomes) - changing - alike
    what = "would be formatted" if kept else "formatted"
    told = f", {rest:,} could not be formatted" if rest else ""
    return f"{count(changing, 'file')} {what}, {alike:,} left alone{told}"


def _code(outcomes: Sequence[Outcome], *, kept: bool) -> int:
    if any(outcome.failure for outcome in outcomes):
        return FAILED
    if any(outcome.findings or (kept and outcome.changes) for outcome in outcomes):
        return FOUND
    return CLEAN
