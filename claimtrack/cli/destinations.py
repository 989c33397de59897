"""Where the forms of a check go: one to standard output, any number to files."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click
from attrs import frozen

from claimtrack.cli.jobsummary import summarize_job
from claimtrack.cli.output import FORMATS, usual_format
from claimtrack.cli.targets import absolute, shown
from claimtrack.cli.terminal import plain, put
from claimtrack.corpus.atomic import write_file
from claimtrack.corpus.files import FileError, digest_there
from claimtrack.corpus.folder import MANIFEST, NotACorpus, find_root
from claimtrack.quoting import quoted
from claimtrack.text.misfits import suggestion

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.cli.checked import Checked

#: More than any report has; a larger file is none of ours and is not written over.
_LARGEST = 1 << 30
_MARK = '"'


@frozen
class Destination:
    """A form, and the file that it goes to; None is standard output."""

    form: str
    file: Path | None


def _read(_: click.Context, __: click.Parameter, given: Sequence[str]) -> tuple[Destination, ...]:
    """Read each `FORMAT` or `FORMAT=FILE`, and refuse what would mix or write over itself."""
    destinations = tuple(map(_destination, given))
    files = [absolute(one.file) for one in destinations if one.file is not None]
    if len(given) - len(files) > 1:
        message = "only one format can be printed; send the others to files, as FORMAT=FILE"
        raise click.BadParameter(message)
    for file in files:
        if files.count(file) > 1:
            message = f'two formats go to "{shown(file)}"; give each a file of its own'
            raise click.BadParameter(message)
    return destinations


def _destination(given: str) -> Destination:
    form, equals, name = given.partition("=")
    if form not in FORMATS:
        known = suggestion(form, FORMATS) or f"; the formats are {', '.join(FORMATS)}"
        message = f"{quoted(form, mark=_MARK)} is no format{known}"
        raise click.BadParameter(message)
    if not equals:
        return Destination(form, None)
    file = Path(name)
    if name in ("", "-"):
        message = f"name a file after `{form}=`, or print with `{form}` alone"
        raise click.BadParameter(message)
    if file.is_dir() or not absolute(file).parent.is_dir():
        message = f"{quoted(name, mark=_MARK)} is a folder, or in none; name a file in a folder"
        raise click.BadParameter(message)
    if _is_of_a_corpus(file):
        message = f"{quoted(name, mark=_MARK)} would be a file of the corpus; name another file"
        raise click.BadParameter(message)
    return Destination(form, file)


def _is_of_a_corpus(file: Path) -> bool:
    """Tell whether a file is, or would be read as, a manifest or a file of a record."""
    if file.suffix.lower() not in {".yaml", ".yml"}:
        return False
    if file.name == MANIFEST:
        return True
    try:
        find_root(os.path.realpath(file.parent))
    except NotACorpus:
        return False
    return True


def _complete(_: click.Context, __: click.Parameter, begun: str) -> list[str]:
    return [form for form in FORMATS if form.startswith(begun)]


#: The option that says in which forms a check is told, and where.
destinations_option = click.option(
    "-o",
    "--format",
    "destinations",
    multiple=True,
    metavar="FORMAT[=FILE]",
    callback=_read,
    shell_complete=_complete,
    help=f"How to print: {', '.join(FORMATS)}; else full on a terminal, github in GitHub Actions, "
    "concise elsewhere. With =FILE, a file is written as well; may be given again.",
)


def deliver(checked: Sequence[Checked], destinations: Sequence[Destination]) -> None:
    """Write the forms that go to files, and print the one that does not, or the usual one.

    Raises `FileError` for a file that cannot be written.
    """
    printed = next((one.form for one in destinations if one.file is None), usual_format())
    for one in destinations:
        if one.file is not None:
            _write(one.file, "".join(f"{plain(line)}\n" for line in FORMATS[one.form](checked)))
    put(FORMATS[printed](checked))
    if printed == "github":
        summarize_job(checked)


def _write(file: Path, text: str) -> None:
    """Write a whole file, in place of the one that is there."""
    whole = absolute(file)
    data = text.encode("utf-8", "backslashreplace")
    try:
        there = digest_there(whole.parent, whole.name, limit=_LARGEST)
        write_file(whole.parent, whole.name, data, expected=there)
    except FileError as error:
        error.path = shown(file)
        raise
