"""A changed record to the text it was read from: only the lines that must change do."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, cast

import attrs

from claimtrack.errors import ClaimtrackError
from claimtrack.model.normalform import nfc
from claimtrack.model.records import Record, kind_of
from claimtrack.text.carrying import carried
from claimtrack.text.compose import compose
from claimtrack.text.convert import to_data
from claimtrack.text.format import format, write  # noqa: A004 - the command's own word
from claimtrack.text.misfits import shown
from claimtrack.text.nodes import Mapping, data_of
from claimtrack.text.read import read
from claimtrack.text.regions import Regions
from claimtrack.text.schema import shape_of
from claimtrack.text.splices import Splicer, spliced

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.text.compose import Composed
    from claimtrack.text.nodes import Data


class NotEditable(ClaimtrackError, ValueError):  # noqa: N818 - reads as a sentence
    """A text that cannot be read whole, so that an edit might lose what it holds."""

    def __init__(self, record: Record, fault: str) -> None:
        super().__init__(
            f"the file of {shown(record.id)} cannot be edited before it is mended: {fault}"
        )


class EditorBug(ClaimtrackError):  # noqa: N818 - named for whose fault it is
    """No text was found that holds the changed record and the old comments: nothing is written."""

    def __init__(self, record: Record) -> None:
        super().__init__(
            f"the file of {shown(record.id)} is kept as it is, since its new text would not hold "
            "the record and its comments; this is a bug of claimtrack, please report it with "
            "the file"
        )


def edit(text: str, record: Record) -> str:
    """Return the text with the lines changed that must be for it to hold the record.

    A canonical text stays canonical. In any other, what did not change keeps its layout, except
    that what stands in a flow collection is written anew when a part of it changes. The comments
    of parts that are gone go with them, all others stay. Raises `NotEditable` and `EditorBug`.
    """
    kind = kind_of(record)
    old = read(text.encode(), kind=kind, id=record.id)
    if old.faults or old.record is None:
        raise NotEditable(record, old.faults[0].message)
    if old.record == record:
        return text
    for candidate, dropped in _candidates(text, cast("Record", old.record), record):
        if _holds(candidate, record, before=text, dropped=dropped):
            return candidate
    raise EditorBug(record)


def _candidates(text: str, old: Record, new: Record) -> Iterator[tuple[str, tuple[str, ...]]]:
    composed = compose(text)
    shape = shape_of(kind_of(new))
    was, now = to_data(old), to_data(new)
    regions = Regions(text, composed.comments)
    root = cast("Mapping", composed.root)
    splices = Splicer(regions, str(now.get("answer", ""))).record(root, shape, was, now)
    if splices is not None:
        result = spliced(regions.lines, splices)
        dropped = tuple(comment for splice in splices for comment in splice.dropped)
        was_canonical = format(text).text == text
        yield format(result).text if was_canonical else result, dropped
    yield _rewritten(composed, now, new), ()


def _rewritten(composed: Composed, now: dict[str, Data], record: Record) -> str:
    """Write the whole record anew, with the comments of parts that are gone in its header."""
    was = data_of(cast("Mapping", composed.root))
    comments, lost = carried(composed.comments, was, now, at=(), to=())
    header = (*composed.comments.header, *lost)
    return write(now, kind_of(record), attrs.evolve(comments, header=header))


def _holds(text: str, record: Record, *, before: str, dropped: tuple[str, ...]) -> bool:
    document = read(text.encode(), kind=kind_of(record), id=record.id)
    if document.faults or _composed(to_data(cast("Record", document.record))) != _composed(
        to_data(record)
    ):
        return False
    gone = Counter(word for comment in dropped for word in comment.split())
    return not compose(before).comments.words - gone - compose(text).comments.words


def _composed(data: Data, key: str = "") -> Data:
    """Return data in the normal form that is written: all but quotes are."""
    if isinstance(data, dict):
        return {name: _composed(value, name) for name, value in data.items()}
    if isinstance(data, list):
        return [_composed(value, key) for value in data]
    return data if key == "quote" else nfc(data)
