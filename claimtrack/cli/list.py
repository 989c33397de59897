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
from claimtrack.model.attributions import STANCES, Act, Certainty, Form
from claimtrack.model.claims import Answer, Status
from claimtrack.report.listings import listing_rows

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrack.model.attributions import Stance


class Given(TypedDict):
    """The filters that were given; None is not asked."""

    kind: str | None
    event: str | None
    tag: str | None
    answer: Answer | None
    status: Status | None
    subject: str | None
    speaker: str | None
    by: str | None
    to: str | None
    cited: str | None
    source: str | None
    stance: Stance | None
    act: Act | None
    certainty: Certainty | None
    form: Form | None
    said: str | None
    possibly_said: str | None
    text: str | None
    disputed: bool | None
    unreviewed: bool | None


@click.command("list", short_help="List claims, speakers, sources or events.")
@click.argument(
    "what", default="claims", type=click.Choice(["claims", "sources", "speakers", "events"])
)
@click.option("--kind", metavar="WORD", help="Of this kind (of sources: of this type).")
@click.option("--event", metavar="ID", help="Claims about this event.")
@click.option("--tag", metavar="SLUG", help="Claims with this tag.")
@click.option("--answer", type=click.Choice(get_args(Answer)), help="Claims answered by this type.")
@click.option("--status", type=click.Choice(get_args(Status)), help="Claims of this status.")
@click.option("--subject", metavar="ID", help="Claims about this speaker.")
@click.option(
    "--speaker",
    metavar="ID",
    help="Claims in which this speaker takes part, also jointly, cited or carrying; "
    "`author` and `unknown` too.",
)
@click.option("--by", metavar="ID", help="Claims of which this speaker says something, or jointly.")
@click.option("--to", metavar="ID", help="Claims of which this speaker is told something.")
@click.option("--cited", metavar="ID", help="Claims for which somebody relies on this speaker.")
@click.option("--source", metavar="ID", help="Claims of which something was read in this source.")
@click.option(
    "--stance",
    type=click.Choice(STANCES),
    help="Claims to which somebody (the --speaker, if given) takes this stance.",
)
@click.option("--act", type=click.Choice(get_args(Act)), help="Claims answered by such an act.")
@click.option(
    "--certainty", type=click.Choice(get_args(Certainty)), help="Claims answered as surely as this."
)
@click.option("--form", type=click.Choice(get_args(Form)), help="Claims answered in this.")
@click.option(
    "--said", metavar="DATE", help="Claims of which something was said in it for certain."
)
@click.option(
    "--possibly-said",
    metavar="DATE",
    help="The same where that is not excluded, as of what bears no date.",
)
@click.option(
    "--text", metavar="WORDS", help="Claims with these words in a quote, cue or statement."
)
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
    "--format", "output", type=click.Choice(["text", "json"]), default="text", help="How to print."
)
def command(what: str, *, folder: Path | None, output: str, **given: Unpack[Given]) -> int:
    """List the claims of a corpus, or its SOURCES, SPEAKERS or EVENTS, a line each, by id.

    What is asked of attributions (--speaker to --text) is asked of one and the same. On a
    terminal, long headlines are cut, and where there is little room, `(2/5)` stands for 2 versions
    with 5 attributions. With --disputed those claims come first of which both sides have most
    independent roots, as `roots: 2 to 3 against 1` counts them. The JSON is {"schema_version": 1,
    "claims": [...]}, or "sources", "speakers", "events": objects with the id, the headline, the
    counts of the line and, with --disputed, the conflicts.

    Exit code: 0 something is listed, 1 nothing is, 2 a filter names no record, or another fault.
    """
    corpus = open_corpus(corpus_root(folder))
    listed = entries(what, Filters(**given), corpus=corpus)
    if output == "json":
        put_json({what: [entry.facts for entry in listed]})
    else:
        put_rows(listing_rows(listed, width=width() if on_terminal() else None))
    if not listed:
        say(f"claimtrack: no {what} are there that answer to this")
    return CLEAN if listed else FOUND
