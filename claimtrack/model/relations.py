"""What one statement's value can be to another's: the vocabulary of comparison."""

from __future__ import annotations

from typing import Literal, get_args

import attrs

Relation = Literal[
    "equal", "refines", "generalises", "compatible", "tension", "contradicts", "incomparable"
]

#: Every relation, from the closest to the one that says nothing.
RELATIONS: tuple[Relation, ...] = get_args(Relation)

_INVERSES: dict[Relation, Relation] = {"refines": "generalises", "generalises": "refines"}


def inverse(relation: Relation) -> Relation:
    """Return what the second is to the first, where `relation` is what the first is to the second.

    >>> inverse("refines")
    'generalises'
    >>> inverse("tension")
    'tension'
    """
    return _INVERSES.get(relation, relation)


@attrs.frozen(weakref_slot=False)
class Related:
    """A relation of a first value to a second, with the reason for it in words.

    The reason is one line that names the values in the order in which they were given, so the
    reverse of a comparison is asked for anew rather than made from this one.
    """

    relation: Relation
    reason: str

    def __str__(self) -> str:
        return f"{self.relation}: {self.reason}"
