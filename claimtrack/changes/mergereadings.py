"""What of two sides of a merge is one reading of a sentence, and one addition."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from claimtrack.changes.mergetrees import data_of_part, entry_of, text_of
from claimtrack.model.attributions import Attribution

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimtrack.changes.mergetrees import Step
    from claimtrack.text.layout import Part
    from claimtrack.text.schema import Field

#: What together says who did what by which words: taken from two sides, nobody has read it so.
_READING = frozenset(
    ("speaker", "jointly", "stance", "certainty", "source", "at", "cue", "quote"),
)
_WORDS = ("cue", "quote")


def is_reading(step: Step, item: Field | None) -> bool:
    """Tell whether a key of a mapping belongs to the reading of an attribution."""
    return step in _READING and _is_said(item)


def same_sentences(
    ours: Mapping[Step, Part], theirs: Mapping[Step, Part], item: Field | None
) -> dict[Step, Step]:
    """Return which attributions that one side added the other read with another stance, by ours.

    Of one sentence speaker, source and place are the same, and the cue or the quote.
    """
    if not _is_said(item):
        return {}
    pairs: dict[Step, Step] = {}
    free = {step: part for step, part in theirs.items() if step not in ours}
    mine = {step: part for step, part in ours.items() if step not in theirs}
    for words in _WORDS:
        bearers = _by_sentence(free, words)
        for sentence, steps in _by_sentence(mine, words).items():
            for one, other in zip(steps, bearers.get(sentence, ()), strict=False):
                if _stance(mine[one]) != _stance(free[other]):
                    pairs[one] = other
                    del mine[one], free[other]
    return pairs


def is_one_addition(ours: Part, theirs: Part) -> bool:
    """Tell whether two additions under one name are one: all but one of the same keys agree."""
    one, other = data_of_part(ours), data_of_part(theirs)
    if not (isinstance(one, dict) and isinstance(other, dict)) or one.keys() != other.keys():
        return False
    return len(one) > 1 and sum(one[key] != other[key] for key in one) <= 1


def _is_said(item: Field | None) -> bool:
    return item is not None and item.shape is not None and item.shape.cls is Attribution


def _by_sentence(parts: Mapping[Step, Part], words: str) -> dict[tuple[str, ...], list[Step]]:
    found: defaultdict[tuple[str, ...], list[Step]] = defaultdict(list)
    for step in sorted(parts, key=str):
        part = parts[step]
        if text_of(entry_of(part, words)):
            keys = ("speaker", "source", "at", words)
            found[tuple(text_of(entry_of(part, key)) for key in keys)].append(step)
    return found


def _stance(part: Part) -> str:
    return text_of(entry_of(part, "stance"))
