"""Where in its repository a file lies, as the forms that other programs read name it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from attrs import frozen

from claimtrack.cli.targets import absolute
from claimtrack.cli.terminal import workspace

if TYPE_CHECKING:
    from collections.abc import Iterator


@frozen
class Checkout:
    """The folder from which the paths of files are counted; None where there is none."""

    folder: Path | None

    @classmethod
    def of(cls, path: Path) -> Checkout:
        """Find the checkout that a path lies in.

        Else it is the workspace of GitHub Actions or the current folder, if the path lies in it.
        """
        whole = absolute(path)
        return cls(next((one for one in _candidates(whole) if whole.is_relative_to(one)), None))

    def name(self, path: Path) -> str:
        """Return the path of a file, relative to the checkout if it lies in it."""
        return self._placed(path).as_posix()

    def holds(self, path: Path) -> bool:
        """Tell whether a file lies in the checkout."""
        return not self._placed(path).is_absolute()

    def uri(self, path: Path) -> str:
        """Return the path of a file as a URI: relative to the checkout, or whole."""
        scheme = "" if self.holds(path) else "file://"
        return scheme + quote(os.fsencode(self.name(path)))

    def _placed(self, path: Path) -> Path:
        whole = absolute(path)
        if self.folder is None or not whole.is_relative_to(self.folder):
            return whole
        return whole.relative_to(self.folder)


def _candidates(path: Path) -> Iterator[Path]:
    for folder in (path, *path.parents):
        if os.path.lexists(folder / ".git"):
            yield folder
    there = workspace()
    if there is not None:
        yield absolute(there)
    yield Path.cwd()
