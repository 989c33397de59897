"""`claimtrack positions`: what a speaker said over time, and where it went against itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from claimtrack.analysis.positions import positions
from claimtrack.cli.corpora import corpus_option, corpus_root, open_corpus
from claimtrack.cli.exits import CLEAN, FOUND
from claimtrack.cli.jsonoutput import put_json
from claimtrack.cli.naming import require
from claimtrack.cli.pages import page_width, put_rows, width_option
from claimtrack.cli.terminal import say
from claimtrack.report.positions import positions_facts, positions_rows

if TYPE_CHECKING:
    from pathlib import Path


@click.command("positions", short_help="Tell what a speaker said over time.")
@click.argument("speaker")
@click.option(
    "--parts/--no-parts", default=True, help="With what the parts of a body said.  [default: with]"
)
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print."
)
@corpus_option
@width_option
def command(
    speaker: str, *, parts: bool, form: str, folder: Path | None, columns: int | None
) -> int:
    """Tell what this SPEAKER asserted, denied, questioned, declined and retracted, in order.

    What parts of it said (`part_of`) counts, and what it wrote as the author of a source. What is
    not dated stands apart. Then come the turns: what it withdrew, what it said otherwise later,
    and what contradicts something else it said; apart from them, what it said otherwise of another
    time. Nothing here says which of two words is true.

    The JSON is {"schema_version": 1, "speaker", "members", "dated", "undated", "turns",
    "other_times"}.

    Exit code: 0 something is told, 1 the speaker said nothing, 2 another fault.
    """
    corpus = open_corpus(corpus_root(folder))
    name = require("speaker", speaker.removeprefix("speaker:"), corpus=corpus).id
    found = positions(name, corpus, parts=parts)
    if form == "json":
        put_json(positions_facts(found, corpus))
    else:
        put_rows(positions_rows(found, corpus, width=page_width(columns)))
    if not found.utterances:
        say(f'claimtrack: speaker "{name}" said nothing that is recorded here')
    return CLEAN if found.utterances else FOUND
