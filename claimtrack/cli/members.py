"""Which files a user's paths mean, where files are meant."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, cast

from attrs import frozen

from claimtrack.cli.targets import NoSuchPath, NothingThere, absolute, shown, targets
from claimtrack.corpus.files import FileError, read_file
from claimtrack.corpus.folder import MANIFEST, NotACorpus, find_root, scan
from claimtrack.findings import Fault
from claimtrack.rules.selection import Scope
from claimtrack.text.limits import DEFAULT_LIMITS
from claimtrack.text.read import read

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimtrack.cli.targets import Target
    from claimtrack.model.manifest import Manifest


@frozen(kw_only=True)
class Member:
    """A file of a corpus, or one that lies in none."""

    #: The corpus, or the folder of a file that lies in none.
    root: Path
    #: Relative to the root, with forward slashes.
    path: str
    #: Why it is no file of a record, if it is none.
    fault: Fault | None = None
    #: Whether it lies in no corpus: then it may be any YAML.
    is_foreign: bool = False

    @property
    def filename(self) -> str:
        """The name under which it is told."""
        return shown(self.root / self.path)


def members(paths: Sequence[Path]) -> tuple[Member, ...]:
    """Return the files at some paths, each once; no path means the current folder.

    Raises `NoSuchPath`, `NoCorpusThere` for a folder without a corpus, and `NothingThere`.
    """
    found: dict[Path, Member] = {}
    for path in paths or (Path(),):
        if not os.path.lexists(path):
            raise NoSuchPath(path)
        below = tuple(_below(path) if path.is_dir() else _single(path))
        if not below:
            raise NothingThere(shown(path), "format")
        for member in below:
            found.setdefault(member.root / member.path, member)
    return tuple(found.values())


def _single(path: Path) -> Iterator[Member]:
    if path.suffix != ".yaml":
        return
    whole = absolute(path)
    try:
        root = absolute(find_root(whole))
    except NotACorpus:
        yield Member(root=whole.parent, path=whole.name, is_foreign=True)
    else:
        yield Member(root=root, path=whole.relative_to(root).as_posix())


def _below(path: Path) -> Iterator[Member]:
    for target in targets((path,)):
        scope = Scope.of(target.root, target.scope)
        yield from (member for member in _all(target) if scope.holds(member.path))


def _all(target: Target) -> Iterator[Member]:
    root = absolute(target.root)
    scanned = scan(root, skip=_texts(root))
    told = [Member(root=root, path=path, fault=fault) for path, fault in scanned.faults]
    files = [Member(root=root, path=file.path) for file in scanned.files]
    yield Member(root=root, path=MANIFEST)
    yield from sorted(files + told, key=lambda member: member.path)


def _texts(root: Path) -> tuple[str, ...]:
    """Return the folders of a corpus that hold texts and no records."""
    try:
        data = read_file(root, MANIFEST, limit=DEFAULT_LIMITS.size)
    except FileError:
        return ()
    manifest = cast("Manifest | None", read(data, kind="manifest", id="").record)
    return manifest.texts if manifest else ()
