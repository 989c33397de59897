"""Which state of a corpus a command is asked about, where that is not the one on the disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from claimtrack.cli.targets import shown, standing
from claimtrack.cli.terminal import say
from claimtrack.corpus.git import Repository
from claimtrack.corpus.history import corpora_between, corpus_at, moved_from, was_there
from claimtrack.errors import ClaimtrackError
from claimtrack.quoting import quoted
from claimtrack.rules.removed_gate import holds_baseline

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrack.corpus.corpus import Corpus
    from claimtrack.corpus.git import Commit, Side

#: The option that names a revision.
at_option = click.option(
    "--at",
    "revision",
    metavar="REV",
    help="As of this revision of git; `main...` is where HEAD parted from main.",
)


class NoCorpusThen(ClaimtrackError):  # noqa: N818 - reads as a sentence
    """A commit at which a corpus was not there yet, or lay elsewhere."""

    def __init__(self, root: Path, commit: Commit) -> None:
        super().__init__(
            f'there was no corpus in "{shown(root)}" at "{commit}": name a later revision'
        )


def open_corpus_at(root: Path, revision: str) -> Corpus:
    """Load a corpus as it was at a revision; say how many of its files could not be read whole.

    Raises `GitError` and `NoCorpusThen`.
    """
    repository = Repository.at(root)
    commit = repository.commit(revision)
    corpus = corpus_at(repository, root, commit)
    if not was_there(corpus):
        raise NoCorpusThen(root, commit)
    say_if_moved(corpus, root, commit)
    count = len({finding.filename for finding in corpus.findings})
    if count:
        files = "1 file" if count == 1 else f"{count} files"
        say(f'claimtrack: {files} could not be read whole at "{commit}"')
    return corpus


def corpora_since(root: Path, revision: str) -> tuple[Corpus, Corpus]:
    """Load a corpus as it was at a revision and as it is; say so where there was none then.

    Raises `GitError`.
    """
    repository = Repository.at(standing(root))
    commit = repository.commit(revision)
    before, after = corpora_between(repository, root, commit, "working tree")
    if not was_there(before):
        say(
            f'claimtrack: there was no corpus in "{shown(root)}" at "{commit}": '
            "all of it is new, and judged by the usual settings"
        )
    say_if_moved(before, root, commit)
    named = before.manifest.check.baseline if before.manifest.check else None
    if named is not None and not holds_baseline(before, named):
        say(
            f'claimtrack: the settings of "{shown(root)}" at "{commit}" name the baseline '
            f"{quoted(named)}, which is not there or not whole: what it holds is told"
        )
    return before, after


def say_if_moved(corpus: Corpus, root: Path, side: Side) -> None:
    """Say on standard error where a corpus lay in a state, if that was another folder."""
    folder = moved_from(corpus)
    if folder is not None:
        say(f'claimtrack: the corpus in "{shown(root)}" was in "{folder or "."}" at "{side}"')
