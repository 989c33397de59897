"""New records to fill in: canonical files with what is known, and comments on what is not."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from claimtrack.errors import ClaimtrackError
from claimtrack.model.ids import Slug
from claimtrack.text.comments import Comments
from claimtrack.text.format import Unwritable, write
from claimtrack.text.misfits import MISSING_KEY
from claimtrack.text.read import read
from claimtrack.text.schema import shape_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimtrack.findings import Fault, KeyPath
    from claimtrack.model.ids import RecordKind
    from claimtrack.text.nodes import Data

#: What is known of a record, by the keys of its file.
Known: TypeAlias = "Mapping[str, Data]"

_TOLD = "# `claimtrack check` tells what is still empty."
_DONE = "# Take these comments out when the record is filled in."
_DONE_BELOW = "# Take all comments but the first out when the record is filled in."
#: What else a record may say, told above it.
_OPTIONAL: dict[RecordKind, tuple[str, ...]] = {
    "claim": (
        "# Where it is known, add: kind (event, numerical, causal, responsibility, position,",
        "# prediction), event, subjects, answer (quantity, date, speaker, boolean: then each",
        "# version has a `value`), unit, exclusive (true: at most one version can be right), tags.",
    ),
    "source": (
        "# Where it is printed or known, add: type (article, report, webpage, …), authors,",
        "# publisher, published, url, archived, retrieved, language, text (file, sha256).",
    ),
    "speaker": (
        "# Where it is known, add: kind (person, organization, publication, government, group,",
        "# anonymous), aliases (other spellings), part_of, roles, same_as (a Wikidata IRI).",
    ),
    "event": ("# Where it is known, add: date, dated_by, place, part_of, aliases, same_as.",),
}
_HEADLINES: dict[RecordKind, str] = {
    "claim": "# the question at issue, in neutral words",
    "source": "# the title as printed; if it has none, a description in square brackets",
    "speaker": "# the name as it is commonly printed",
    "event": "# what happened, in neutral words",
}
_ATTRIBUTION = {
    "speaker": "# who gives this answer: an id, `author` (the source's own voice) or `unknown`",
    "stance": "# asserts, denies, questions, declines or retracts",
    "source": "# the id of the source in which it was read",
    "at": "# the place in it, as `paragraph 5`",
    "cue": "# the source's own words that carry it; or `quote`: the speaker's words",
}
#: The version that a claim begins with where none is named.
FIRST_VERSION = "first-answer"


class NotFilledIn(ClaimtrackError, ValueError):  # noqa: N818 - reads as a sentence
    """What is given for a new record does not fit."""

    def __init__(self, kind: RecordKind, faults: Iterable[Fault]) -> None:
        told = "; ".join(f"`{_path(fault.keys)}`: {fault.message}" for fault in faults)
        super().__init__(f"this {kind} cannot be written: {told}")


def skeleton(
    kind: RecordKind, known: Known, *, versions: Iterable[str] = (), above: tuple[str, ...] = ()
) -> str:
    """Return the file of a new record, in canonical layout, with what is known filled in.

    What is required and not known is empty, which a check reports. Of a claim, each version named
    has one attribution to fill in. The comments `above` come first, and are to stay. Raises
    `NotFilledIn` for what does not fit its key, and `InvalidId` for a version that is no slug.
    """
    headline = shape_of(kind).fields[0].key
    data: dict[str, Data] = {headline: "", **known}
    beside: dict[KeyPath, tuple[str, ...]] = {}
    if not data[headline]:
        beside[headline,] = (_HEADLINES[kind],)
    if known.get("kind") == "anonymous":
        data["note"] = ""
        beside["note",] = ("# how the source describes it; invent nothing",)
    if kind == "claim":
        data["versions"], told = _versions(tuple(versions) or (FIRST_VERSION,))
        beside.update(told)
    done = _DONE_BELOW if above else _DONE
    header = (*above, *((_TOLD,) if beside else ()), *_OPTIONAL[kind], done)
    text = _written(kind, data, Comments(header=header, beside=beside))
    faults = read(text.encode(), kind=kind, id="new").faults
    if misfits := [fault for fault in faults if fault.kind != MISSING_KEY]:
        raise NotFilledIn(kind, misfits)
    return text


def _written(kind: RecordKind, data: dict[str, Data], comments: Comments) -> str:
    try:
        return write(data, kind, comments)
    except Unwritable as error:
        raise NotFilledIn(kind, [error.fault]) from error


def _versions(names: Iterable[str]) -> tuple[dict[str, Data], dict[KeyPath, tuple[str, ...]]]:
    """Return versions to fill in, and what is told beside their keys."""
    data: dict[str, Data] = {}
    beside: dict[KeyPath, tuple[str, ...]] = {}
    for name in names:
        Slug.parse(name)
        data[name] = {"statement": "", "attributions": [dict.fromkeys(_ATTRIBUTION, "")]}
        if name == FIRST_VERSION:
            beside["versions", name] = ("# a short name of this answer, as `bomb`",)
        beside["versions", name, "statement"] = (
            "# the answer as one proposition, in our own words",
        )
        for key, comment in _ATTRIBUTION.items():
            beside["versions", name, "attributions", 0, key] = (comment,)
    return data, beside


def _path(keys: KeyPath) -> str:
    return ", ".join(map(str, keys)) or "the file"
