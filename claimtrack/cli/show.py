"""`claimtrack show`: a record as a person wants to read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from claimtrack.cli.corpora import corpus_option, corpus_root, open_corpus
from claimtrack.cli.keptroots import kept_root
from claimtrack.cli.naming import file_named, record_named
from claimtrack.cli.pages import page_width, put_rows, width_option
from claimtrack.cli.revisions import at_option, open_corpus_at
from claimtrack.corpus.folder import find_root
from claimtrack.report.views import record_rows

if TYPE_CHECKING:
    from pathlib import Path


@click.command("show", short_help="Show a claim, speaker, source or event.")
@click.argument("id")
@at_option
@corpus_option
@width_option
def command(
    id: str,  # noqa: A002 - the format's own word
    *,
    revision: str | None,
    folder: Path | None,
    columns: int | None,
) -> None:
    """Show the record of this ID as a person wants to read it.

    A claim is shown with its versions side by side and who asserts, denies or doubts each; a
    speaker with all it said; a source with what was read in it; an event with the claims about it.

    The signs: + asserts, - denies, ? questions, / declines to say, x retracts, ~ a hedge.

    ID may also name a version (haniyeh-killing/method#bomb), say of which kind it is
    (speaker:hamas), or be the path of a record's file. With --at the record is shown as it was at
    a revision of git, also one that is gone by now; nothing is checked out.
    """
    path = file_named(id) if folder is None else None
    root = find_root(path) if path else None
    if revision is None:
        corpus = open_corpus(root or corpus_root(folder))
    else:
        corpus = open_corpus_at(root or kept_root(folder, revision), revision)
    named = record_named(id, corpus)
    put_rows(record_rows(named.record, corpus, width=page_width(columns), version=named.version))
