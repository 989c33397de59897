"""What the parts of a file that have no order of their own are sorted by."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from claimtrack.model.attributions import STANCES
from claimtrack.model.locators import InvalidLocator, Locator
from claimtrack.model.normalform import nfc

if TYPE_CHECKING:
    from claimtrack.text.nodes import Data

#: Where an attribution stands among those of its version, whatever is wrong with it.
AttributionKey: TypeAlias = tuple[int, str, str, tuple[object, ...], str]

_RANKS: dict[str, int] = {stance: rank for rank, stance in enumerate(STANCES)}


def text_key(data: Data) -> tuple[bool, str]:
    """Return what an item of a set is sorted by: its text; what is no text comes last."""
    return (False, nfc(data)) if isinstance(data, str) else (True, "")


def attribution_key(data: Data) -> AttributionKey:
    """Return what an attribution is sorted by: stance, speaker, source, place and id.

    A stance that is not known comes last, as does a place that is not one; what is left out counts
    as empty.
    """
    texts = data if isinstance(data, dict) else {}
    stance, speaker, source, at, name = (
        nfc(value) if isinstance(value := texts.get(key), str) else ""
        for key in ("stance", "speaker", "source", "at", "id")
    )
    return (_RANKS.get(stance, len(_RANKS)), speaker, source, _place(at), name)


def _place(at: str) -> tuple[object, ...]:
    if not at:
        return (0,)
    try:
        return (1, Locator.parse(at).sort_key)
    except InvalidLocator:
        return (2, at)
