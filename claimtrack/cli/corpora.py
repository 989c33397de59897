"""Which corpus a command is asked about."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimtrack.cli.targets import NoCorpusThere, NoSuchPath, shown
from claimtrack.cli.terminal import say
from claimtrack.corpus.corpus import Corpus
from claimtrack.corpus.folder import MANIFEST, NotACorpus, find_root
from claimtrack.corpus.loading import load_folder
from claimtrack.errors import ClaimtrackError

if TYPE_CHECKING:
    from collections.abc import Sequence

#: The option that names the corpus.
corpus_option = click.option(
    "-C",
    "--corpus",
    "folder",
    type=click.Path(path_type=Path),
    help="The corpus, or a folder in it. [default: the current folder's, or the one just below it]",
)


class SeveralCorpora(ClaimtrackError):  # noqa: N818 - reads as a sentence
    """A folder that is in no corpus and holds more than one."""

    def __init__(self, roots: Sequence[Path]) -> None:
        named = ", ".join(f'"{shown(root)}"' for root in roots)
        super().__init__(f"there are several corpora here, {named}: name one with `--corpus`")


def corpus_root(folder: Path | None) -> Path:
    """Return the root of the corpus that a folder lies in, else of the one just below it.

    None is the current folder. Raises `NoSuchPath`, `NoCorpusThere` and `SeveralCorpora`.
    """
    start = folder or Path()
    if not start.exists():
        raise NoSuchPath(start)
    try:
        return find_root(start)
    except NotACorpus:
        return _below(start)


def open_corpus(root: Path) -> Corpus:
    """Load a corpus; say on standard error how many of its files could not be read whole."""
    corpus = Corpus(load_folder(root))
    count = len({finding.filename for finding in corpus.findings})
    if count:
        files = "1 file" if count == 1 else f"{count} files"
        say(f"claimtrack: {files} could not be read whole: see `claimtrack check {shown(root)}`")
    return corpus


def _below(start: Path) -> Path:
    inside = sorted(start.iterdir()) if start.is_dir() else []
    # A folder that may not be entered is none of ours: `Path.is_file` would raise.
    roots = [
        folder
        for folder in inside
        if not folder.name.startswith(".") and os.path.isfile(folder / MANIFEST)  # noqa: PTH113 - see above
    ]
    if not roots:
        raise NoCorpusThere(start)
    if len(roots) > 1:
        raise SeveralCorpora(roots)
    return find_root(roots[0])
