"""Something that a change brings about without saying it."""

from __future__ import annotations

from typing import Literal, TypeAlias

from attrs import frozen

from claimtrack.changes.sentence import Sentence
from claimtrack.corpus.index import Key

#: What follows from a change.
ConsequenceKind: TypeAlias = Literal[
    "comparison", "disputed", "roots", "single-sourced", "unused", "dangling", "stale-review"
]

#: What follows from one record alone, whatever the others say.
OF_ONE_RECORD: frozenset[ConsequenceKind] = frozenset({"stale-review"})


@frozen(kw_only=True)
class Consequence:
    """What follows for one record from a change of it, or of another."""

    kind: ConsequenceKind
    #: The record for which it follows.
    key: Key
    #: The records whose change brings it about; its own where that is enough.
    causes: tuple[Key, ...]
    sentence: Sentence
    #: The same of many records, behind how many they are; None for what is told of each by itself.
    alike: Sentence | None = None

    @property
    def elsewhere(self) -> bool:
        """Whether another record's change brings it about."""
        return self.key not in self.causes
