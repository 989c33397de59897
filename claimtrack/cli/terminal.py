"""Where lines go: data to standard output, messages to standard error, colours to a terminal."""

from __future__ import annotations

import contextlib
import functools
import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimtrack.cli.escaping import inert, visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import Console

    from claimtrack.cli.lines import Line

#: How wide a page is where there is no terminal to ask.
_WIDTH = 100


def in_actions() -> bool:
    """Tell whether GitHub Actions reads what is printed."""
    return os.environ.get("GITHUB_ACTIONS") == "true"


def workspace() -> Path | None:
    """Return the folder from which GitHub Actions counts the paths of files, if it says."""
    folder = os.environ.get("GITHUB_WORKSPACE")
    return Path(folder) if folder else None


def job_summary() -> Path | None:
    """Return the file to which GitHub Actions wants a summary of the job added, if it says."""
    file = os.environ.get("GITHUB_STEP_SUMMARY")
    return Path(file) if file else None


def config_home() -> Path:
    """Return the folder in which programs keep a user's settings."""
    folder = os.environ.get("XDG_CONFIG_HOME")
    return Path(folder) if folder else Path.home() / ".config"


def debugging() -> bool:
    """Tell whether the user asked where an error comes from."""
    return bool(os.environ.get("CLAIMTRACK_DEBUG"))


def on_terminal() -> bool:
    """Tell whether standard output is a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def width() -> int:
    """Return how many columns a line may have."""
    return shutil.get_terminal_size((_WIDTH, 24)).columns


def say(message: str) -> None:
    """Write one line to standard error; that nobody reads it is no reason to stop."""
    with contextlib.suppress(OSError):
        click.echo(_harmless(message), err=True)


def put(lines: Iterable[Line]) -> None:
    """Write lines to standard output, in colours on a terminal."""
    for line in lines:
        if on_terminal() and not line.command:
            _put_styled(line)
        else:
            click.echo(plain(line))


def plain(line: Line) -> str:
    """Return a line as it is written where there are no colours."""
    return line.text if line.command else _harmless(line.text, keep=line.keep)


def put_bytes(data: bytes) -> None:
    """Write data to standard output as it is."""
    click.echo(data, nl=False)


def _harmless(text: str, *, keep: str = "") -> str:
    shown = visible(text, keep=keep)
    return inert(shown) if in_actions() else shown


def _put_styled(line: Line) -> None:
    from rich.text import Text  # noqa: PLC0415 - slow to import, and of use on a terminal only

    pieces = [(visible(text, keep=line.keep), style) for text, style in line.pieces]
    text = Text.assemble(*pieces)
    shown = inert(text.plain) if in_actions() else text.plain
    _console().print(text if shown == text.plain else Text(shown), soft_wrap=True)


@functools.cache
def _console() -> Console:
    from rich.console import Console  # noqa: PLC0415 - slow to import, and of use on a terminal only

    return Console(highlight=False, markup=False, emoji=False)
