"""How few people the roots of a version may be, where some may be no other than others."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeAlias

from claimtrack.analysis.links import reachable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from claimtrack.analysis.echoes import Echoes
    from claimtrack.analysis.voices import Voice

_Group: TypeAlias = frozenset[int]


def fewest(roots: Sequence[Iterable[Voice]], echoes: Echoes) -> int:
    """Return how many people some roots are at least.

    Whoever may repeat another is not counted beside them; of those who may repeat each other, one
    is. A whole may be one of its parts, but only one: two parts of it are two people.
    """
    at: dict[Voice, set[int]] = defaultdict(set)
    for number, root in enumerate(roots):
        for voice in root:
            at[voice].add(number)
    heard = [frozenset(voice for own in root for voice in (own, *echoes.of(own))) for root in roots]
    reached = [frozenset(it for voice in some for it in at.get(voice, ())) for some in heard]
    ends = _ends(dict(enumerate(reached)))
    heads = {
        group: frozenset(voice for number in group for voice in heard[number]) for group in ends
    }
    return len(ends) - _merged(heads, echoes)


def _ends(reached: Mapping[int, _Group]) -> tuple[_Group, ...]:
    """Return the groups within which each leads to each, and from which nothing leads outside."""
    found = (
        frozenset((here, *there))
        for here, there in reached.items()
        if all(here in reached[other] for other in there)
    )
    return tuple(dict.fromkeys(found))


def _merged(heads: Mapping[_Group, frozenset[Voice]], echoes: Echoes) -> int:
    """Return how many groups may be one with another, as a part of a whole that is heard there."""
    wholes = {
        group: {whole for voice in voices for whole in echoes.wholes(voice)} - voices
        for group, voices in heads.items()
    }
    repeated = {
        whole: frozenset((whole, *echoes.of(whole)))
        for whole in {one for some in wholes.values() for one in some}
    }
    leads = {
        group: {whole: tuple(_heard(repeated[whole], heads, but=group)) for whole in some}
        for group, some in wholes.items()
    }

    def next_to(group: _Group) -> Iterator[_Group]:
        yield from (other for others in leads[group].values() for other in others)

    after = {group: reachable(group, next_to) for group in heads}
    choices: dict[frozenset[_Group], set[Voice]] = {}
    for group in heads:
        circle = frozenset(other for other in after[group] if group in after[other]) | {group}
        outside = {whole for whole, others in leads[group].items() if not circle.issuperset(others)}
        choices.setdefault(circle, set()).update(outside)
    return len(heads) - len(choices) + _matched(choices)


def _heard(
    voices: frozenset[Voice], heads: Mapping[_Group, frozenset[Voice]], *, but: _Group
) -> Iterator[_Group]:
    yield from (
        group for group, some in heads.items() if group != but and not voices.isdisjoint(some)
    )


def _matched(choices: Mapping[frozenset[_Group], Iterable[Voice]]) -> int:
    """Return for how many of some there can be a whole of their own."""
    taken: dict[Voice, frozenset[_Group]] = {}

    def finds(part: frozenset[_Group], tried: set[Voice]) -> bool:
        for whole in choices[part]:
            if whole in tried:
                continue
            tried.add(whole)
            if whole not in taken or finds(taken[whole], tried):
                taken[whole] = part
                return True
        return False

    return sum(finds(part, set()) for part in choices)
