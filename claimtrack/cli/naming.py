"""Which record a user's words name: an id, an id of a kind, a version, or the path of a file."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from claimtrack.cli.targets import absolute, shown
from claimtrack.corpus.folder import find_root, identify
from claimtrack.corpus.index import Key
from claimtrack.corpus.origins import Disk
from claimtrack.errors import ClaimtrackError
from claimtrack.model.claims import Claim
from claimtrack.model.ids import RECORD_KINDS
from claimtrack.model.records import Record
from claimtrack.text.misfits import suggestion

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.corpus.corpus import Corpus
    from claimtrack.model.ids import RecordKind


@frozen
class Named:
    """A record, and the version of it that was named, if one was."""

    record: Record
    version: str | None = None


class UnknownName(ClaimtrackError):  # noqa: N818 - reads as a sentence
    """Words that name no record in a corpus, as it is or as it was."""

    def __init__(self, name: str, near: str, corpus: Corpus, *, kind: str = "record") -> None:
        past = not isinstance(corpus.origin, Disk)
        when = f" at {corpus.origin.name}" if past else ""
        advice = near or f"; see `claimtrack {'log' if past else 'list'}`"
        super().__init__(f'there is no {kind} "{name}"{when}{advice}')


class AmbiguousName(ClaimtrackError):  # noqa: N818 - reads as a sentence
    """An id that records of several kinds have."""

    def __init__(self, name: str, kinds: Sequence[RecordKind]) -> None:
        choices = " or ".join(f"`{kind}:{name}`" for kind in kinds)
        told = " and ".join("an event" if kind == "event" else f"a {kind}" for kind in kinds)
        super().__init__(f'"{name}" is the id of {told}: write {choices}')


class UnreadRecord(ClaimtrackError):  # noqa: N818 - reads as a sentence
    """A record that is there and could not be read whole."""

    def __init__(self, key: Key, then: str = "", why: str = "") -> None:
        advice = why or "see `claimtrack check`, and mend it"
        super().__init__(f'{key[0]} "{key[1]}" could not be read whole{then}: {advice}')


def file_named(name: str, root: Path | None = None) -> Path | None:
    """Return the path of a record's file where the words are one, as it stands or below a root."""
    if not name.endswith(".yaml"):
        return None
    paths = [Path(name), *([root / name] if root else [])]
    return next((path for path in paths if path.is_file()), None)


def record_named(name: str, corpus: Corpus) -> Named:
    """Find the record that words name.

    Raises `UnknownName`, which suggests the nearest, `AmbiguousName`, `UnreadRecord` and, for a
    file that is no record's, `InvalidId`.
    """
    path = file_named(name, corpus.root)
    if path is not None and find_root(path) == find_root(corpus.root):
        below = absolute(path).relative_to(corpus.root)
        return Named(require(*identify(below.as_posix()), corpus=corpus))
    gone = _gone_file(name, corpus)
    if gone is not None:
        return Named(_record(gone, corpus))
    whole, mark, version = name.partition("#")
    record = _record(_key(whole, corpus), corpus)
    if not mark:
        return Named(record)
    versions = record.versions if isinstance(record, Claim) else {}
    if version not in versions:
        near = suggestion(version, versions) or f"; see `claimtrack show {whole}`"
        raise UnknownName(name, near, corpus, kind="version")
    return Named(record, version)


@frozen
class Meant:
    """The records that words may mean, and the version that they name, if they name one."""

    keys: tuple[Key, ...]
    version: str | None = None


def meant(name: str, corpus: Corpus) -> Meant:
    """Return what words may mean, also where it is gone: one that is there, or of every kind.

    Raises `AmbiguousName` and, for a file that is no record's, `InvalidId`.
    """
    if name.endswith(".yaml"):
        path, root = absolute(Path(name)), absolute(corpus.root)
        inside = path.is_relative_to(root)
        return Meant((identify(path.relative_to(root).as_posix() if inside else name),))
    whole, mark, version = name.partition("#")
    kind, colon, rest = whole.partition(":")
    asked = [item for item in RECORD_KINDS if item == kind] if colon else list(RECORD_KINDS)
    id = rest if colon and asked else whole  # noqa: A001 - the format's own word
    kinds = ["claim"] if mark and not colon else asked
    there = [kind for kind in asked if kind in kinds and id in _ids(kind, corpus)]
    if len(there) > 1:
        raise AmbiguousName(id, there)
    return Meant(
        tuple((kind, id) for kind in there or asked if kind in kinds), version if mark else None
    )


def require(kind: RecordKind, id: str, *, corpus: Corpus) -> Record:  # noqa: A002 - the format's own word
    """Return the record of this kind and id.

    Raises `UnknownName`, which suggests the nearest of that kind, and `UnreadRecord`.
    """
    ids = _ids(kind, corpus)
    if id not in ids:
        raise UnknownName(id, _near(id, ids, corpus), corpus, kind=kind)
    return _record((kind, id), corpus)


def _key(name: str, corpus: Corpus) -> Key:
    kind, mark, rest = name.partition(":")
    asked = [item for item in RECORD_KINDS if item == kind] if mark else list(RECORD_KINDS)
    id = rest if asked and mark else name  # noqa: A001 - the format's own word
    ids = {kind: _ids(kind, corpus) for kind in asked}
    found = [kind for kind in asked if id in ids[kind]]
    if len(found) > 1:
        raise AmbiguousName(id, found)
    if not found:
        kind = asked[0] if mark and asked else "record"
        every = [one for some in ids.values() for one in some]
        raise UnknownName(id, _near(id, every, corpus), corpus, kind=kind)
    return found[0], id


def _near(name: str, ids: Sequence[str], corpus: Corpus) -> str:
    """Suggest an id: that of a speaker of this name, else one that is spelt or ends much so."""
    bearers = [item for item in corpus.index.names.get(name.casefold(), ()) if item in ids]
    if not bearers:
        ends: dict[str, str] = {}
        for item in ids:
            ends.setdefault(item.rpartition("/")[2], item)
        bearers = [ends[end] for end in difflib.get_close_matches(name[:100], ends, n=1)]
    return suggestion(name, ids) or (f', did you mean "{bearers[0]}"?' if bearers else "")


def _ids(kind: RecordKind, corpus: Corpus) -> list[str]:
    return [file.found.id for file in corpus.files if file.found.kind == kind]


def _gone_file(name: str, corpus: Corpus) -> Key | None:
    """Return the record of a file that is not on the disk by now, named as it would be there."""
    if not name.endswith(".yaml"):
        return None
    paths = {name, shown(absolute(Path(name)), base=absolute(corpus.root))}
    found = (file.found for file in corpus.files if file.found.path in paths)
    return next(((file.kind, file.id) for file in found), None)


def _record(key: Key, corpus: Corpus) -> Record:
    if key in corpus.unread and not isinstance(corpus.origin, Disk):
        told = next(file for file in corpus.files if (file.found.kind, file.found.id) == key)
        raise UnreadRecord(key, f" at {corpus.origin.name}", told.faults[0].message)
    if key in corpus.unread:
        raise UnreadRecord(key)
    return corpus.get(*key)
