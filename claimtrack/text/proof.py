"""Whether a new text of a file holds what the old one does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from claimtrack.quoting import quoted
from claimtrack.text.arrange import arrange
from claimtrack.text.census import census, changed
from claimtrack.text.comments import Comments
from claimtrack.text.emit import page_text
from claimtrack.text.misfits import shown
from claimtrack.text.nodes import Data, data_of

if TYPE_CHECKING:
    from claimtrack.text.compose import Composed
    from claimtrack.text.layout import Page


@frozen
class Held:
    """What a file holds."""

    data: dict[str, Data]
    comments: Comments


def held(composed: Composed) -> Held | None:
    """Return what a text holds, or None where it is at fault."""
    data = data_of(composed.root) if composed.root and not composed.faults else None
    return Held(data, composed.comments) if isinstance(data, dict) else None


def difference(before: Held, page: Page, after: Held) -> str:
    """Tell what differs between a file and its new text, if anything does.

    The page is what the new text was written from: arranging what the text holds must give the
    same page again, so that every comment is at its node and a second pass changes nothing.
    """
    counts = (census(held.data, held.comments) for held in (before, after))
    found = next(changed(*counts), None)
    if found:
        keys, text, _ = found
        return f"{shown(text)} at {quoted(', '.join(keys))}"
    second = arrange(after.data, after.comments)
    return "" if second == page else _instability(page, second)


def _instability(page: Page, second: Page) -> str:
    lines = zip(page_text(page).split("\n"), page_text(second).split("\n"), strict=False)
    line = next((number for number, (one, two) in enumerate(lines, 1) if one != two), None)
    return f"line {line} is not stable" if line else "a comment changes its node"
