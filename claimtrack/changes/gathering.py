"""What one change brings about for many records alike, told in one line with how many they are."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from attrs import frozen

from claimtrack.changes.consequence import Consequence
from claimtrack.changes.sentence import Sentence, named
from claimtrack.corpus.index import Key

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from claimtrack.changes.sentence import Piece

#: For so many records something is told in one line, and so many of them are named.
LEAST, _NAMED = 2, 3


@frozen
class Gathered:
    """The same that follows for many records from the change of one."""

    #: The record whose change brings it about.
    cause: Key
    #: Tells for how many records it follows, and names the first.
    sentence: Sentence
    members: tuple[Consequence, ...]


def gathered(found: Iterable[Consequence], causes: Collection[Key]) -> tuple[Gathered, ...]:
    """Put together what is the same for many other records, by one of some causes."""
    groups: defaultdict[tuple[Key, Sentence], list[Consequence]] = defaultdict(list)
    for item in found:
        if item.alike and item.elsewhere and len(item.causes) == 1 and item.causes[0] in causes:
            groups[item.causes[0], item.alike].append(item)
    return tuple(
        Gathered(cause, Sentence.of(*_pieces(alike, members)), tuple(members))
        for (cause, alike), members in groups.items()
        if len(members) >= LEAST
    )


def _pieces(alike: Sentence, members: list[Consequence]) -> Iterator[Piece | str]:
    yield f"{len(members)} records "
    yield from alike.pieces
    for number, member in enumerate(members[:_NAMED]):
        kind, name = member.key
        yield ", " if number else ": "
        yield from (named(name),) if kind == "claim" else (f"{kind} ", named(name))
    if len(members) > _NAMED:
        yield f" and {len(members) - _NAMED} more"
