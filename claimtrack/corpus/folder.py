"""Where records lie in a corpus: paths to ids and back, and what a scan of the folder finds."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

from attrs import frozen

from claimtrack.errors import ClaimtrackError
from claimtrack.findings import Fault, Kind
from claimtrack.model.ids import SPEAKER_TOKENS, Id, InvalidId, RecordKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

#: The file that marks the root of a corpus.
MANIFEST = "claimtrack.yaml"
#: The folders of the records that are not claims.
FOLDERS: dict[RecordKind, str] = {"source": "sources", "speaker": "speakers", "event": "events"}
_KINDS = {folder: kind for kind, folder in FOLDERS.items()}

INVALID_PATH = Kind("CTI102", "invalid-path")
CASE_COLLISION = Kind("CTI103", "case-collision")
SYMBOLIC_LINK = Kind("CTI104", "symbolic-link")
NOT_REGULAR = Kind("CTI105", "not-a-regular-file")
UNREADABLE = Kind("CTI106", "unreadable-file")
WRONG_EXTENSION = Kind("CTI107", "wrong-extension")
RECORD_AMONG_TEXTS = Kind("CTI108", "record-among-texts")


class NotACorpus(ClaimtrackError):  # noqa: N818 - reads as a sentence
    """A path at or above which no manifest lies."""

    def __init__(self, path: Path) -> None:
        self.path = path
        there = (
            f"there is no {MANIFEST} in it or in a folder above it; "
            "write one that holds `claimtrack: 1`"
        )
        missing = "there is no such file or folder; check its name"
        super().__init__(f'"{path}" is no corpus: {there if os.path.lexists(path) else missing}')


class NotInCorpus(ClaimtrackError, ValueError):  # noqa: N818 - reads as a sentence
    """A path that is no file or folder of the corpus."""

    def __init__(self, path: str, root: Path) -> None:
        self.path = path
        super().__init__(f'"{path}" is no file or folder of the corpus at "{root}"; check its name')


#: What stands at a path: a file, a symbolic link, in git also a submodule or a file that is in
#: conflict, which is found and cannot be read, or anything else.
Sort: TypeAlias = Literal["file", "link", "module", "conflict", "other"]


@frozen
class Entry:
    """Something below the root of a corpus that is no folder."""

    #: Relative to the root, with forward slashes.
    path: str
    sort: Sort


@frozen
class FoundFile:
    """A file that holds, or should hold, a record."""

    #: Relative to the root, with forward slashes.
    path: str
    kind: RecordKind
    id: str


@frozen
class Scan:
    """What a folder holds: files of records, and faults of files that are none."""

    files: tuple[FoundFile, ...]
    #: The path of the file at fault, and the fault.
    faults: tuple[tuple[str, Fault], ...]


def record_path(kind: RecordKind, id: str, skipped: Collection[str] = ()) -> str:  # noqa: A002 - the format's own word
    """Return the path of a record's file, relative to the root of the corpus.

    Raises `InvalidId`, also for a claim in a folder that is kept for other records or, named in
    `skipped`, for texts, and for a speaker that bears the name of a token.

    >>> record_path("speaker", "hossein-dehghan")
    'speakers/hossein-dehghan.yaml'
    """
    Id.parse(id)
    path = f"{FOLDERS[kind]}/{id}.yaml" if kind in FOLDERS else f"{id}.yaml"
    if kind == "speaker" and id in SPEAKER_TOKENS:
        why = f"`{id}` stands for a voice that has no record; choose another"
        raise InvalidId(id, what="id of a speaker", why=why)
    kept = [*_KINDS, *skipped] if kind == "claim" else skipped
    for folder in kept:
        if path.startswith(f"{folder}/"):
            why = f"the folder `{folder}` is kept for other files; choose another"
            raise InvalidId(id, what=f"id of a {kind}", why=why)
    return path


def identify(path: str) -> tuple[RecordKind, str]:
    """Return the kind and id of the record whose file has this path, relative to the root.

    Raises `InvalidId`.

    >>> identify("haniyeh-killing/method.yaml")
    ('claim', 'haniyeh-killing/method')
    """
    stem = path.removesuffix(".yaml")
    folder, slash, rest = stem.partition("/")
    kind = _KINDS.get(folder) if slash else None
    if kind is None:
        return "claim", str(Id.parse(stem))
    return kind, str(Id.parse(rest))


def find_root(path: str | os.PathLike[str]) -> Path:
    """Return the root of the corpus that a path lies in: the nearest folder with a manifest.

    Raises `NotACorpus`, also where there is nothing at the path.
    """
    start = Path(os.path.abspath(path))  # noqa: PTH100 - Path.resolve would follow links
    if os.path.lexists(start):
        for folder in (start, *start.parents):
            if (folder / MANIFEST).is_file():
                return folder
    raise NotACorpus(Path(path))


def path_within(root: Path, path: str | os.PathLike[str], gone: Iterable[str] = ()) -> str:
    """Return a file or folder of a corpus, given absolute or relative to the root, as relative.

    It is there, or holds one of the files that are gone. Raises `NotInCorpus`.
    """
    base = root.resolve()
    whole = Path(os.path.normpath(base / path))
    # The last part is not resolved: a symbolic link goes under its own name.
    whole = whole.parent.resolve() / whole.name
    if not whole.is_relative_to(base):
        raise NotInCorpus(os.fspath(path), root)
    relative = whole.relative_to(base).as_posix()
    known = relative == "." or any(f"{one}/".startswith(f"{relative}/") for one in gone)
    if not known and not os.path.lexists(whole):
        raise NotInCorpus(os.fspath(path), root)
    return relative


def scan(root: Path, skip: Collection[str] = ()) -> Scan:
    """List the files of records below a root, sorted by path; no link is followed.

    Names that begin with a dot are passed over. A file in one of the folders in `skip`, which hold
    texts, is no record, and told if it looks like one.
    """
    faults: list[tuple[str, Fault]] = []
    entries = tuple(_walk(root, faults))
    return arrange(entries, skip, faults)


def arrange(
    entries: Iterable[Entry], skip: Collection[str], faults: Iterable[tuple[str, Fault]] = ()
) -> Scan:
    """Tell the files of records among all that there is below a root, and what is wrong with them.

    `faults` are those known already.
    """
    files: list[FoundFile] = []
    told = list(faults)
    listed = sorted((entry for entry in entries if _concerns(entry)), key=lambda item: item.path)
    for entry in listed:
        folder = next((folder for folder in skip if entry.path.startswith(f"{folder}/")), None)
        fault = _fault_of_entry(entry) if folder is None else _fault_among_texts(entry, folder)
        if fault is not None:
            told.append((entry.path, fault))
        elif folder is None:
            try:
                kind, id = identify(entry.path)  # noqa: A001 - the format's own word
            except InvalidId as error:
                fault = Fault(kind=INVALID_PATH, message=f"{error}; rename the file")
                told.append((entry.path, fault))
            else:
                files.append(FoundFile(entry.path, kind, id))
    told += _collisions([entry.path for entry in listed])
    return Scan(tuple(files), tuple(sorted(told, key=lambda item: item[0])))


def _concerns(entry: Entry) -> bool:
    """Tell whether something is, or looks like, a file of a record, or leads away."""
    hidden = any(part.startswith(".") for part in entry.path.split("/"))
    looks = entry.path.lower().endswith((".yaml", ".yml")) or entry.sort in ("link", "module")
    return looks and not hidden and entry.path != MANIFEST


def _walk(root: Path, faults: list[tuple[str, Fault]]) -> Iterator[Entry]:
    folders = [""]
    while folders:
        below = folders.pop()
        try:
            found = list(os.scandir(root / below))
        except OSError as error:
            message = f"the folder cannot be read ({error.strerror}); mend its permissions or name"
            faults.append((below or ".", Fault(kind=UNREADABLE, message=message)))
            continue
        for item in found:
            path = f"{below}/{item.name}" if below else item.name
            if item.is_dir(follow_symlinks=False):
                if not item.name.startswith("."):
                    folders.append(path)
            elif item.is_symlink():
                yield Entry(path, "link")
            else:
                yield Entry(path, "file" if item.is_file(follow_symlinks=False) else "other")


def _fault_among_texts(entry: Entry, folder: str) -> Fault | None:
    if entry.sort == "link" or not entry.path.endswith(".yaml"):
        return None
    message = (
        f"this file lies in a folder of texts and is not read as a record; move it, "
        f'or take "{folder}" out of the `texts` of {MANIFEST}'
    )
    return Fault(kind=RECORD_AMONG_TEXTS, message=message)


def _fault_of_entry(entry: Entry) -> Fault | None:
    match entry.sort:
        case "link":
            message = (
                "this is a symbolic link, and nothing is read through one; put the file itself here"
            )
            return Fault(kind=SYMBOLIC_LINK, message=message)
        case "module":
            message = (
                "this is a submodule, the files of which are in another repository and not read; "
                "put the files themselves here"
            )
            return Fault(kind=UNREADABLE, message=message)
        case "other":
            message = "this is no regular file; remove it, or put a file of that name here"
            return Fault(kind=NOT_REGULAR, message=message)
    if not entry.path.endswith(".yaml"):
        message = "a record's file ends in `.yaml`, in lower case; rename the file"
        return Fault(kind=WRONG_EXTENSION, message=message)
    return None


def _collisions(paths: list[str]) -> Iterator[tuple[str, Fault]]:
    first: dict[str, str] = {}
    for path in paths:
        other = first.setdefault(path.casefold(), path)
        if other != path:
            message = f'the path differs from "{other}" by case only; rename one of the two'
            yield path, Fault(kind=CASE_COLLISION, message=message)
