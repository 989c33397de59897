"""`claimtrack new`: the file of a new record, to fill in."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from claimtrack.cli.corpora import corpus_option
from claimtrack.cli.creating import Given, New, Where, create, known_of
from claimtrack.model.claims import Answer, ClaimKind
from claimtrack.model.sources import SourceType
from claimtrack.model.speakers import SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Callable


@click.group(
    "new", invoke_without_command=True, short_help="Write the file of a new record, to fill in."
)
@click.pass_context
def command(context: click.Context) -> None:
    """Write the file of a new record, with comments that say what to fill in.

    The file is in canonical layout, at the path that its ID gives, and never written over another;
    its path is printed. What is required and not given stays empty, and `claimtrack check` tells
    it.
    """
    if context.invoked_subcommand is None:
        context.fail("name what to write: claim, source, speaker or event")


def _shared(function: Callable[..., None]) -> Callable[..., None]:
    """Add what every kind of record takes, and pass where the record goes as one."""

    @functools.wraps(function)
    def run(
        id: str,  # noqa: A002 - the format's own word
        *,
        folder: Path | None,
        only_print: bool,
        modeline: bool,
        **given: Given,
    ) -> None:
        where = Where(folder=folder, only_print=only_print, modeline=modeline)
        function(id, where=where, **given)

    for add in (_MODELINE, _ONLY_PRINT, corpus_option):
        run = add(run)
    return click.argument("id")(run)


_ONLY_PRINT = click.option(
    "-n", "--stdout", "only_print", is_flag=True, help="Print the file only; write nothing."
)
_MODELINE = click.option(
    "--modeline",
    is_flag=True,
    help="Begin with the line by which editors find the schema (see `claimtrack schema`).",
)


@command.command("claim")
@click.option("--question", "claim", help="The question at issue, in neutral words.")
@click.option("--kind", type=click.Choice(get_args(ClaimKind)), help="What sort of question.")
@click.option("--event", metavar="ID", help="The event that it is about.")
@click.option("--subject", "subjects", metavar="ID", multiple=True, help="Whom it is about.")
@click.option("--answer", type=click.Choice(get_args(Answer)), help="The type of the values.")
@click.option("--unit", help="Of quantities: what is counted.")
@click.option(
    "--exclusive", type=click.Choice(["true", "false"]), help="Can at most one version be right?"
)
@click.option("--tag", "tags", metavar="SLUG", multiple=True, help="A tag.")
@click.option("--version", "versions", metavar="SLUG", multiple=True, help="The id of a version.")
@_shared
def claim(
    id: str,  # noqa: A002 - the format's own word
    *,
    versions: tuple[str, ...],
    where: Where,
    **given: Given,
) -> None:
    """Write a claim: ID is its path below the corpus, as `haniyeh-killing/method`."""
    new = New(kind="claim", id=id, known=known_of(given), versions=versions)
    create(new, where)


@command.command("source")
@click.option("--title", "source", help="The title as printed, or a description in brackets.")
@click.option("--type", type=click.Choice(get_args(SourceType)), metavar="WORD", help="As in CSL.")
@click.option("--author", "authors", metavar="ID", multiple=True, help="A speaker who wrote it.")
@click.option("--publisher", metavar="ID", help="The speaker that published it.")
@click.option("--published", metavar="DATE", help="When it was published, in EDTF.")
@click.option("--url", help="Where it is.")
@click.option("--language", help="Its language, in BCP 47.")
@click.option(
    "--file",
    "text",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The file of its full text; its digest is taken.",
)
@_shared
def source(
    id: str,  # noqa: A002 - the format's own word
    *,
    text: Path | None,
    where: Where,
    **given: Given,
) -> None:
    """Write a source, a document in which something is read."""
    new = New(kind="source", id=id, known=known_of(given), text=text)
    create(new, where)


@command.command("speaker")
@click.option("--name", "speaker", help="The name as it is commonly printed.")
@click.option("--kind", type=click.Choice(get_args(SpeakerKind)), help="What sort of speaker.")
@click.option("--alias", "aliases", multiple=True, help="Another spelling of the name.")
@click.option("--part-of", metavar="ID", multiple=True, help="The speaker that it is part of.")
@_shared
def speaker(
    id: str,  # noqa: A002 - the format's own word
    *,
    where: Where,
    **given: Given,
) -> None:
    """Write a speaker: a person, organization, publication, government, group or anonymous one."""
    create(New(kind="speaker", id=id, known=known_of(given)), where)


@command.command("event")
@click.option("--name", "event", help="What happened, in neutral words.")
@click.option("--date", metavar="DATE", help="When it happened, in EDTF.")
@click.option("--place", help="Where it happened.")
@click.option("--part-of", metavar="ID", multiple=True, help="The event that it is part of.")
@_shared
def event(
    id: str,  # noqa: A002 - the format's own word
    *,
    where: Where,
    **given: Given,
) -> None:
    """Write an event that claims are about."""
    create(New(kind="event", id=id, known=known_of(given)), where)
