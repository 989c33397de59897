"""Frozen look-ups over the records of a corpus: who is named where, and by what name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TypeAlias, TypeVar

from attrs import frozen

from claimtrack.corpus.references import Reference, references
from claimtrack.model.attributions import Attribution
from claimtrack.model.claims import Claim
from claimtrack.model.ids import RecordKind
from claimtrack.model.records import Record, kind_of
from claimtrack.model.speakers import Speaker

K = TypeVar("K")
V = TypeVar("V")

#: What names a record in a corpus: its kind and its id.
Key: TypeAlias = tuple[RecordKind, str]


def key_of(record: Record) -> Key:
    """Return what names a record in a corpus."""
    return kind_of(record), record.id


@frozen
class Use:
    """A reference to a record, and the record that holds it."""

    by: Key
    reference: Reference


@frozen(repr=False)
class Utterance:
    """One attribution, with the claim and the version that it stands in."""

    claim: Claim
    version: str
    attribution: Attribution

    def __repr__(self) -> str:
        said = self.attribution
        return f"<Utterance {self.claim.id}#{self.version}: {said.speaker} {said.stance}>"


@frozen(repr=False)
class Index:
    """What is asked of all records at once; made anew when a record changes."""

    #: The references to each record, by its key.
    uses: Mapping[Key, tuple[Use, ...]]
    #: The attributions in which each speaker takes part: as speaker, jointly, cited, or carrying.
    utterances: Mapping[str, tuple[Utterance, ...]]
    #: The attributions read in each source.
    read_in: Mapping[str, tuple[Utterance, ...]]
    #: The speakers that bear each name or alias, by the name in case-folded form.
    names: Mapping[str, tuple[str, ...]]


def build_index(records: Iterable[Record]) -> Index:
    """Make the look-ups over some records."""
    uses: dict[Key, list[Use]] = defaultdict(list)
    utterances: dict[str, list[Utterance]] = defaultdict(list)
    read_in: dict[str, list[Utterance]] = defaultdict(list)
    names: dict[str, set[str]] = defaultdict(set)
    for record in records:
        for reference in references(record):
            uses[reference.kind, reference.id].append(Use(key_of(record), reference))
        if isinstance(record, Speaker):
            for name in (record.name, *record.aliases):
                names[name.casefold()].add(record.id)
        if isinstance(record, Claim):
            for utterance in utterances_of(record):
                read_in[utterance.attribution.source].append(utterance)
                for speaker in taking_part(utterance.attribution):
                    utterances[speaker].append(utterance)
    return Index(
        _frozen(uses),
        _frozen(utterances),
        _frozen(read_in),
        {name: tuple(sorted(ids)) for name, ids in names.items()},
    )


def utterances_of(claim: Claim) -> tuple[Utterance, ...]:
    """Return the attributions of a claim, version by version."""
    return tuple(
        Utterance(claim, name, attribution)
        for name, version in claim.versions.items()
        for attribution in version.attributions
    )


def taking_part(attribution: Attribution) -> tuple[str, ...]:
    """Return who takes part in an attribution: who speaks, jointly, is cited, or carries."""
    chain = (*attribution.citing, *attribution.via)
    everyone = (attribution.speaker, *attribution.jointly, *(relay.speaker for relay in chain))
    return tuple(dict.fromkeys(everyone))


def _frozen(lists: Mapping[K, list[V]]) -> dict[K, tuple[V, ...]]:
    return {key: tuple(items) for key, items in lists.items()}
