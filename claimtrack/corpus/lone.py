"""One file that lies in no corpus, such as the copy that a tool of git makes of it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, cast

from claimtrack.corpus.corpus import Corpus
from claimtrack.corpus.files import digest_of, read_file
from claimtrack.corpus.folder import FoundFile, record_path
from claimtrack.corpus.loading import Loaded, LoadedFile
from claimtrack.corpus.origins import Disk
from claimtrack.model.ids import RECORD_KINDS, Id, InvalidId, RecordKind
from claimtrack.model.manifest import Manifest
from claimtrack.text.announcing import announced_kind
from claimtrack.text.limits import DEFAULT_LIMITS
from claimtrack.text.read import read

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrack.model.records import Record

#: The id of a record in a file whose name is none.
_NAMELESS = "record"


def lone_corpora(before: Path, after: Path) -> tuple[Corpus, Corpus]:
    """Return two files as two states of one record, each in a corpus of its own.

    The record has the id that the name of the second file gives, or that of the first where the
    second is the null device; the null device is a record that is not there. A file that does not
    tell its kind is taken for one of the other's kind. Raises `FileError`.
    """
    named = before if _is_nothing(after) else after
    try:
        name = str(Id.parse(named.stem))
    except InvalidId:
        name = _NAMELESS
    kinds = [_kind(path) for path in (before, after)]
    known: RecordKind = next(filter(None, kinds), "claim")
    pairs = zip((before, after), kinds, strict=True)
    one, other = (_corpus(path, kind or known, name) for path, kind in pairs)
    return one, other


def _is_nothing(path: Path) -> bool:
    return os.fspath(path) == os.devnull


def _kind(path: Path) -> RecordKind | None:
    """Return the kind of record that a file says it holds."""
    if _is_nothing(path):
        return None
    said = announced_kind(_data(path))
    return said if said in RECORD_KINDS else None


def _data(path: Path) -> bytes:
    return read_file(path.parent, path.name, limit=DEFAULT_LIMITS.size)


def _corpus(path: Path, kind: RecordKind, name: str) -> Corpus:
    files = () if _is_nothing(path) else (_file(path, kind, name),)
    return Corpus(
        Loaded(
            origin=Disk(path.parent),
            manifest=Manifest(format="1"),
            limits=DEFAULT_LIMITS,
            files=files,
            findings=(),
        )
    )


def _file(path: Path, kind: RecordKind, name: str) -> LoadedFile:
    data = _data(path)
    document = read(data, kind=kind, id=name)
    return LoadedFile(
        found=FoundFile(record_path(kind, name), kind, name),
        digest=digest_of(data),
        record=cast("Record | None", document.record),
        faults=document.faults,
    )
