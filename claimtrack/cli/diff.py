"""`claimtrack diff`: what changed between two states of a corpus, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from claimtrack.cli.accounts import FORMS, Form, say_the_rest
from claimtrack.cli.corpora import corpus_option
from claimtrack.cli.exits import CLEAN, FOUND
from claimtrack.cli.pages import width_option
from claimtrack.cli.states import named_states
from claimtrack.report.accounts import account_between
from claimtrack.report.comment import LEAST_LIMIT, LIMIT

if TYPE_CHECKING:
    from pathlib import Path

#: Where the paths after `--` are kept while click parses the rest.
_PATHS = "claimtrack.cli.diff.paths"


class Given(TypedDict):
    """The options that were given."""

    staged: bool
    no_index: bool
    folder: Path | None
    form: str
    limit: int
    columns: int | None
    exit_code: bool


class WithPaths(click.Command):
    """A command that tells the paths after `--` from the revisions before it."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the paths aside and parse the rest."""
        at = args.index("--") if "--" in args else len(args)
        ctx.meta[_PATHS] = tuple(args[at + 1 :])
        return super().parse_args(ctx, args[:at])


@click.command(
    "diff",
    cls=WithPaths,
    short_help="Tell what changed between two revisions, in sentences.",
    options_metavar="[OPTIONS]",
)
@click.argument("words", nargs=-1, metavar="[BASE [HEAD]] [-- PATHS]")
@click.option("--staged", "--cached", is_flag=True, help="Compare BASE with what is staged.")
@click.option("--no-index", is_flag=True, help="Compare two files or two folders, without git.")
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMS)),
    default="text",
    help="How to print; markdown is for a comment on a pull request.",
)
@click.option(
    "--limit",
    type=click.IntRange(min=LEAST_LIMIT),
    default=LIMIT,
    show_default=True,
    help="Characters of Markdown at most; what is left out is told.",
)
@click.option("--exit-code", is_flag=True, help="Exit with 1 where a record changed.")
@corpus_option
@width_option
def command(words: tuple[str, ...], **given: Unpack[Given]) -> int:
    """Tell what changed in meaning between two states of a corpus, and what follows from it.

    Without BASE and HEAD, that is everything since the last commit, staged or not (unlike `git
    diff`, which leaves out what is staged). BASE alone is compared with the working tree; BASE
    HEAD and BASE..HEAD are two revisions; `main...` compares HEAD with where it parted from main,
    as a pull request does. PATHS, which need no `--` where they are no revisions, limit the
    records shown. A change of layout or comments only is counted on standard error. A corpus that
    was moved is compared with what it was; one that is gone is told as removed.

    \b
    claimtrack diff                              all that is not committed yet
    claimtrack diff main... --format markdown    what a pull request changes
    claimtrack diff v1 v2 -- claims/sources      two revisions, some records
    claimtrack diff --no-index a.yaml b.yaml     two files, also as `git difftool -x`

    Exit code: 0, with --exit-code 1 where a record changed or could not be compared; 2 a fault,
    also where no record of the later state can be read.
    """  # noqa: D301 - click takes the mark for a block that is not wrapped
    after = click.get_current_context().meta[_PATHS]
    states, paths = named_states(
        (*words, *after),
        count=len(words) if after else None,
        staged=given["staged"],
        no_index=given["no_index"],
        folder=given["folder"],
    )
    account = account_between(states, paths=paths)
    FORMS[given["form"]](account, Form(columns=given["columns"], limit=given["limit"]))
    say_the_rest(account)
    return FOUND if given["exit_code"] and account.differs else CLEAN
