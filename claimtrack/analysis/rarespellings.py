"""Spellings of a name that two sources share and others do not: what is copied with its slips."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from attrs import frozen

from claimtrack.analysis.cues import Lead, Relations
from claimtrack.corpus.index import Utterance, utterances_of
from claimtrack.quoting import quoted
from claimtrack.text.normalized import Normalized

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from claimtrack.analysis.disputes import KnowsClaims

#: A spelling in more sources is not rare.
_FEW = 3


@frozen
class _Printed:
    """A name as one attribution prints it."""

    speaker: str
    name: str
    utterance: Utterance


def rare_spellings(corpus: KnowsClaims) -> tuple[Lead, ...]:
    """Find spellings of a name that two or three sources share, and more sources write otherwise.

    Of a spelling that the speaker's record does not list, one source that writes otherwise is
    enough. Reprints and translations count as their originals. Case, white space and the form of
    quotation marks and dashes make no other spelling. Sources that state a relation (`Relations`)
    give no lead.
    """
    relations = Relations(corpus)
    found: list[Lead] = []
    for speaker, spellings in _spellings(corpus).items():
        everyone = _origins(spellings.values(), relations)
        for spelling, by_source in spellings.items():
            users = _origins([by_source], relations)
            others = len(everyone - users)
            enough = 1 if _is_unlisted(speaker, spelling, corpus) else len(users) + 1
            if 1 < len(users) <= _FEW and others >= enough:
                found += _leads(speaker, by_source, others=others, relations=relations)
    return tuple(sorted(found, key=lambda lead: (lead.sources, lead.reason)))


def _spellings(corpus: KnowsClaims) -> Mapping[str, Mapping[str, Mapping[str, list[_Printed]]]]:
    """Return where each spelling of each speaker is printed, by source."""
    found: dict[str, dict[str, dict[str, list[_Printed]]]] = defaultdict(
        lambda: defaultdict(lambda: defaultdict(list))
    )
    for claim in corpus.claims.values():
        for utterance in utterances_of(claim):
            source = utterance.attribution.source
            for item in _printed(utterance, corpus):
                found[item.speaker][_plain(item.name)][source].append(item)
    return found


def _printed(utterance: Utterance, corpus: KnowsClaims) -> Iterator[_Printed]:
    """Yield the names that an attribution prints; without another, it is the record's own."""
    said = utterance.attribution
    relays = ((relay.speaker, relay.printed_as) for relay in (*said.citing, *said.via))
    for speaker, printed in ((said.speaker, said.printed_as), *relays):
        record = corpus.speakers.get(speaker)
        if record is not None:
            yield _Printed(speaker, printed or record.name, utterance)


def _origins(spellings: Iterable[Iterable[str]], relations: Relations) -> frozenset[str]:
    """Return the sources of some spellings, reprints taken for their originals."""
    return frozenset(
        origin
        for by_source in spellings
        for source in by_source
        for origin in relations.origins(source)
    )


def _is_unlisted(speaker: str, spelling: str, corpus: KnowsClaims) -> bool:
    record = corpus.speakers[speaker]
    return spelling not in map(_plain, (record.name, *record.aliases))


def _leads(
    speaker: str, by_source: Mapping[str, list[_Printed]], *, others: int, relations: Relations
) -> Iterator[Lead]:
    for one, other in combinations(sorted(by_source), 2):
        ours, theirs = (tuple(it.utterance for it in by_source[at]) for at in (one, other))
        if not relations.are_stated(ours, theirs):
            name = quoted(by_source[one][0].name, mark='"')
            written = f"{others} other source{'s' * (others != 1)} write{'s' * (others == 1)}"
            yield Lead(
                cue="rare-spelling",
                sources=(one, other),
                reason=f'both write {name} for "{speaker}", which {written} otherwise',
                evidence=(ours, theirs),
            )


def _plain(name: str) -> str:
    return Normalized.of(name).text.casefold()
