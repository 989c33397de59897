"""`claimtrack list`: claims, speakers, sources or events, a line each."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict, Unpack, get_args

import click

from claimtrack.cli.corpora import corpus_option, corpus_root, open_corpus
from claimtrack.cli.exits import CLEAN, FOUND
from claimtrack.cli.filters import Filters, entries
from claimtrack.cli.jsonoutput import put_json
from claimtrack.cli.pages import put_rows
from claimtrack.cli.terminal import on_terminal, say, width
from claimtrack.model.attributions import STANCES
from claimtrack.model.claims import Status
from claimtrack.report.listings import listing_rows

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrack.model.attributions import Stance


class Given(TypedDict):
    """The filters that were given; None is not asked."""

    kind: str | None
    event: str | None
    speaker: str | None
    source: str | None
    tag: str | None
    stance: Stance | None
    status: Status | None
    disputed: bool | None
    unreviewed: bool | None


@click.command("list", short_help="List claims, speakers, sources or events.")
@click.argument(
    "what", default="claims", type=click.Choice(["claims", "sources", "speakers", "events"])
)
@click.option("--kind", metavar="WORD", help="Of this kind (of sources: of this type).")
@click.option("--event", metavar="ID", help="Claims about this event.")
@click.option(
    "--speaker",
    metavar="ID",
    help="Claims in which this speaker takes part, also jointly, cited or carrying; "
    "`author` and `unknown` too.",
)
@click.option("--source", metavar="ID", help="Claims of which something was read in this source.")
@click.option("--tag", metavar="SLUG", help="Claims with this tag.")
@click.option(
    "--stance",
    type=click.Choice(STANCES),
    help="Claims to which somebody (the --speaker, if given) takes this stance.",
)
@click.option("--status", type=click.Choice(get_args(Status)), help="Claims of this status.")
@click.option(
    "--disputed/--undisputed",
    default=None,
    help="Claims in dispute, or not; those in dispute by how well both sides are supported.",
)
@click.option(
    "--unreviewed/--reviewed",
    default=None,
    help="Never reviewed, or changed in meaning since; or reviewed as they are.",
)
@corpus_option
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print."
)
def command(what: str, *, folder: Path | None, form: str, **given: Unpack[Given]) -> int:
    """List the claims of a corpus, or its SOURCES, SPEAKERS or EVENTS, a line each, by id.

    Speaker, source and stance are asked of one and the same attribution. On a terminal, long
    headlines are cut, and where there is little room, `(2/5)` stands for 2 versions with 5
    attributions. With --disputed those claims come first of which both sides have most independent
    roots, as `roots: 2 to 3 against 1` counts them. The JSON is {"schema_version": 1,
    "claims": [...]}, or "sources", "speakers", "events": objects with the id, the headline, the
    counts of the line and, with --disputed, the conflicts.

    Exit code: 0 something is listed, 1 nothing is, 2 a filter names no record, or another fault.
    """
    corpus = open_corpus(corpus_root(folder))
    listed = entries(what, Filters(**given), corpus=corpus)
    if form == "json":
        put_json({what: [entry.facts for entry in listed]})
    else:
        put_rows(listing_rows(listed, width=width() if on_terminal() else None))
    if not listed:
        say(f"claimtrack: no {what} are there that answer to this")
    return CLEAN if listed else FOUND
