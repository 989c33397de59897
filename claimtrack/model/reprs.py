"""How records and their parts are shown to a person: what they are, and what is said of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from attrs import AttrsInstance


def brief(value: AttrsInstance) -> str:
    """Show a part of a record with what is not as it would be by default.

    >>> from claimtrack.model.attributions import Relay
    >>> brief(Relay(speaker="hamas"))
    "Relay(speaker='hamas')"
    """
    told = (
        f"{member.name}={getattr(value, member.name)!r}"
        for member in attrs.fields(type(value))
        if getattr(value, member.name) != member.default
    )
    return f"{type(value).__name__}({', '.join(told)})"
