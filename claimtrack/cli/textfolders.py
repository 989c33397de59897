"""The texts of a corpus, and the folders that a user adds to look for them in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimtrack.corpus.texts import Texts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.corpus.corpus import Corpus

#: The option that adds folders of texts.
texts_option = click.option(
    "--texts",
    multiple=True,
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Look for the texts of sources here too; may be given again.",
)


def texts_of(corpus: Corpus, added: Iterable[Path]) -> Texts:
    """Return the texts of a corpus, looked for in its own folders and in those that are added."""
    return Texts(root=corpus.root, folders=corpus.manifest.texts, added=tuple(added))
