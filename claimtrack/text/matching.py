"""Which part of a record became which when the record changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.text.comments import Comments

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimtrack.findings import KeyPath
    from claimtrack.text.nodes import Data

#: What tells one attribution from another where it has no id.
_IDENTITY = ("speaker", "source", "at", "stance")


def matched(old: list[Data], new: list[Data]) -> dict[int, int]:
    """Return which item of a new list each item of an old one became, by position.

    Equal items are matched first, then attributions of one identity, then mappings that share at
    least half of what the shorter one says. What is left was removed, or is new.
    """
    pairs: dict[int, int] = {}
    rest_old, rest_new = list(range(len(old))), list(range(len(new)))
    for likeness in (_equal, _same_identity, _alike):
        for i in tuple(rest_old):
            j = next((j for j in rest_new if likeness(old[i], new[j])), None)
            if j is not None:
                pairs[i] = j
                rest_old.remove(i)
                rest_new.remove(j)
    return pairs


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
        for i, j in matched(old, new).items():
            yield from _ways(old[i], new[j], (*at, i), (*to, j))


def _equal(old: Data, new: Data) -> bool:
    return old == new


def _same_identity(old: Data, new: Data) -> bool:
    if not (isinstance(old, dict) and isinstance(new, dict)):
        return False
    if "id" in old or "id" in new:
        return old.get("id") == new.get("id")
    return "stance" in old and all(old.get(key) == new.get(key) for key in _IDENTITY)


def _alike(old: Data, new: Data) -> bool:
    if not (isinstance(old, dict) and isinstance(new, dict)):
        return False
    same = sum(new.get(key) == value for key, value in old.items())
    return 2 * same >= min(len(old), len(new))
