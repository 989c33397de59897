"""The commands, each imported when it is asked for."""

from __future__ import annotations

import contextlib
import difflib
import importlib
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from claimtrack import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: Every command, with what the list of commands says of it. A command is `command` in the module
#: of its name; it returns the code to exit with, or nothing.
COMMANDS = {
    "check": "Tell what is wrong with claims.",
    "format": "Give files the canonical layout.",
    "merge": "Merge two sides of a record.",
    "git": "Have git merge and show records by what they mean.",
    "rule": "Explain a rule, or list all rules.",
    "diff": "Tell what changed between two revisions, in sentences.",
    "log": "Tell what each commit made of a record.",
    "show": "Show a claim, speaker, source or event.",
    "positions": "Tell what a speaker said over time.",
    "timeline": "Tell when something happened, was said and published.",
    "list": "List claims, speakers, sources or events.",
    "locate": "Find words in a source's text.",
    "coverage": "Tell which paragraphs of a source were read.",
    "names": "Tell who is spelt how, and which names lack a record.",
    "review": "Write into a record that somebody has read it.",
    "new": "Write the file of a new record, to fill in.",
    "schema": "Write JSON Schema, by which editors complete and check.",
}


class Stopped(Exception):  # noqa: N818 - says what happened
    """Something that ends a command early, kept from click, which would word it in its own way."""

    def __init__(self, cause: BaseException) -> None:
        self.cause = cause
        super().__init__(str(cause))


class Program(click.Group):
    """The program, which knows its commands by name until one is asked for."""

    def list_commands(self, _: click.Context) -> list[str]:
        """Return the names of the commands, in the order of their table."""
        return list(COMMANDS)

    def get_command(self, _: click.Context, name: str) -> click.Command | None:
        """Import a command."""
        if name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"claimtrack.cli.{name}").command
        return command

    def format_commands(self, _: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Complete the names of commands without importing them."""
        names = [name for name in COMMANDS if name.startswith(incomplete)]
        items = [CompletionItem(name, help=COMMANDS[name]) for name in names]
        return items + click.Command.shell_complete(self, ctx, incomplete)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; for an unknown one, name the nearest."""
        name = args[0]
        if name not in COMMANDS and not name.startswith("-") and not ctx.resilient_parsing:
            ctx.fail(f'there is no command "{name}"{_nearest(name)}')
        return super().resolve_command(ctx, args)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the arguments before the command; `--help` and `--version` print here."""
        with _kept_from_click():
            return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> None:
        """Run the command and leave with the code that it returns."""
        with _kept_from_click():
            code: int | None = super().invoke(ctx)
        ctx.exit(code or 0)


@contextlib.contextmanager
def _kept_from_click() -> Iterator[None]:
    try:
        yield
    except (KeyboardInterrupt, OSError) as error:
        raise Stopped(error) from error


def _nearest(name: str) -> str:
    near: Sequence[str] = difflib.get_close_matches(name, COMMANDS, n=1)
    return f', did you mean "{near[0]}"?' if near else ""


@click.group(
    cls=Program, no_args_is_help=False, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(__version__, message="%(prog)s %(version)s")
def program() -> None:
    """Keep contested facts as files that can be reviewed.

    Exit code: 0 clean, 1 findings or differences, 2 a fault of usage, configuration or machine.
    """
