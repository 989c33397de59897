"""The file of a new record: what is given put in, what it refers to looked up, and written."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

from claimtrack.cli.corpora import corpus_root, open_corpus
from claimtrack.cli.lines import Line
from claimtrack.cli.targets import absolute, shown
from claimtrack.cli.terminal import put, put_bytes, say
from claimtrack.corpus.atomic import write_file
from claimtrack.corpus.files import digest_of, read_file
from claimtrack.corpus.folder import record_path
from claimtrack.corpus.texts import MAX_TEXT_SIZE
from claimtrack.exchange.editors import modeline, schema_path
from claimtrack.model.ids import RecordKind
from claimtrack.report.skeletons import skeleton
from claimtrack.text.misfits import suggestion
from claimtrack.text.nodes import Data
from claimtrack.text.schema import shape_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.corpus.corpus import Corpus

#: What an option gives: a text, several, or nothing.
Given: TypeAlias = str | tuple[str, ...] | None


@frozen(kw_only=True)
class New:
    """A record to be made."""

    kind: RecordKind
    id: str
    #: What is known of it, by the keys of its file.
    known: Mapping[str, Data]
    #: Of a claim, the ids of its versions.
    versions: tuple[str, ...] = ()
    #: Of a source, the file of its text.
    text: Path | None = None


@frozen(kw_only=True)
class Where:
    """Where a new record goes."""

    #: The corpus, or a folder in it.
    folder: Path | None
    #: Whether it is printed instead.
    only_print: bool
    #: Whether it names the schema by which an editor completes and checks it.
    modeline: bool


def create(new: New, where: Where) -> None:
    """Write the file of a new record and print its path, or print what it would hold.

    Says on standard error which records it refers to that are not there. Raises `NotFilledIn`,
    `InvalidId`, `ExistingFileError`, and why the text of a source cannot be read.
    """
    path = record_path(new.kind, new.id)
    root = corpus_root(where.folder)
    known = dict(new.known)
    if new.text or any(_references(new)):
        corpus = open_corpus(root)
        if new.text:
            known["text"] = _described(new.text, corpus)
        for kind, id in _references(new):  # noqa: A001 - the format's own word
            _tell_missing(kind, id, corpus)
    above = (_modeline(new.kind, path, root),) if where.modeline else ()
    data = skeleton(new.kind, known, versions=new.versions, above=above).encode()
    if where.only_print:
        put_bytes(data)
    else:
        write_file(root, path, data, expected=None)
        put([Line.of(shown(root / path))])


def known_of(given: Mapping[str, Given]) -> dict[str, Data]:
    """Return what options give, as the keys of a file have it, without what they do not give."""
    return {
        key: list(value) if isinstance(value, tuple) else value
        for key, value in given.items()
        if value
    }


def _references(new: New) -> Iterator[tuple[RecordKind, str]]:
    """Yield the kind and id of each record that the new one refers to."""
    for item in shape_of(new.kind).fields:
        value = new.known.get(item.key, [])
        if item.refers:
            for id in [value] if isinstance(value, str) else value:  # noqa: A001 - the format's own word
                yield item.refers, str(id)


def _tell_missing(kind: RecordKind, id: str, corpus: Corpus) -> None:  # noqa: A002 - the format's own word
    ids = [file.found.id for file in corpus.files if file.found.kind == kind]
    if id not in ids:
        advice = suggestion(id, ids) or f"; add it with `claimtrack new {kind} {id}`"
        say(f'claimtrack: there is no {kind} "{id}"{advice}')


def _modeline(kind: RecordKind, path: str, root: Path) -> str:
    """Return the line that names a record's schema; say so where it was not written yet."""
    if not (root / schema_path(kind)).exists():
        say("claimtrack: the schema is not there yet: write it with `claimtrack schema --write`")
    return modeline(kind, path)


def _described(text: Path, corpus: Corpus) -> dict[str, Data]:
    """Return the name of a text, below a folder of texts where it lies in one, and its digest."""
    whole = absolute(text)
    digest = digest_of(read_file(whole.parent, whole.name, limit=MAX_TEXT_SIZE))
    for folder in corpus.manifest.texts:
        below = absolute(corpus.root / folder)
        if whole.is_relative_to(below):
            return {"file": whole.relative_to(below).as_posix(), "sha256": digest}
    say(
        f'claimtrack: "{shown(whole)}" is in no folder of texts of the corpus: put it into one, '
        "or pass `claimtrack check` its folder with `--texts`"
    )
    return {"file": whole.name, "sha256": digest}
