"""What a count of what has happened is to another at another time: it may rise and never falls."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from claimtrack.model.policies import LITERAL, Policy
from claimtrack.model.relations import Related

if TYPE_CHECKING:
    from claimtrack.model.dates import Date
    from claimtrack.model.quantities import Quantity

#: A count, and the time for which it holds.
Timed: TypeAlias = tuple["Quantity", "Date"]


def relate_over_time(first: Timed, second: Timed, *, policy: Policy) -> Related:
    """Tell what a count is to another one of the same things at another time.

    The first rule that holds gives the relation:

    - `incomparable`: neither time lies for certain before the other.
    - `contradicts`: whatever the earlier count allows is more than the later one allows.
    - `tension`: the same, but only when both are read under the policy `LITERAL`.
    - `compatible`: more can have happened in between.

    An order is a lower bound from its own time on: where something was the 7th, there are at least
    7 ever after, and nobody knows how long there were as many before it was said.

    >>> from claimtrack.model.dates import Date
    >>> from claimtrack.model.policies import TOLERANT
    >>> from claimtrack.model.quantities import Quantity
    >>> one = Quantity.parse("7th"), Date.parse("2020")
    >>> print(relate_over_time(one, (Quantity.parse("5"), Date.parse("2024")), policy=TOLERANT))
    contradicts: `7th` as of `2020` and `5` as of `2024`: what has happened cannot become fewer
    """
    told = f"`{first[0]}` as of `{first[1]}` and `{second[0]}` as of `{second[1]}`"
    if any(quantity.inexact for quantity, _ in (first, second)):
        told = f"{told} (policy `{policy.name}`)"
    order = _in_order_of_time(first, second)
    if order is None:
        return Related("incomparable", f"{told}: which was earlier is not known")
    if _falls(*order, policy=policy):
        return Related("contradicts", f"{told}: what has happened cannot become fewer")
    if _falls(*order, policy=LITERAL):
        reason = f"{told}: literally, what has happened becomes fewer, which cannot be"
        return Related("tension", reason)
    return Related("compatible", f"{told}: more can have happened in between")


def _in_order_of_time(first: Timed, second: Timed) -> tuple[Quantity, Quantity] | None:
    if first[1].before(second[1]):
        return first[0], second[0]
    if second[1].before(first[1]):
        return second[0], first[0]
    return None


def _falls(earlier: Quantity, later: Quantity, *, policy: Policy) -> bool:
    bounds = later.bounds(policy, counted=True)
    return bounds.ends_before(earlier.bounds(policy, counted=True))
