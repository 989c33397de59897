"""What a change leaves behind: records without use, references without a target, stale reviews."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.changes.consequence import Consequence
from claimtrack.changes.sentence import Sentence, named
from claimtrack.corpus.references import Reference, references
from claimtrack.model.claims import Claim
from claimtrack.model.records import headline
from claimtrack.text.digest import digest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.changes.sides import Side, Sides
    from claimtrack.corpus.index import Key
    from claimtrack.model.records import Record


def unused_records(sides: Sides) -> Iterator[Consequence]:
    """Yield each source, speaker and event to which something referred, and nothing does now."""
    causes: dict[Key, list[Key]] = {}
    for key, change in sides.changes.items():
        itself = {key, sides.key_before(key)}
        for target in sorted(_named(change.before) - _named(change.after) - itself):
            causes.setdefault(target, []).append(key)
    for key, users in sorted(causes.items()):
        record = sides.after.record(key)
        if record is None or isinstance(record, Claim) or sides.after.users(key):
            continue
        if sides.unread_users(sides.key_before(key)):
            continue
        sentence = Sentence.of(
            f"{key[0]} ", named(headline(record)), " is left without use: nothing refers to it"
        )
        yield Consequence(kind="unused", key=key, causes=tuple(users), sentence=sentence)


def dangling_references(sides: Sides) -> Iterator[Consequence]:
    """Yield each reference that leads nowhere now, and did not before."""
    for user in sorted(_suspects(sides)):
        record = sides.after.record(user)
        if record is None:
            continue
        for target in dict.fromkeys(_targets(_record_references(user, sides.after))):
            if not sides.after.holds(target) and not _dangled(user, target, sides):
                gone: Key = (target.kind, target.id)
                cause = sides.renamed.get(gone, gone)
                there = sides.before.holds(_before(target, sides))
                yield Consequence(
                    kind="dangling",
                    key=user,
                    causes=(cause if cause in sides.changes else user,),
                    sentence=_dangling("refers", target, there=there),
                    alike=_dangling("refer", target, there=there),
                )


def stale_reviews(sides: Sides) -> Iterator[Consequence]:
    """Yield each review that named what a record said before, but not what it says now."""
    for key, before, after in sides.pairs():
        if not before.reviews:
            continue
        was, now = digest(before), digest(after)
        if was == now or any(review.digest == now for review in after.reviews):
            continue
        for review in before.reviews:
            if review.digest == was and review in after.reviews:
                sentence = Sentence.of(
                    "the review by ", named(review.by), f" of {review.date} is stale"
                )
                yield Consequence(
                    kind="stale-review", key=key, causes=_causes(key, sides), sentence=sentence
                )


def _named(record: Record | None) -> set[Key]:
    return {(it.kind, it.id) for it in references(record)} if record is not None else set()


def _record_references(key: Key, side: Side) -> tuple[Reference, ...]:
    """Return the references of the record of this key, none where it is not there."""
    record = side.record(key)
    return tuple(references(record)) if record is not None else ()


def _causes(key: Key, sides: Sides) -> tuple[Key, ...]:
    if key in sides.changes:
        return (key,)
    return tuple(name for name, change in sides.changes.items() if key in change.followed_by)


def _suspects(sides: Sides) -> set[Key]:
    """Return what may refer to nothing now: what changed, and what refers to what went."""
    suspects: set[Key] = set()
    for key in sides.unread_and_gone:
        suspects.update(sides.after.users(key))
    for key, change in sides.changes.items():
        suspects.add(key)
        gone = sides.key_before(key)
        if change.how in {"removed", "renamed"}:
            suspects.update(sides.after.users(gone))
        if _lost_versions(change.before, change.after):
            suspects.update(sides.after.users(key))
    return suspects


def _lost_versions(before: object, after: object) -> bool:
    return (
        isinstance(before, Claim)
        and isinstance(after, Claim)
        and bool(before.versions.keys() - after.versions.keys())
    )


def _targets(found: tuple[Reference, ...]) -> Iterator[Reference]:
    for reference in found:
        yield Reference((), reference.kind, reference.id, reference.version)


def _dangled(user: Key, target: Reference, sides: Sides) -> bool:
    """Tell whether the record had this reference before, and it led nowhere then."""
    before = _before(target, sides)
    if sides.before.holds(before):
        return False
    return before in _targets(_record_references(sides.key_before(user), sides.before))


def _before(target: Reference, sides: Sides) -> Reference:
    """Return a reference as it named its record before, which may have been renamed."""
    _, name = sides.key_before((target.kind, target.id))
    return Reference((), target.kind, name, target.version)


def _dangling(verb: str, target: Reference, *, there: bool) -> Sentence:
    kind = "version" if target.version is not None else target.kind
    name = target.id if target.version is None else f"{target.id}#{target.version}"
    why = ", which is gone" if there else ", which is not there"
    return Sentence.of(f"{verb} to {kind} ", named(name), why)
