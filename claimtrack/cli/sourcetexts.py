"""The text of a source that a user names."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from claimtrack.cli.corpora import corpus_root, open_corpus
from claimtrack.cli.naming import file_named, record_named
from claimtrack.cli.terminal import say
from claimtrack.corpus.folder import find_root
from claimtrack.corpus.texts import MissingText, Texts
from claimtrack.errors import ClaimtrackError
from claimtrack.model.ids import Id, InvalidId
from claimtrack.model.sources import Source, SourceFile

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.corpus.corpus import Corpus

#: A digest that no file has: of a file that the user names, it is not asked.
_NO_DIGEST = "0" * 64


class NoText(ClaimtrackError):  # noqa: N818 - reads as a sentence
    """A source that names no text."""

    def __init__(self, source: str) -> None:
        super().__init__(
            f'source "{source}" names no text: give its `text` a `file` and `sha256`, '
            "or name the file itself"
        )


class TextNotThere(ClaimtrackError):  # noqa: N818 - reads as a sentence
    """A text that cannot be read."""

    def __init__(self, missing: MissingText) -> None:
        way = " with `--texts DIR`" if missing.reason == "absent" else ""
        super().__init__(f"{missing.message}{way}")


class NotASource(ClaimtrackError):  # noqa: N818 - reads as a sentence
    """A record that is no source."""

    def __init__(self, name: str) -> None:
        super().__init__(f'"{name}" is no source: see `claimtrack list sources`')


def read_text(name: str, *, folder: Path | None, added: Sequence[Path]) -> tuple[str, ...]:
    """Return the paragraphs of the text of a source, or of a text file.

    Says on standard error where the text is not the one that was read. Raises `NoText`,
    `TextNotThere`, `NotASource`, and as `record_named`.
    """
    path = Path(name)
    if path.suffix != ".yaml" and not _is_id(name) and path.is_file():
        whole = path.absolute()
        texts = Texts(root=whole.parent, added=(whole.parent,))
        return _read(SourceFile(file=whole.name, sha256=_NO_DIGEST), texts, told=True)
    record = file_named(name) if folder is None else None
    corpus = open_corpus(find_root(record) if record else corpus_root(folder))
    source = _source(name, corpus)
    if source.text is None:
        raise NoText(source.id)
    texts = Texts(root=corpus.root, folders=corpus.manifest.texts, added=tuple(added))
    return _read(source.text, texts, told=False)


def _is_id(name: str) -> bool:
    """Tell whether words may be an id; a file of such a name is named as `./name`."""
    try:
        Id.parse(name)
    except InvalidId:
        return False
    return True


def _source(name: str, corpus: Corpus) -> Source:
    kind = "source:" if name in corpus.sources else ""
    record = record_named(f"{kind}{name}", corpus).record
    if not isinstance(record, Source):
        raise NotASource(name)
    return record


def _read(wanted: SourceFile, texts: Texts, *, told: bool) -> tuple[str, ...]:
    found = texts.find(wanted)
    if isinstance(found, MissingText):
        raise TextNotThere(found)
    if not (found.agrees or told):
        say(f'claimtrack: "{found.file}" is not the text that was read (its sha256 differs)')
    return found.paragraphs
