"""A text to its canonical layout, with a check that nothing but the layout has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
from attrs import frozen

from claimtrack.errors import ClaimtrackError
from claimtrack.findings import Fault
from claimtrack.text.arrange import arrange
from claimtrack.text.canonical import is_canonical
from claimtrack.text.comments import Comments
from claimtrack.text.compose import compose
from claimtrack.text.emit import page_text
from claimtrack.text.faults import TOO_LARGE
from claimtrack.text.proof import Held, difference, held

if TYPE_CHECKING:
    from claimtrack.text.layout import Page
    from claimtrack.text.nodes import Data
    from claimtrack.text.schema import FileKind


class FormatterBug(ClaimtrackError):  # noqa: N818 - named for whose fault it is
    """The canonical text of a file does not hold what the file holds: the file is kept."""

    def __init__(self, difference: str) -> None:
        #: What differs.
        self.difference = difference
        super().__init__(
            f"the file is kept as it is, since its new layout would change it: {difference}; "
            "this is a bug of claimtrack, please report it with the file"
        )


class Unwritable(ClaimtrackError, ValueError):  # noqa: N818 - named for what is wrong with the data
    """Data that no file can hold."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(f"no file can hold this data: {fault.message}")


@frozen(kw_only=True)
class Formatted:
    """What formatting a text gave."""

    #: The canonical text, or the text as it was where it could not be read.
    text: str
    #: Why it could not be read.
    faults: tuple[Fault, ...] = ()


def format(text: str) -> Formatted:  # noqa: A001 - the command's own word
    r"""Give a text its canonical layout.

    A text that is not readable as YAML comes back as it is, with the faults, as does one that its
    layout would make too large; one that does not fit its schema is laid out all the same. Raises
    `FormatterBug` rather than change what a file holds.

    >>> print(format("kind: group\nspeaker:   'Hamas' # a name").text, end="")
    speaker: Hamas # a name
    kind: group
    """
    return Formatted(text=text) if is_canonical(text) else format_anew(text)


def format_anew(text: str) -> Formatted:
    """Give a text its canonical layout, also one that has it already; see `format`."""
    composed = compose(text)
    before = held(composed)
    if before is None:
        return Formatted(text=text, faults=composed.faults)
    page = arrange(before.data, before.comments)
    formatted = page_text(page)
    faults = () if formatted == text else _require_same(before, page, formatted)
    for fault in faults:
        if fault.kind is not TOO_LARGE:
            raise FormatterBug(fault.message)
    if faults:
        return Formatted(
            text=text, faults=tuple(attrs.evolve(fault, span=None) for fault in faults)
        )
    return Formatted(text=formatted)


def write(data: dict[str, Data], kind: FileKind, comments: Comments | None = None) -> str:
    r"""Write the data of a file in canonical layout.

    Raises `Unwritable` for data that no file can hold, such as control characters.

    >>> write({"speaker": "Hamas", "kind": "group"}, "speaker")
    'speaker: Hamas\nkind: group\n'
    """
    before = Held(data, comments or Comments())
    page = arrange(before.data, before.comments, kind)
    written = page_text(page)
    for fault in _require_same(before, page, written):
        raise Unwritable(fault)
    return written


def _require_same(before: Held, page: Page, text: str) -> tuple[Fault, ...]:
    """Raise `FormatterBug` unless a text holds the same; return why it cannot be read."""
    composed = compose(text)
    after = held(composed)
    if after is None:
        return composed.faults
    found = difference(before, page, after)
    if found:
        raise FormatterBug(found)
    return ()
