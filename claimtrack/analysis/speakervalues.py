"""What one answer of speakers is to another: who is part of whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from claimtrack.analysis.links import reachable
from claimtrack.model.relations import Related

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimtrack.model.ids import SpeakerId
    from claimtrack.model.speakers import Speaker


class KnowsSpeakers(Protocol):
    """What knows speakers by their ids: a corpus, or its records."""

    @property
    def speakers(self) -> Mapping[str, Speaker]:
        """The speakers, by id."""
        ...


def is_part_of(one: SpeakerId, whole: SpeakerId, speakers: Mapping[str, Speaker]) -> bool:
    """Tell whether one speaker is the other or a part of it, be it by way of others."""
    return one == whole or whole in reachable(one, lambda name: _wholes(name, speakers))


def relate_speakers(
    first: tuple[SpeakerId, ...], second: tuple[SpeakerId, ...], speakers: Mapping[str, Speaker]
) -> Related | None:
    """Tell what the first speakers are to the second, None where none has to do with another.

    Those refine that are all part of the others, and leave none of the others out: `isis-k` refines
    `isis`, and `[aman, mossad]` refines `israel`. Where they share somebody, but one side names
    others as well, they are compatible.
    """
    ours, theirs = _named(first), _named(second)
    if set(first) == set(second):
        return Related("equal", f"both name {ours}")
    down, up = _is_within(first, second, speakers), _is_within(second, first, speakers)
    if down and not up:
        return Related("refines", f"{ours} is part of {theirs}")
    if up and not down:
        return Related("generalises", f"{theirs} is part of {ours}")
    if any(_meet(one, other, speakers) for one in first for other in second):
        return Related("compatible", f"{ours} and {theirs} share somebody, but not all")
    return None


def _wholes(name: SpeakerId, speakers: Mapping[str, Speaker]) -> tuple[SpeakerId, ...]:
    speaker = speakers.get(name)
    return speaker.part_of if speaker else ()


def _is_within(
    parts: Iterable[SpeakerId], wholes: tuple[SpeakerId, ...], speakers: Mapping[str, Speaker]
) -> bool:
    found = [[whole for whole in wholes if is_part_of(part, whole, speakers)] for part in parts]
    return all(found) and {whole for some in found for whole in some} == set(wholes)


def _meet(one: SpeakerId, other: SpeakerId, speakers: Mapping[str, Speaker]) -> bool:
    return is_part_of(one, other, speakers) or is_part_of(other, one, speakers)


def _named(speakers: tuple[SpeakerId, ...]) -> str:
    return ", ".join(f'"{speaker}"' for speaker in speakers)
