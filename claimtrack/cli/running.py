"""A run of the program: arguments in, code to exit with out, and one line for whatever fails."""

from __future__ import annotations

import contextlib
import io
import os
import sys
import traceback
from typing import TYPE_CHECKING

import click

from claimtrack.cli.exits import FAILED, INTERRUPTED, UNHEARD
from claimtrack.cli.main import Stopped, program
from claimtrack.cli.terminal import debugging, say
from claimtrack.errors import ClaimtrackError

if TYPE_CHECKING:
    from collections.abc import Sequence


def run(args: Sequence[str]) -> int:
    """Run the program and return the code to exit with; never raises for a fault of any kind."""
    _prepare()
    try:
        code: int = program.main(list(args), prog_name="claimtrack", standalone_mode=False)
        _flush()
    except Stopped as stopped:
        return _told(stopped.cause)
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - the last to see an error
        return _told(error)
    return code


class OutputClosed(ClaimtrackError):  # noqa: N818 - reads as a sentence
    """Something to print where standard output is closed."""

    def __init__(self) -> None:
        super().__init__("standard output is closed: open it, or send it to a file or `/dev/null`")


class NoOutput(io.StringIO):
    """Stands in for a closed standard output, and refuses what would be lost."""

    def write(self, _: str, /) -> int:
        """Raise `OutputClosed`."""
        raise OutputClosed


def _prepare() -> None:
    """Have what a stream cannot encode written as escapes, and what is lost refused."""
    if sys.stdout is None:
        sys.stdout = NoOutput()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _flush() -> None:
    """Meet a full disk or a closed pipe here and not when the interpreter ends."""
    sys.stdout.flush()


def _told(error: BaseException) -> int:
    """Say in one line what went wrong and return the code to exit with."""
    if isinstance(error, BrokenPipeError):
        _hush()
        return UNHEARD
    if debugging():
        for line in traceback.format_exception(error):
            for part in line.splitlines():
                say(part)
    say(f"claimtrack: {_worded(error)}")
    return INTERRUPTED if isinstance(error, KeyboardInterrupt) else FAILED


def _worded(error: BaseException) -> str:
    match error:
        case KeyboardInterrupt():
            return "interrupted"
        case click.ClickException():
            return _usage(error)
        case ClaimtrackError():
            return str(error)
        case OSError():
            return _system(error)
        case _:
            return _bug(error)


def _usage(error: click.ClickException) -> str:
    message = error.format_message()
    command = getattr(error, "ctx", None)
    path = command.command_path if isinstance(command, click.Context) else "claimtrack"
    return f"{message[:1].lower()}{message[1:].rstrip('.')} (see `{path} --help`)"


def _system(error: OSError) -> str:
    why = (error.strerror or str(error)).lower()
    return why if error.filename is None else f'"{os.fsdecode(error.filename)}": {why}'


def _bug(error: BaseException) -> str:
    where = "".join(f" ({note})" for note in getattr(error, "__notes__", ()))
    return (
        f"{type(error).__name__}: {error}{where}; this is a bug of claimtrack, "
        "please report it with what CLAIMTRACK_DEBUG=1 shows"
    )


def _hush() -> None:
    """Let the interpreter flush into nothing when it ends."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
