"""The full texts of sources: where they are, and whether they are still what was read."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, TypeAlias

from attrs import Factory, field, frozen

from claimtrack.corpus.files import (
    FileError,
    MissingFileError,
    OutsideRootError,
    SymbolicLinkError,
    TooLargeError,
    UnusableFileError,
    digest_of,
    read_file,
)
from claimtrack.model.sources import SourceFile
from claimtrack.text.recent import Recent

#: The most bytes that a text may have.
MAX_TEXT_SIZE = 16 * 1024 * 1024

#: How many characters of texts are kept in memory.
_KEPT = 64 * 1024 * 1024

#: Why a text could not be read.
Reason: TypeAlias = Literal[
    "absent", "outside", "link", "irregular", "too-large", "unreadable", "not-utf-8"
]
_REASONS: tuple[tuple[type[FileError], Reason], ...] = (
    (MissingFileError, "absent"),
    (OutsideRootError, "outside"),
    (SymbolicLinkError, "link"),
    (TooLargeError, "too-large"),
    (UnusableFileError, "unreadable"),
)


@frozen(kw_only=True)
class FoundText:
    """The full text of a source."""

    #: The file's name, as the source gives it.
    file: str
    #: The text without its byte-order mark.
    text: str = field(repr=False)
    #: Its lines (split at LF) that are not empty once stripped, stripped; the first is number 1.
    paragraphs: tuple[str, ...] = field(repr=False)
    #: Whether the file's bytes have the digest that the source gives.
    agrees: bool


@frozen(kw_only=True)
class MissingText:
    """A text that could not be read, and why."""

    #: The file's name, as the source gives it.
    file: str
    reason: Reason
    #: One line: what is wrong and what to do.
    message: str


SourceText: TypeAlias = FoundText | MissingText


def _size(_: SourceFile, found: SourceText) -> int:
    if isinstance(found, MissingText):
        return 0
    return len(found.text) + sum(map(len, found.paragraphs))


def _recent() -> Recent[SourceFile, SourceText]:
    return Recent(size=_size, limit=_KEPT)


@frozen(kw_only=True)
class Texts:
    """The folders in which the texts of sources are looked for, in order.

    Of several files with the name, the first whose digest agrees is taken, else the first that can
    be read. What was read last is kept, so that a text is read once.
    """

    #: The corpus; its folders of texts are below it and are not reached through links.
    root: Path
    #: The manifest's `texts`, relative to the root.
    folders: tuple[str, ...] = ()
    #: Folders that the user adds, anywhere.
    added: tuple[Path, ...] = ()
    _read: Recent[SourceFile, SourceText] = field(
        default=Factory(_recent), init=False, eq=False, repr=False
    )

    def __reduce__(self) -> tuple[object, ...]:
        return (_made, (self.root, self.folders, self.added))

    def find(self, wanted: SourceFile) -> SourceText:
        """Give the text of a source, or tell why it cannot be read; never raises for a bad text."""
        return self._read.recall(wanted, self._found)

    def _found(self, wanted: SourceFile) -> SourceText:
        best: SourceText = _absent(wanted.file)
        for root, path in self._places(wanted.file):
            text = _text(root, path, wanted)
            if isinstance(text, FoundText) and text.agrees:
                return text
            best = _better(best, text)
        return best

    def _places(self, name: str) -> list[tuple[Path, str]]:
        below = [(self.root, f"{folder}/{name}") for folder in self.folders]
        return below + [(folder, name) for folder in self.added]


def paragraphs_of(text: str) -> tuple[str, ...]:
    r"""Part a text into its paragraphs: the lines, split at LF, that are not empty once stripped.

    >>> paragraphs_of("One.\n\n  Two.\r\n")
    ('One.', 'Two.')
    """
    return tuple(stripped for line in text.split("\n") if (stripped := line.strip()))


def _made(root: Path, folders: tuple[str, ...], added: tuple[Path, ...]) -> Texts:
    return Texts(root=root, folders=folders, added=added)


def _text(root: Path, path: str, wanted: SourceFile) -> SourceText:
    try:
        data = read_file(root, path, limit=MAX_TEXT_SIZE)
        text = data.decode("utf-8-sig")
    except FileError as error:
        return MissingText(file=wanted.file, reason=_reason(error), message=str(error))
    except UnicodeDecodeError as error:
        message = f'"{path}" is not UTF-8 at byte {error.start}: save it as UTF-8'
        return MissingText(file=wanted.file, reason="not-utf-8", message=message)
    return FoundText(
        file=wanted.file,
        text=text,
        paragraphs=paragraphs_of(text),
        agrees=digest_of(data) == wanted.sha256,
    )


def _reason(error: FileError) -> Reason:
    for kind, reason in _REASONS:
        if isinstance(error, kind):
            return reason
    return "irregular"


def _better(best: SourceText, text: SourceText) -> SourceText:
    """Prefer what was read to what was not, and a hindrance to mere absence."""
    if isinstance(best, FoundText) or (isinstance(text, MissingText) and text.reason == "absent"):
        return best
    return text if isinstance(text, FoundText) or best.reason == "absent" else best


def _absent(name: str) -> MissingText:
    message = f'"{name}" is not in any folder of texts: put it there, or name its folder'
    return MissingText(file=name, reason="absent", message=message)
