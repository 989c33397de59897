"""On whose word an attribution rests: speakers, or the own voice of a source without a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeAlias

from attrs import frozen

from claimtrack.analysis.links import reachable
from claimtrack.model.ids import AUTHOR, UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from claimtrack.model.attributions import Attribution
    from claimtrack.model.sources import Source
    from claimtrack.model.speakers import Speaker

#: A speaker's id; `author` and the id of a source that names neither author nor publisher; or
#: `unknown`.
Voice: TypeAlias = tuple[str, ...]


class KnowsVoices(Protocol):
    """What knows speakers and sources by their ids: a corpus, or its records."""

    @property
    def speakers(self) -> Mapping[str, Speaker]:
        """The speakers, by id."""
        ...

    @property
    def sources(self) -> Mapping[str, Source]:
        """The sources, by id."""
        ...


@frozen
class Chain:
    """Who stands behind one attribution, link by link, from the speaker to the root.

    A link is everyone who made one statement together.
    """

    links: tuple[frozenset[Voice], ...]

    @property
    def root(self) -> frozenset[Voice]:
        """Those on whose word the attribution rests; nobody where the source does not say."""
        return self.links[-1] - {(UNKNOWN,)}

    @property
    def speakers(self) -> frozenset[Voice]:
        """Those who make the statement."""
        return self.links[0]


def chain_of(attribution: Attribution, corpus: KnowsVoices) -> Chain:
    """Return the chain of an attribution, with `author` resolved to the voices of its source."""
    source = attribution.source
    together = (attribution.speaker, *attribution.jointly)
    first = frozenset(voice for name in together for voice in _voices(name, source, corpus))
    cited = (frozenset(_voices(relay.speaker, source, corpus)) for relay in attribution.citing)
    return Chain((first, *cited))


def own_voices(source: str, corpus: KnowsVoices) -> tuple[Voice, ...]:
    """Return who speaks as the `author` of a source: its authors, else its publisher, else itself.

    A reprint or translation has the voice of what it is derived from.
    """
    found = [voice for origin in originals(source, corpus) for voice in _signed(origin, corpus)]
    return tuple(dict.fromkeys(found))


def originals(source: str, corpus: KnowsVoices) -> tuple[str, ...]:
    """Return the sources from which a source is derived in the end; itself if it is from none.

    Of sources that are derived from each other in a circle, the alphabetically first stands for
    all.
    """

    def derived(name: str) -> tuple[str, ...]:
        record = corpus.sources.get(name)
        return record.derived_from if record else ()

    everything = sorted({source} | reachable(source, derived))
    ends = [name for name in everything if not derived(name)]
    return tuple(ends or everything[:1])


def told(voice: Voice) -> str:
    """Return a voice as a message names it.

    >>> told(("hamas",)), told(("author", "story"))
    ('"hamas"', 'the author of "story"')
    """
    if voice[0] == AUTHOR:
        return f'the author of "{voice[1]}"'
    return f'"{voice[0]}"'


def told_together(voices: Iterable[Voice]) -> str:
    """Return several voices as a message names them, sorted."""
    return " and ".join(told(voice) for voice in sorted(voices))


def _voices(name: str, source: str, corpus: KnowsVoices) -> Iterator[Voice]:
    if name == AUTHOR:
        yield from own_voices(source, corpus)
    else:
        yield (name,)


def _signed(source: str, corpus: KnowsVoices) -> Iterator[Voice]:
    record = corpus.sources.get(source)
    if record is not None and record.authors:
        yield from ((author,) for author in record.authors)
    elif record is not None and record.publisher:
        yield (record.publisher,)
    else:
        yield (AUTHOR, source)
