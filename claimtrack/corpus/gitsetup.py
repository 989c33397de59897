"""Putting claimtrack's settings and lines where git reads them, and taking them out again."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

from attrs import frozen

from claimtrack.corpus.atomic import remove_file, write_file
from claimtrack.corpus.files import MissingFileError, digest_of, read_file
from claimtrack.corpus.folder import MANIFEST
from claimtrack.corpus.gitattributes import (
    ANYWHERE,
    is_whole,
    lines_for,
    lines_in,
    with_lines,
    without_lines,
)
from claimtrack.corpus.gitdriver import SETTINGS
from claimtrack.corpus.gitprocess import GitError, run_git

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimtrack.corpus.git import Repository
    from claimtrack.corpus.gitprocess import Ran

#: How a piece stands: as it should; not there; of another release or other corpora; not ours.
State: TypeAlias = Literal["installed", "missing", "outdated", "differs"]

#: What git answers where a setting is not there.
_UNSET, _NO_SECTION = 1, 5
_LIMIT = 1 << 20


class NoCorpusInRepository(GitError):  # noqa: N818 - reads as a sentence
    """A repository without a corpus."""

    def __init__(self, top: Path) -> None:
        super().__init__(
            f'the repository at "{top}" holds no corpus: write a {MANIFEST} that holds '
            "`claimtrack: 1`, or install with `--global`"
        )


class TornAttributes(GitError):  # noqa: N818 - reads as a sentence
    """A file of attributes from which claimtrack's lines cannot be told."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f'"{path}" has lines of others between "# claimtrack: begin" and "# claimtrack: end", '
            "or these are no pair: move the lines out, and delete both and what claimtrack wrote"
        )


class ForeignSetting(GitError):  # noqa: N818 - reads as a sentence
    """A setting that bears claimtrack's name and is somebody else's."""

    def __init__(self, name: str, scope: str) -> None:
        super().__init__(
            f"`{name}` is set to something that is not claimtrack's: if it may go, "
            f"run `git config --{scope} --unset-all {name}`"
        )


@frozen
class Piece:
    """A setting, or the lines of a file, and how it stands."""

    name: str
    state: State


@frozen
class Setup:
    """A place where git reads settings, and the file of attributes that goes with it."""

    #: Where git runs.
    folder: Path
    #: Whose settings: those of a repository, or of a user.
    scope: Literal["local", "global"]
    attributes: Path
    #: The lines that belong there.
    lines: tuple[str, ...]

    @classmethod
    def local(cls, repository: Repository) -> Setup:
        """Return the setup of a repository, whose `.gitattributes` all that clone it share."""
        corpora = tuple(_corpora(repository))
        return cls(repository.top, "local", repository.top / ".gitattributes", lines_for(corpora))

    @classmethod
    def of_user(cls, home: Path) -> Setup:
        """Return the setup of a user, whose settings git keeps below `home` unless told otherwise.

        It serves folders by the name of `claims`.
        """
        asked = ["config", "--global", "--type=path", "--get", "core.attributesFile"]
        found = run_git(asked, at=Path.cwd(), expected=(0, _UNSET)).line
        path = Path(found) if found else home / "git" / "attributes"
        # What is the user's own may be kept elsewhere and linked to.
        return cls(Path.cwd(), "global", path.resolve(), ANYWHERE)

    def install(self) -> None:
        """Put every piece in its place; what is there and right is left alone.

        Raises `NoCorpusInRepository`, `ForeignSetting`, `TornAttributes`, `GitError` and
        `FileError`, before anything is changed.
        """
        if not self.lines:
            raise NoCorpusInRepository(self.folder)
        text = self._text()
        states = self._states()
        for name, state in states.items():
            if state == "differs":
                raise ForeignSetting(name, self.scope)
        for name, state in states.items():
            if state != "installed":
                self._config("--replace-all", name, SETTINGS[name])
        self._write(text, with_lines(text or "", self.lines))

    def uninstall(self) -> None:
        """Take every piece out but what is not claimtrack's; raises `GitError` and `FileError`."""
        text = self._text()
        for name, state in self._states().items():
            if state in {"installed", "outdated"}:
                self._config("--unset-all", name, expected=(0, _UNSET, _NO_SECTION))
        if text is not None:
            self._write(text, without_lines(text))

    def status(self) -> tuple[Piece, ...]:
        """Tell how each piece stands; raises `GitError` and `FileError`."""
        settings = (Piece(name, state) for name, state in self._states().items())
        there = lines_in(self._text() or "")
        state: State = "missing" if there is None else "outdated"
        lines = Piece(self.attributes.name, "installed" if there == self.lines else state)
        return (*settings, lines)

    def _states(self) -> dict[str, State]:
        return {name: _state(self._value(name), value) for name, value in SETTINGS.items()}

    def _value(self, name: str) -> str | None:
        ran = self._config("--null", "--get", name, expected=(0, _UNSET))
        return next(iter(ran.fields), None) if ran.code == 0 else None

    def _config(self, *args: str, expected: Sequence[int] = (0,)) -> Ran:
        return run_git(["config", f"--{self.scope}", *args], at=self.folder, expected=expected)

    def _text(self) -> str | None:
        """Return the file of attributes, None where there is none."""
        if not self.attributes.parent.is_dir():
            return None
        try:
            data = read_file(self.attributes.parent, self.attributes.name, limit=_LIMIT)
        except MissingFileError:
            return None
        text = os.fsdecode(data)
        if not is_whole(text):
            raise TornAttributes(self.attributes)
        return text

    def _write(self, before: str | None, after: str) -> None:
        """Write the file of attributes if it changed; one that holds nothing is removed."""
        folder, name = self.attributes.parent, self.attributes.name
        digest = None if before is None else digest_of(os.fsencode(before))
        if before == after:
            return
        if digest and not after:
            remove_file(folder, name, expected=digest)
            return
        folder.mkdir(parents=True, exist_ok=True)
        write_file(folder, name, os.fsencode(after), expected=digest)


def _corpora(repository: Repository) -> Iterator[str]:
    """Yield the folders of the corpora of a repository, relative to its top."""
    listed = ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--deduplicate"]
    for path in repository.run(listed).fields:
        folder, _, name = path.rpartition("/")
        if name == MANIFEST:
            yield folder


def _state(found: str | None, wanted: str) -> State:
    if found is None:
        return "missing"
    if found == wanted:
        return "installed"
    return "outdated" if "claimtrack" in found else "differs"
