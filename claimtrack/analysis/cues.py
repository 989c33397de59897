"""What two sources share, and whether they say how they came by it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from attrs import frozen

from claimtrack.analysis.voices import Voice, originals, own_voices
from claimtrack.corpus.index import Utterance
from claimtrack.model.ids import SPEAKER_TOKENS, SourceId

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimtrack.analysis.voices import KnowsVoices

#: What two sources share: nearly the same quote, or a spelling that few others have.
Cue: TypeAlias = Literal["like-quotes", "rare-spelling"]


@frozen(kw_only=True, repr=False)
class Lead:
    """Two sources that share something and state no relation, with where they do."""

    cue: Cue
    sources: tuple[SourceId, SourceId]
    #: What they share, in one line.
    reason: str
    #: The attributions of the first source that show it, and those of the second.
    evidence: tuple[tuple[Utterance, ...], tuple[Utterance, ...]]

    def __repr__(self) -> str:
        return f"<Lead {self.cue}, {' and '.join(self.sources)}: {self.reason}>"


class Relations:
    """Which sources state a relation, so that what they share is no surprise."""

    def __init__(self, corpus: KnowsVoices) -> None:
        self._corpus = corpus
        self._origins: dict[str, frozenset[str]] = {}
        self._voices: dict[str, frozenset[Voice]] = {}

    def are_stated(self, one: Iterable[Utterance], other: Iterable[Utterance]) -> bool:
        """Tell whether the sources of some attributions and of some others state a relation.

        They do where they are one, or derived from one; where they have an author or a publisher
        in common; where one names the other's among those who carried the words or are relied on;
        and where somebody carried the words to both.
        """
        ours, theirs = tuple(one), tuple(other)
        here, there = ours[0].attribution.source, theirs[0].attribution.source
        if self.origins(here) & self.origins(there) or self.voices(here) & self.voices(there):
            return True
        return bool(
            _named(ours) & self.voices(there)
            or _named(theirs) & self.voices(here)
            or _carriers(ours) & _carriers(theirs)
        )

    def origins(self, source: str) -> frozenset[str]:
        """Return what a source is derived from in the end, or itself."""
        if source not in self._origins:
            self._origins[source] = frozenset(originals(source, self._corpus))
        return self._origins[source]

    def voices(self, source: str) -> frozenset[Voice]:
        """Return the authors and the publisher of a source and of what it is derived from."""
        if source not in self._voices:
            self._voices[source] = frozenset(self._voices_of(source))
        return self._voices[source]

    def _voices_of(self, source: str) -> Iterator[Voice]:
        yield from own_voices(source, self._corpus)
        for origin in self.origins(source):
            record = self._corpus.sources.get(origin)
            if record is not None and record.publisher:
                yield (record.publisher,)


def _named(utterances: Iterable[Utterance]) -> frozenset[Voice]:
    """Return who is relied on, or carried the words."""
    cited = (relay.speaker for item in utterances for relay in item.attribution.citing)
    return _carriers(utterances) | {(name,) for name in cited if name not in SPEAKER_TOKENS}


def _carriers(utterances: Iterable[Utterance]) -> frozenset[Voice]:
    carried = (relay.speaker for item in utterances for relay in item.attribution.via)
    return frozenset((name,) for name in carried if name not in SPEAKER_TOKENS)
