"""`claimtrack merge`: three-way merge of one record, by hand or for git."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimtrack.cli.exits import CLEAN, FOUND
from claimtrack.cli.lines import Line
from claimtrack.cli.merging import Inputs, merge_files
from claimtrack.cli.terminal import put, put_bytes, say
from claimtrack.corpus.atomic import write_file
from claimtrack.corpus.files import digest_of
from claimtrack.text.markers import MARKER_SIZE, Markers

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

#: What git writes for a label that it does not know.
_UNKNOWN = ("", "%X", "%S", "%Y")
#: What git calls the sides of a merge that it makes up as the base of another, where branches were
#: merged into each other: nobody is asked about that one. A file's path may follow, after a colon.
_INNER = ("Temporary merge branch 1", "Temporary merge branch 2")
_PATH = click.Path(path_type=Path)


def _label(_: click.Context, option: click.Parameter, value: str) -> str:
    """Give a side git's name for it, on one line, or its own where git has none."""
    name = (option.name or "").removesuffix("_label")
    return name if value in _UNKNOWN else " ".join(value.split())


def _labels(command: Callable[..., int]) -> Callable[..., int]:
    for side in ("theirs", "base", "ours"):
        told = f"What conflict markers call {side.upper()}."
        option = click.option(f"--{side}-label", default="", callback=_label, help=told)
        command = option(command)
    return command


@click.command("merge", short_help="Merge two sides of a record.")
@click.argument("base", type=_PATH)
@click.argument("ours", type=_PATH)
@click.argument("theirs", type=_PATH)
@click.option("--write", is_flag=True, help="Write the result to OURS, and print nothing.")
@click.option("--driver", is_flag=True, help="As --write; print `clean` or `conflict`, for git.")
@click.option("--path", default=None, help="The file's own path. [default: OURS]")
@click.option(
    "--marker-size", type=click.IntRange(1, 1000), default=MARKER_SIZE, help="[default: 7]"
)
@click.option("--style", default="", help="`diff3` or `zdiff3` shows the base in conflicts too.")
@_labels
def command(  # noqa: PLR0913 - git's merge driver has as many placeholders
    base: Path,
    ours: Path,
    theirs: Path,
    *,
    write: bool,
    driver: bool,
    path: str | None,
    marker_size: int,
    style: str,
    ours_label: str,
    base_label: str,
    theirs_label: str,
) -> int:
    """Merge the files OURS and THEIRS, which both came of BASE.

    Every change of both sides is in the result, which has the canonical layout. What both changed
    in different ways, or one removed and the other changed, stands between conflict markers, field
    by field; nothing is chosen. Speaker, stance, certainty, source, place and words of one
    attribution are one reading: where both sides changed it, all they changed of it is in conflict,
    and so is a sentence that both added, each with another stance. BASE may be empty, where both
    sides added the file. What both added under one name is in conflict as a whole, unless it has
    the same keys and all but one agree. Files that cannot be read as YAML are merged line by line
    by git.

    Exit code: 0 merged, 1 with conflicts, 2 a fault of usage or machine.
    """
    markers = Markers(
        ours=ours_label,
        base=base_label,
        theirs=theirs_label,
        size=marker_size,
        with_base=style in ("diff3", "zdiff3"),
    )
    inputs = Inputs.read(base, ours, theirs, path=path)
    done = merge_files(inputs, markers)
    if write or driver:
        write_file(ours.parent, ours.name, done.data, expected=digest_of(inputs.ours))
    else:
        put_bytes(done.data)
    if tuple(label.partition(":")[0] for label in (ours_label, theirs_label)) != _INNER:
        _tell(inputs.path, done.told)
    if driver:
        put([Line.of("conflict" if done.conflicts else "clean")])
    return FOUND if done.conflicts else CLEAN


def _tell(path: str, told: Sequence[str]) -> None:
    for message in told:
        say(f"{path}: {message}")
