"""What stands at one key, in words, and whether it says more than what stood there before."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast, get_args

from claimtrack.analysis.datevalues import relate_dates
from claimtrack.changes.names import joined
from claimtrack.changes.parts import Whole, claim_pieces, described
from claimtrack.changes.sentence import Piece, named
from claimtrack.model.dates import Date
from claimtrack.model.quantities import Quantity
from claimtrack.model.quantity_relations import relate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.changes.change import Part
    from claimtrack.changes.names import Names
    from claimtrack.model.relations import Relation
    from claimtrack.text.schema import Field

_WHOLES: tuple[type, ...] = get_args(Whole)
#: How much of a digest is shown.
_DIGEST = 12
_EXACT: dict[Relation, str] = {
    "refines": ", which is more exact",
    "generalises": ", which is less exact",
    "equal": ", which means the same",
}


def shown(part: Part, item: Field, names: Names, *, source: str) -> Iterator[Piece | str]:
    """Yield what stands at a key; `source` is the one whose author `author` is."""
    if isinstance(part, _WHOLES):
        yield from described(cast("Whole", part), names, source=source)
    elif isinstance(part, bool):
        yield "yes" if part else "no"
    elif isinstance(part, tuple):
        yield named(joined([names.speaker(speaker) for speaker in part]))
    elif isinstance(part, str):
        yield from _shown_text(part, item, names, source)
    else:
        yield named(str(part)) if item.form == "reference" else str(part)


def _shown_text(part: str, item: Field, names: Names, source: str) -> Iterator[Piece | str]:
    match item.form:
        case "id" if item.refers == "claim":
            yield from claim_pieces(part, names)
        case "id" if item.refers == "speaker":
            yield named(names.speaker(part, source))
        case "id" if item.refers is not None:
            yield named(names.of(item.refers, part))
        case "version" | "slug":
            yield named(part)
        case "word":
            yield part.replace("-", " ").replace("_", " ")
        case "digest" | "sha256":
            yield f"{part.removeprefix('sha256:')[:_DIGEST]}…"
        case "text" | "value":
            yield f"“{part}”"
        case _:
            yield part


def exactness(old: Part | None, new: Part | None) -> str:
    """Return whether a date or a figure says more or less than the one before, if that is so.

    >>> exactness(Date.parse("2024"), Date.parse("2024-07-31"))
    ', which is more exact'
    """
    match old, new:
        case Date(), Date():
            return _EXACT.get(relate_dates(new, old).relation, "")
        case Quantity(), Quantity():
            return _EXACT.get(relate(new, old).relation, "")
        case _:
            return ""
