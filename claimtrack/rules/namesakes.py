"""What speakers are called, and whether somebody has told them apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.ids import AUTHOR
from claimtrack.text.misfits import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.findings import KeyPath
    from claimtrack.model.ids import SourceId, SpeakerId
    from claimtrack.model.speakers import Speaker
    from claimtrack.rules.base import View


#: Kinds of speaker whose records have names of our own making.
_NAMELESS = ("anonymous", "group")


def names(speaker: Speaker) -> Iterator[tuple[KeyPath, str]]:
    """Yield the name and the aliases of a speaker, with the keys that lead to them."""
    yield ("speaker",), speaker.name
    for index, alias in enumerate(speaker.aliases):
        yield ("aliases", index), alias


def spoken(text: str) -> str:
    r"""Return a name or a reason for a message: in quotes, on one line, not too long.

    >>> spoken("Mira\n Dolan")
    '"Mira Dolan"'
    """
    return shown(" ".join(text.split()))


def are_distinct(one: SpeakerId, other: SpeakerId, view: View) -> bool:
    """Tell whether either of two speakers is said to be distinct from the other."""
    first, second = view.records.speakers[one], view.records.speakers[other]
    return other in first.distinct_from or one in second.distinct_from


def names_of_speaker(speaker: SpeakerId, source: SourceId, view: View) -> tuple[str, ...]:
    """Return all names of a speaker, of `author` those of the source's authors.

    None where there is no record, or where the record has no name but our description.
    """
    record = view.records.sources.get(source)
    ids = (record.authors if record else ()) if speaker == AUTHOR else (speaker,)
    found = [view.records.speakers[one] for one in ids if one in view.records.speakers]
    if len(found) < len(ids) or any(one.kind in _NAMELESS for one in found):
        return ()
    return tuple(name for one in found for _, name in names(one))
