"""Which corpora, and what of each, a user's paths mean."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from claimtrack.cli.terminal import say
from claimtrack.corpus.folder import MANIFEST, NotACorpus, find_root
from claimtrack.errors import ClaimtrackError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


class NoSuchPath(ClaimtrackError):  # noqa: N818 - reads as a sentence
    """A path that does not exist."""

    def __init__(self, path: Path) -> None:
        super().__init__(f'"{path}" does not exist; check its name')


class NothingThere(ClaimtrackError):  # noqa: N818 - reads as a sentence
    """A path at and below which there is nothing that a command is for."""

    def __init__(self, path: str, what: str) -> None:
        super().__init__(f'"{path}" holds nothing to {what}; name a file or folder of a corpus')


class NoCorpusThere(ClaimtrackError):  # noqa: N818 - reads as a sentence
    """A path in, above and below which there is no corpus."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f'"{path}" holds no corpus: there is no {MANIFEST} in it, above it or below it; '
            f"write one that holds `claimtrack: 1`"
        )


@frozen(kw_only=True)
class Target:
    """A corpus, and the paths within it that were named."""

    root: Path
    #: Absolute; the root is none of them.
    paths: tuple[Path, ...]
    #: Whether all of the corpus is meant, whatever else was named.
    whole: bool

    @property
    def scope(self) -> tuple[Path, ...]:
        """The paths that are meant; none stands for the whole corpus."""
        return () if self.whole else self.paths


def targets(paths: Sequence[Path]) -> tuple[Target, ...]:
    """Group paths by the corpora that they lie in or hold; no path means the current folder.

    Raises `NoSuchPath` and `NoCorpusThere`.
    """
    wanted = paths or (Path(),)
    for path in wanted:
        if not os.path.lexists(path):
            raise NoSuchPath(path)
    return grouped((root, path) for path in wanted for root in roots_of(path))


def grouped(pairs: Iterable[tuple[Path, Path]]) -> tuple[Target, ...]:
    """Make targets of the roots of corpora, each with a path that means it."""
    groups: dict[str, tuple[Path, list[Path]]] = {}
    for root, path in pairs:
        _, inside = groups.setdefault(os.path.realpath(root), (root, []))
        inside.append(absolute(path))
    return tuple(_target(root, inside) for root, inside in groups.values())


def absolute(path: Path) -> Path:
    """Return a path from the file system's root, without `..`, its links not followed."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - Path.resolve would follow links


def shown(path: Path, *, base: Path | None = None) -> str:
    """Return the name under which a file is told: relative below the base, and in its checkout.

    The base is the current folder unless one is given.
    """
    whole = absolute(path)
    start = base or Path.cwd()
    if whole.is_relative_to(start):
        return whole.relative_to(start).as_posix()
    above = (folder for folder in start.parents if whole.is_relative_to(folder))
    in_checkout = any(_is_top(folder) for folder in above)
    return Path(os.path.relpath(whole, start) if in_checkout else whole).as_posix()


def standing(path: Path) -> Path:
    """Return a path if it is there, else the nearest folder above it that is."""
    whole = absolute(path)
    return next(one for one in (whole, *whole.parents) if os.path.lexists(one))


def roots_of(path: Path) -> Iterable[Path]:
    """Return the corpus that a path lies in, else those below it; raises `NoCorpusThere`."""
    try:
        return (find_root(path),)
    except NotACorpus:
        below = tuple(_roots_below(absolute(path)))
        if not below:
            raise NoCorpusThere(path) from None
        return below


def _roots_below(folder: Path) -> Iterator[Path]:
    """Yield the corpora below a folder; names that begin with a dot are passed over.

    So is what belongs to another repository of git, as a submodule does, which is said: it has a
    history and a gate of its own.
    """
    inside = any(_is_top(one) for one in (folder, *folder.parents))
    for where, folders, files in os.walk(folder):
        here = Path(where)
        if inside and here != folder and _is_top(here):
            _say_passed_over(here)
            folders.clear()
            continue
        if MANIFEST in files:
            yield here
            folders.clear()
        folders[:] = sorted(name for name in folders if not name.startswith("."))


def _is_top(folder: Path) -> bool:
    """Tell whether a folder is the top of a working tree of git."""
    return os.path.lexists(folder / ".git")


def _say_passed_over(top: Path) -> None:
    for root in _roots_below(top):
        say(
            f'claimtrack: "{shown(root)}" is passed over, as it is in a repository of its own: '
            "name it to have it looked at"
        )


def _target(root: Path, paths: Sequence[Path]) -> Target:
    real = Path(os.path.realpath(root))
    within = tuple(path for path in paths if not real.is_relative_to(os.path.realpath(path)))
    return Target(root=root, paths=within, whole=len(within) < len(paths))
