"""`claimtrack schema`: what editors need to complete and check records."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimtrack.cli.corpora import corpus_root, open_corpus
from claimtrack.cli.lines import Line
from claimtrack.cli.schemafiles import write_schema
from claimtrack.cli.summary import count
from claimtrack.cli.targets import shown
from claimtrack.cli.terminal import put, say
from claimtrack.exchange.editors import schema_text
from claimtrack.exchange.jsonschema import KINDS, json_schema
from claimtrack.exchange.known import Known

if TYPE_CHECKING:
    from claimtrack.text.schema import FileKind


@click.command("schema", short_help="Write JSON Schema, by which editors complete and check.")
@click.argument("kind", required=False, metavar="[KIND]", type=click.Choice(KINDS))
@click.option(
    "-C",
    "--corpus",
    "folder",
    is_flag=False,
    flag_value=".",
    metavar="[DIR]",
    type=click.Path(path_type=Path),
    help="Take the ids of this corpus, or of the current folder's: a record may name no other.",
)
@click.option(
    "--write",
    is_flag=True,
    help="Write the schemas of the corpus into its folder `.schemas` and print what changed.",
)
def command(kind: FileKind | None, *, folder: Path | None, write: bool) -> None:
    """Print the JSON Schema (draft 7) of a KIND of file, or one for any file of a corpus.

    With --corpus, an editor completes the ids of speakers, sources, events and claims, and marks
    those that are not there. With --write, the schemas lie where `claimtrack new --modeline` looks
    for them; write them again when records were added.
    """
    if not write:
        known = None if folder is None else Known.of(open_corpus(corpus_root(folder)))
        # GitHub Actions takes `##[` for a command; within a JSON string the escape means the same.
        text = schema_text(json_schema(kind, known=known)).replace("##[", r"\u0023#[")
        put(Line.of(line) for line in text.splitlines())
        return
    root = corpus_root(folder)
    known = Known.of(open_corpus(root))
    kinds: tuple[FileKind | None, ...] = (*KINDS, None) if kind is None else (kind,)
    paths = [write_schema(root, each, known) for each in kinds]
    changed = [path for path in paths if path]
    put(Line.of(shown(root / path)) for path in changed)
    say(f"{count(len(changed), 'schema')} written, {len(paths) - len(changed)} left alone")
