"""Which two states of a repository are meant by the words that `git diff` takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.corpus.gitprocess import GitError
from claimtrack.quoting import quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.corpus.git import Commit, Repository, Side

#: What is compared where nobody says: all that was not committed yet.
_HEAD = "HEAD"


class NotTwoStates(GitError):  # noqa: N818 - reads as a sentence
    """Words that name more than two states, or a second one where what is staged is meant."""

    def __init__(self, words: Sequence[str], why: str) -> None:
        named = " ".join(quoted(word, mark='"') for word in words)
        super().__init__(f"{named}: {why}")


def sides(
    repository: Repository, words: Sequence[str], *, staged: bool = False
) -> tuple[Side, Side]:
    """Return the two states of a repository that words name.

    - nothing: the last commit and the working tree, so also what is staged;
    - `main`: that commit and the working tree;
    - `main feature`, `main..feature`: the two commits;
    - `main...`, `main...feature`: where the second left the first, and the second, or `HEAD`;
    - `staged`: the last commit, or the one that is named, and the index.

    Before the first commit, nothing takes the place of the last one.

    Raises `NotTwoStates`, and `GitError` for what names no commit.
    """
    base, head = _named(words)
    if staged and (head is not None or ".." in base):
        raise NotTwoStates(words, "what is staged is compared with one commit: name no second")
    if staged:
        return _base(repository, words), "index"
    if head is None:
        return _base(repository, words), "working tree"
    if base.endswith("..."):
        return repository.commit(f"{base}{head}"), repository.commit(head)
    return repository.commit(base), repository.commit(head)


def _base(repository: Repository, words: Sequence[str]) -> Commit:
    if not words and not repository.born:
        return repository.nothing
    return repository.commit(_named(words)[0])


def _named(words: Sequence[str]) -> tuple[str, str | None]:
    """Return the words for the base, which end in `...` for a merge base, and for the head."""
    match words:
        case []:
            return _HEAD, None
        case [word] if ".." in word:
            one, dots, other = word.partition("..." if "..." in word else "..")
            return (one or _HEAD) + ("..." if dots == "..." else ""), other or _HEAD
        case [word]:
            return word, None
        case [base, head] if ".." not in head:
            return base, head
        case [_, _]:
            raise NotTwoStates(words, "the second is a range: name its two ends apart")
    raise NotTwoStates(words, "these are more than two revisions; write paths after `--`")
