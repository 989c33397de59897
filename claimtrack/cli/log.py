"""`claimtrack log`: what each commit made of a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from claimtrack.changes.log import log
from claimtrack.changes.names import Names
from claimtrack.cli.corpora import corpus_option
from claimtrack.cli.jsonoutput import put_json
from claimtrack.cli.keptroots import Nearby
from claimtrack.cli.naming import AmbiguousName, file_named, meant, record_named
from claimtrack.cli.pages import page_width, put_rows, width_option
from claimtrack.cli.revisions import at_option
from claimtrack.cli.terminal import say
from claimtrack.corpus.corpus import load
from claimtrack.corpus.git import Repository
from claimtrack.corpus.history import corpus_at
from claimtrack.model.ids import InvalidId
from claimtrack.report.logs import log_facts, log_rows

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrack.changes.log import Entry
    from claimtrack.cli.naming import Meant
    from claimtrack.corpus.corpus import Corpus
    from claimtrack.corpus.git import Commit
    from claimtrack.corpus.index import Key


@click.command("log", short_help="Tell what each commit made of a record.")
@click.argument("id")
@at_option
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print."
)
@corpus_option
@width_option
def command(
    id: str,  # noqa: A002 - the format's own word
    *,
    revision: str | None,
    form: str,
    folder: Path | None,
    columns: int | None,
) -> None:
    """Tell the history of the record of this ID through git, newest commit first, in sentences.

    The record is followed through its renamings, also from an old ID; what only follows the
    renaming of another is told as such. Deletion and return are told, states that could not be
    read, and where a shallow clone ends. A merge is told where it did what neither side had done;
    all lines of history are followed, each under the id that the record has in it. ID may name a
    version of a claim (haniyeh-killing/method#bomb). Who is meant is told by the names that the
    corpus has now.
    """
    path = file_named(id) if folder is None else None
    nearby = Nearby.of(path or folder)
    head = nearby.repository.commit(revision or "HEAD")
    root, kept = nearby.last(head)
    corpus = corpus_at(nearby.repository, root, kept) if kept else load(root)
    key, entries = _history(id, meant(id, corpus), corpus, head)
    names = Names(corpus, corpus)
    if form == "json":
        kind, name = key
        put_json({"kind": kind, "id": name, "commits": log_facts(entries, names)})
    else:
        put_rows(log_rows(entries, names, width=page_width(columns)))


def _history(
    name: str, meant: Meant, corpus: Corpus, head: Commit
) -> tuple[Key, tuple[Entry, ...]]:
    """Return the one record with a history among those that are meant, and its history.

    Raises `UnknownName`, `AmbiguousName` and `GitError`.
    """
    repository = Repository.at(corpus.root)
    found: dict[Key, tuple[Entry, ...]] = {}
    for key in meant.keys:
        try:
            entries = log(repository, corpus.root, key, head=head, version=meant.version)
        except InvalidId:
            continue
        if entries:
            found[key] = entries
    if len(found) > 1:
        raise AmbiguousName(name, [kind for kind, _ in found])
    if found:
        return next(iter(found.items()))
    return _uncommitted(name, meant, corpus), ()


def _uncommitted(name: str, meant: Meant, corpus: Corpus) -> Key:
    """Say that what is meant is in no commit; raise `UnknownName` where it is not there either."""
    record_named(name, corpus)
    say(f'claimtrack: "{name}" is in no commit yet')
    return meant.keys[0]
