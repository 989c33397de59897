"""`claimtrack review`: that somebody has read a record as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from claimtrack.cli.corpora import corpus_option, corpus_root, open_corpus
from claimtrack.cli.lines import Line
from claimtrack.cli.naming import file_named, record_named
from claimtrack.cli.targets import shown
from claimtrack.cli.terminal import put, say
from claimtrack.cli.textfolders import texts_option
from claimtrack.corpus.folder import find_root, record_path
from claimtrack.errors import ClaimtrackError
from claimtrack.model.dates import Date
from claimtrack.model.records import kind_of
from claimtrack.rules.reviewing import review

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrack.corpus.corpus import Corpus
    from claimtrack.model.records import Record
    from claimtrack.rules.reviewing import Reviewed


class NotWhole(ClaimtrackError):  # noqa: N818 - reads as a sentence
    """A version where a record is reviewed."""

    def __init__(self, name: str, claim: str) -> None:
        super().__init__(f'"{name}" is a version, and a record is reviewed whole: name "{claim}"')


@click.command("review", short_help="Write into a record that somebody has read it.")
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@click.option("--by", required=True, metavar="NAME", help="Who has read it.")
@click.option("--date", "dated", metavar="DATE", help="When, in EDTF.  [default: today]")
@texts_option
@corpus_option
def command(
    ids: tuple[str, ...],
    *,
    by: str,
    dated: str | None,
    texts: tuple[Path, ...],
    folder: Path | None,
) -> None:
    """Write into the records of these IDs that NAME has read them as they are now.

    The review names the digest of what was read, so that a later change of meaning makes it stale:
    `check` tells it, and `list --unreviewed` lists it. A record in which `check` finds errors is
    not reviewed. The paths of the files that are written are printed.

    ID may also say of which kind the record is (speaker:hamas), or be the path of its file.
    """
    date = Date.parse(dated) if dated else None
    path = file_named(ids[0]) if folder is None else None
    corpus = open_corpus(find_root(path) if path else corpus_root(folder))
    records = tuple(dict.fromkeys(_whole(name, corpus) for name in ids))
    for reviewed in review(corpus, records, by=by, date=date, texts=texts):
        _tell(reviewed, corpus)


def _whole(name: str, corpus: Corpus) -> Record:
    named = record_named(name, corpus)
    if named.version is not None:
        raise NotWhole(name, named.record.id)
    return named.record


def _tell(reviewed: Reviewed, corpus: Corpus) -> None:
    record, given = reviewed.record, reviewed.review
    path = shown(corpus.root / record_path(kind_of(record), record.id))
    if reviewed.is_new:
        put([Line.of(path)])
    else:
        say(f"claimtrack: {given.by} reviewed {path} as it is, {given.date}: nothing is written")
