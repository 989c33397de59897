"""Whom a voice may merely repeat, so that the two of them may be one root."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import frozen

from claimtrack.analysis.links import reachable
from claimtrack.analysis.voices import (
    Chain,
    KnowsVoices,
    Voice,
    originals,
    told,
    told_together,
)
from claimtrack.model.attributions import Attribution
from claimtrack.model.ids import AUTHOR

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimtrack.model.speakers import Speaker


@frozen
class Witness:
    """An assertion that counts, with who stands behind it."""

    attribution: Attribution
    chain: Chain
    #: The root, without those of a joint statement who retracted it.
    standing: frozenset[Voice]


@frozen
class Echoes:
    """The voices of a version, whom each may merely repeat, and of which wholes it is part."""

    #: What the version's own assertions tell.
    links: Mapping[Voice, Sequence[Voice]]
    #: All on whose word the version may rest.
    voices: tuple[Voice, ...]
    corpus: KnowsVoices

    def of(self, voice: Voice) -> frozenset[Voice]:
        """Return all whom a voice may repeat, also by way of others."""
        return reachable(voice, self._next)

    def wholes(self, voice: Voice) -> frozenset[Voice]:
        """Return all of which a voice is part, also by way of others."""
        return reachable(voice, self._wholes)

    def reasons(self, voice: Voice) -> Iterator[str]:
        """Yield why a voice may be no other than one of the rest."""
        speaker = self._speaker(voice)
        if speaker is None:
            return
        if any(self._hidden(voice, speaker)):
            yield f"{told(voice)} is anonymous and may be any of the others"
        if len(self.voices) == 1:
            return
        wholes = self.wholes(voice) - {voice}
        for whole in sorted(wholes.intersection(self.voices)):
            yield f"{told(voice)} is part of {told(whole)}"

    def _next(self, voice: Voice) -> Iterator[Voice]:
        yield from self.links.get(voice, ())
        speaker = self._speaker(voice)
        if speaker is not None:
            yield from self._hidden(voice, speaker)

    def _wholes(self, voice: Voice) -> Iterator[Voice]:
        speaker = self._speaker(voice)
        yield from ((whole,) for whole in (speaker.part_of if speaker else ()))

    def _hidden(self, voice: Voice, speaker: Speaker) -> Iterator[Voice]:
        """Yield whom an anonymous speaker may be."""
        if speaker.kind == "anonymous":
            for other in self.voices:
                record = self._speaker(other)
                told_apart = other[0] in speaker.distinct_from or (
                    record is not None and speaker.id in record.distinct_from
                )
                if other != voice and not told_apart:
                    yield other

    def _speaker(self, voice: Voice) -> Speaker | None:
        return self.corpus.speakers.get(voice[0]) if len(voice) == 1 else None


def echoes_of(witnesses: Iterable[Witness], corpus: KnowsVoices) -> Echoes:
    """Return whom each voice of some assertions may repeat.

    Who cites somebody may repeat them; those who spoke jointly, each other; the author of a source,
    the publication that printed it; an anonymous speaker, anyone from whom no `distinct_from` tells
    it apart.
    """
    links: dict[Voice, list[Voice]] = defaultdict(list)
    voices: set[Voice] = set()
    for witness in witnesses:
        voices |= witness.standing
        for one, other in pairwise(witness.chain.links):
            for voice in one:
                links[voice] += other
        for voice in witness.standing:
            links[voice] += witness.standing - {voice}
        if witness.attribution.speaker == AUTHOR:
            for voice in witness.chain.speakers:
                links[voice] += _publishers(witness.attribution.source, corpus)
    return Echoes(links, tuple(sorted(voices)), corpus)


def reasons_of(witness: Witness) -> Iterator[str]:
    """Yield why an assertion is no root of its own, or one for several voices."""
    source, chain = witness.attribution.source, witness.chain
    if witness.attribution.speaker == AUTHOR and (AUTHOR, source) not in chain.speakers:
        voices = chain.speakers - {(name,) for name in witness.attribution.jointly}
        yield f'the author of "{source}" is {told_together(voices or chain.speakers)}'
    if chain.speakers != chain.root:
        yield f"{told_together(chain.speakers)} relied on {told_together(chain.root)}"
    if len(witness.standing) > 1:
        yield f"{told_together(witness.standing)} spoke jointly: one root"


def _publishers(source: str, corpus: KnowsVoices) -> Iterator[Voice]:
    for origin in originals(source, corpus):
        record = corpus.sources.get(origin)
        if record is not None and record.publisher:
            yield (record.publisher,)
