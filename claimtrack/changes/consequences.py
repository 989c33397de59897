"""What changes bring about: told with them, so that a reviewer need not work it out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from attrs import frozen

from claimtrack.changes.consequence import Consequence, ConsequenceKind
from claimtrack.changes.flips import flips
from claimtrack.changes.leftovers import dangling_references, stale_reviews, unused_records
from claimtrack.changes.reach import reached_claims
from claimtrack.changes.sentence import Sentence, named
from claimtrack.changes.sides import Sides
from claimtrack.changes.standings import Standing, standing_of
from claimtrack.model.claims import Claim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.changes.change import CorpusChanges
    from claimtrack.corpus.corpus import Corpus
    from claimtrack.corpus.index import Key
    from claimtrack.model.attributions import Attribution


def consequences(changes: CorpusChanges, before: Corpus, after: Corpus) -> tuple[Consequence, ...]:
    """Return what changes bring about, record by record.

    Of claims: versions that compare otherwise, also because a speaker is part of another now; a
    dispute that begins or ends; roots that become more or fewer; a claim that rests on one source.
    Of any record: a source, speaker or event left without use, a reference that leads nowhere, a
    review gone stale. Only claims that a change can reach are looked at; of a claim that is new,
    everything is, so nothing follows.
    """
    sides = Sides.of(changes, before, after)
    found = [
        *_of_claims(sides),
        *unused_records(sides),
        *dangling_references(sides),
        *stale_reviews(sides),
    ]
    return tuple(sorted(found, key=lambda item: item.key))


@frozen
class _Turn:
    """How a claim stood and how it stands."""

    before: Standing
    after: Standing
    #: The ids that versions had before, where they are others.
    old_ids: Mapping[str, str]


def _of_claims(sides: Sides) -> Iterator[Consequence]:
    reached = reached_claims(sides)
    changed = {
        key: (key, *reached.get(key, ()))
        for key, change in sides.changes.items()
        if isinstance(change.before, Claim) and isinstance(change.after, Claim)
    }
    for key, causes in sorted({**reached, **changed}.items()):
        before = sides.before.record(sides.key_before(key))
        after = sides.after.record(key)
        if isinstance(before, Claim) and isinstance(after, Claim):
            turn = _turn(before, after, sides=sides, own=key not in reached)
            for kind, sentence in _turned(turn, sides):
                yield Consequence(kind=kind, key=key, causes=causes, sentence=sentence)


def _turn(before: Claim, after: Claim, *, sides: Sides, own: bool) -> _Turn:
    """Work out how a claim turned; roots that only its `own` change can touch where it does."""
    old_ids = _old_ids(("claim", after.id), sides)
    rooted = [
        name
        for name, version in after.versions.items()
        if not own or _said(before, old_ids.get(name, name)) != version.attributions
    ]
    were = [old_ids.get(name, name) for name in rooted]
    return _Turn(
        standing_of(before, sides.before.records, rooted=were),
        standing_of(after, sides.after.records, rooted=rooted),
        old_ids,
    )


def _said(claim: Claim, version: str) -> tuple[Attribution, ...]:
    there = claim.versions.get(version)
    return there.attributions if there else ()


def _old_ids(key: Key, sides: Sides) -> dict[str, str]:
    change = sides.changes.get(key)
    return {
        str(item.new): str(item.old)
        for item in (change.changes if change else ())
        if item.op == "move" and len(item.path) == 2 and item.path[0] == "versions"
    }


def _turned(turn: _Turn, sides: Sides) -> Iterator[tuple[ConsequenceKind, Sentence]]:
    before, after = turn.before, turn.after
    found = flips(before, after, old_ids=turn.old_ids, records=sides.after.records)
    yield from (("comparison", sentence) for sentence in found)
    if before.disputed != after.disputed:
        told = "is now disputed" if after.disputed else "is no longer disputed"
        yield "disputed", Sentence.of(f"the claim {told}")
    yield from (("roots", sentence) for sentence in _roots(turn))
    yield from (("single-sourced", sentence) for sentence in _sources(turn, sides))


def _roots(turn: _Turn) -> Iterator[Sentence]:
    for name, now in turn.after.roots.items():
        was = turn.before.roots.get(turn.old_ids.get(name, name))
        if was is not None and (was.low, was.high) != (now.low, now.high):
            news = [reason for reason in now.reasons if reason not in was.reasons]
            why = f" ({'; '.join(news[:2])})" if news else ""
            yield Sentence.of(named(name), f": independent roots {was} → {now}{why}")


def _sources(turn: _Turn, sides: Sides) -> Iterator[Sentence]:
    was, now = turn.before.sources, turn.after.sources
    if len(was) > 1 and len(now) == 1:
        (source,) = now
        record = sides.after.records.sources.get(source)
        title = named(record.title if record else source)
        yield Sentence.of("all that is asserted is now read in one source, ", title)
    elif len(was) == 1 and len(now) > 1:
        yield Sentence.of(f"what is asserted is no longer read in one source, but in {len(now)}")
