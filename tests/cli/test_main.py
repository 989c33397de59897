"""The program as such: its commands, its help, and what it imports."""

from __future__ import annotations

import importlib
import subprocess
import sys

import click
import pytest

from claimtrack import __version__
from claimtrack.cli.main import COMMANDS, program
from tests.cli.conftest import Ran, Run, finished

HEAVY = ("attr", "attrs", "cattrs", "ruamel", "rich")
IMPORTS = """
import sys
from claimtrack.cli.running import run
code = run(sys.argv[1:])
print([name for name in {heavy!r} if name in sys.modules], file=sys.stderr)
"""


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_of_commands_says_what_each_says_of_itself(name: str) -> None:
    command = importlib.import_module(f"claimtrack.cli.{name}").command
    assert (command.name, command.short_help) == (name, COMMANDS[name])
    assert command.help


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_explained(name: str) -> None:
    command = importlib.import_module(f"claimtrack.cli.{name}").command
    options = [item for item in command.params if isinstance(item, click.Option)]
    assert [item.name for item in options if not item.help] == []


def test_help_names_every_command(ran: Run) -> None:
    done = ran("--help")
    assert (done.code, done.err) == (0, "")
    for name, short in COMMANDS.items():
        assert f"  {name} " in done.out
        assert short in " ".join(done.out.split())
    assert done == ran("-h")


@pytest.mark.parametrize(
    ("args", "names"),
    [
        pytest.param(("--help",), [], id="help"),
        pytest.param(("--version",), [], id="version"),
        pytest.param(("nothing",), [], id="unknown-command"),
        pytest.param(("rule", "CTD101"), ["attr", "attrs"], id="rule"),
    ],
)
def test_nothing_heavy_is_imported_before_it_is_needed(
    args: tuple[str, ...], names: list[str]
) -> None:
    script = IMPORTS.format(heavy=HEAVY)
    done = subprocess.run(
        [sys.executable, "-c", script, *args], capture_output=True, check=True, text=True
    )
    assert set(done.stderr.splitlines()[-1]) >= set(str(names))
    if not names:
        assert done.stderr.splitlines()[-1] == "[]"


def test_the_version_is_told(ran: Run) -> None:
    assert ran("--version") == Ran(0, f"claimtrack {__version__}\n", "")


@pytest.mark.parametrize(
    ("args", "message"),
    [
        pytest.param((), "missing command", id="no-command"),
        pytest.param(
            ("chek",), 'there is no command "chek", did you mean "check"?', id="nearly-a-command"
        ),
        pytest.param(("zzz",), 'there is no command "zzz"', id="no-such-command"),
        pytest.param(("--zzz",), "no such option '--zzz'", id="no-such-option"),
    ],
)
def test_a_fault_of_usage_is_told_in_one_line(
    ran: Run, args: tuple[str, ...], message: str
) -> None:
    assert ran(*args) == Ran(2, "", f"claimtrack: {message} (see `claimtrack --help`)\n")


def test_an_unknown_option_of_a_command_points_to_its_help(ran: Run) -> None:
    done = ran("rule", "--zzz")
    assert done == Ran(2, "", "claimtrack: no such option '--zzz' (see `claimtrack rule --help`)\n")


@pytest.mark.parametrize(
    ("words", "completed"),
    [
        pytest.param("claimtrack ch", ["check"], id="command"),
        pytest.param("claimtrack check --str", ["--strict"], id="option"),
        pytest.param("claimtrack check --format js", ["json"], id="choice"),
        pytest.param("claimtrack zzz ch", ["check"], id="after-an-unknown-command"),
    ],
)
def test_shells_complete_commands_and_options(words: str, completed: list[str]) -> None:
    env = {
        "_CLAIMTRACK_COMPLETE": "bash_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(words.split()) - 1),
    }
    done = finished(env=env)
    assert [line.split(",")[1] for line in done.out.split()] == completed


def test_the_program_is_a_group_that_imports_its_commands() -> None:
    context = click.Context(program)
    assert program.list_commands(context) == list(COMMANDS)
    for name in COMMANDS:
        command = program.get_command(context, name)
        assert command is not None
        assert command.name == name
    assert program.get_command(context, "nothing") is None
