"""`claimtrack git`: having git merge and show records by what they mean."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimtrack.cli.exits import CLEAN, FOUND
from claimtrack.cli.lines import Line
from claimtrack.cli.terminal import config_home, put, say
from claimtrack.corpus.git import Repository
from claimtrack.corpus.gitsetup import Setup

if TYPE_CHECKING:
    from collections.abc import Callable

_STYLES = {"installed": "green", "missing": "red", "outdated": "yellow", "differs": "yellow"}


def _scoped(command: Callable[..., int]) -> Callable[..., int]:
    return click.option(
        "--local/--global",
        "local",
        default=True,
        help="Of this repository, or of this user's settings for all. [default: --local]",
    )(command)


def _setup(*, local: bool) -> Setup:
    return Setup.local(Repository.at(Path())) if local else Setup.of_user(config_home())


@click.group(
    "git", no_args_is_help=False, short_help="Have git merge and show records by what they mean."
)
def command() -> None:
    """Have git merge records by what they mean, compare them in one layout, and name the version.

    `install` sets a merge driver, which leaves a file to `git merge-file` wherever claimtrack is
    missing or fails; a textconv, so that a new layout is no difference; and headings of hunks that
    name the version. Of a repository, these are settings in its `.git/config`, which each clone
    needs anew, and lines in its `.gitattributes`, which are there to be committed. Of a user, they
    are settings for every repository and lines in the user's own file of attributes, for folders
    by the name of `claims`.
    """


@command.command("install", short_help="Set up git; what is there is brought up to date.")
@_scoped
def install(*, local: bool) -> int:
    """Set up git; what is there is brought up to date, and all else is left as it is.

    A setting or a line that is not claimtrack's and stands in its way is told, and nothing is done.
    """
    setup = _setup(local=local)
    setup.install()
    return _report(setup)


@command.command("uninstall", short_help="Take out what `install` put there, and nothing else.")
@_scoped
def uninstall(*, local: bool) -> int:
    """Take out what `install` put there, and nothing else.

    All work trees of a repository share its settings, and lose them together.
    """
    setup = _setup(local=local)
    setup.uninstall()
    _report(setup)
    return CLEAN


@command.command("status", short_help="Tell of each piece whether it is there.")
@_scoped
def status(*, local: bool) -> int:
    """Tell of each piece whether it is installed, missing, outdated, or differs.

    What differs was set to something that is not claimtrack's. Exit code: 0 all is installed,
    1 something is not, 2 a fault of usage or machine.
    """
    return _report(_setup(local=local))


def _report(setup: Setup) -> int:
    pieces = setup.status()
    width = max(len(piece.state) for piece in pieces)
    put(
        Line.of((f"{piece.state:{width}}", _STYLES[piece.state]), f"  {piece.name}")
        for piece in pieces
    )
    if not setup.lines:
        say("claimtrack: this repository holds no corpus")
    return CLEAN if all(piece.state == "installed" for piece in pieces) else FOUND
