"""The comments of a record's parts, taken along when the record changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.text.comments import Comments
from claimtrack.text.matching import matched

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimtrack.findings import KeyPath
    from claimtrack.text.nodes import Data


def carried(
    comments: Comments, old: Data, new: Data, *, at: KeyPath, to: KeyPath
) -> tuple[Comments, tuple[str, ...]]:
    """Return the comments within a part that changed, under its new keys, and those of lost parts.

    `at` is where the part stands in the file, `to` what its own keys are to be. Those beside the
    part itself are carried along; those above and below it are not within it.
    """
    ways = dict(_ways(old, new, at, to))
    lost: list[str] = []

    def moved(
        group: Mapping[KeyPath, tuple[str, ...]], *, own: bool
    ) -> Mapping[KeyPath, tuple[str, ...]]:
        kept: dict[KeyPath, tuple[str, ...]] = {}
        for keys, texts in group.items():
            if keys[: len(at)] != at or (keys == at and not own):
                continue
            if keys in ways:
                kept[ways[keys]] = texts
            else:
                lost.extend(texts)
        return kept

    inner = Comments(
        above=moved(comments.above, own=False),
        beside=moved(comments.beside, own=True),
        below=moved(comments.below, own=False),
    )
    return inner, tuple(lost)


def _ways(old: Data, new: Data, at: KeyPath, to: KeyPath) -> Iterator[tuple[KeyPath, KeyPath]]:
    yield at, to
    if isinstance(old, dict) and isinstance(new, dict):
        for key in old.keys() & new.keys():
            yield from _ways(old[key], new[key], (*at, key), (*to, key))
    elif isinstance(old, list) and isinstance(new, list):
        for i, j in matched(old, new, loosely=True).items():
            yield from _ways(old[i], new[j], (*at, i), (*to, j))
