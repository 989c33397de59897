"""What a speaker, or a body with its parts, said over time, and where it went against itself."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from attrs import field, frozen

from claimtrack.analysis.dating import said_when
from claimtrack.analysis.speakervalues import is_part_of
from claimtrack.analysis.turns import Turn, turns_of
from claimtrack.analysis.voices import own_voices
from claimtrack.corpus.index import Utterance
from claimtrack.model.ids import AUTHOR, SpeakerId
from claimtrack.model.policies import TOLERANT, Policy

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimtrack.corpus.corpus import Corpus
    from claimtrack.model.attributions import Attribution, Stance
    from claimtrack.model.speakers import Speaker


@frozen(kw_only=True, repr=False)
class Positions:
    """All that a speaker said, in order, with what in it goes against something else in it."""

    speaker: SpeakerId
    #: Whose words are counted: the speaker, then its parts, sorted.
    members: tuple[SpeakerId, ...]
    #: What is dated by when it was said, in that order.
    dated: tuple[Utterance, ...]
    #: What is not, by when it was published: the latest that it can have been said.
    undated: tuple[Utterance, ...]
    #: Where it goes against itself, by claim.
    turns: tuple[Turn, ...] = field(repr=False)
    #: What would contradict itself, were it not told of two times.
    other_times: tuple[Turn, ...] = field(repr=False)

    def __repr__(self) -> str:
        told = f"{len(self.dated)} dated, {len(self.undated)} undated, {len(self.turns)} turns"
        return f"<Positions of {self.speaker}: {told}>"

    @property
    def utterances(self) -> tuple[Utterance, ...]:
        """All of it: what is dated, then what is not."""
        return self.dated + self.undated

    def with_stance(self, stance: Stance) -> tuple[Utterance, ...]:
        """Return what was said with one stance, in the same order."""
        return tuple(item for item in self.utterances if item.attribution.stance == stance)


def positions(
    speaker: SpeakerId, corpus: Corpus, *, parts: bool = True, policy: Policy = TOLERANT
) -> Positions:
    """Return what a speaker asserted, denied, questioned, declined and retracted, in order.

    What it said jointly counts, and what it wrote as the author of a source (the publisher speaks
    in one that names no author). With `parts`, so does what its parts said, as `mossad` of
    `israel`. An order of dates that overlap is that of a listing, and says nothing of time: a
    `Turn` tells what is certainly earlier. Raises `NoSuchRecord`.

    >>> import claimtrack
    >>> claimtrack.positions("hamas", claimtrack.load("claims"))
    <Positions of hamas: 0 dated, 5 undated, 0 turns>
    """
    corpus.get("speaker", speaker)
    members = (speaker, *(_parts(speaker, corpus.speakers) if parts else ()))
    said = sorted(_said(members, corpus), key=lambda item: _place(item, corpus))
    turns = turns_of(said, members=members, corpus=corpus, policy=policy)
    return Positions(
        speaker=speaker,
        members=members,
        dated=tuple(item for item in said if item.attribution.said is not None),
        undated=tuple(item for item in said if item.attribution.said is None),
        turns=tuple(turn for turn in turns if turn.same_time is not False),
        other_times=tuple(turn for turn in turns if turn.same_time is False),
    )


def _parts(speaker: SpeakerId, speakers: Mapping[str, Speaker]) -> Iterator[SpeakerId]:
    return (part for part in speakers if part != speaker and is_part_of(part, speaker, speakers))


def _said(members: tuple[SpeakerId, ...], corpus: Corpus) -> Iterator[Utterance]:
    """Yield what these say themselves; who is relied on, or carries, says nothing by that."""
    everyone = frozenset(members)

    @cache
    def heard(source: str) -> bool:
        return any(voice[0] in everyone for voice in own_voices(source, corpus))

    for found in corpus.index.read_in.values():
        for item in found:
            speaks = _speakers(item.attribution)
            if not everyone.isdisjoint(speaks) or (
                AUTHOR in speaks and heard(item.attribution.source)
            ):
                yield item


def _speakers(attribution: Attribution) -> tuple[SpeakerId, ...]:
    return (attribution.speaker, *attribution.jointly)


def _place(item: Utterance, corpus: Corpus) -> tuple[object, ...]:
    when = said_when(item, corpus)
    key = (0, when.sort_key) if when else (1,)
    return (*key, item.claim.id, item.version, item.attribution.identity)
