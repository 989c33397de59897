"""A text to its canonical layout, with a check that nothing but the layout has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from claimtrack.errors import ClaimtrackError
from claimtrack.findings import Fault
from claimtrack.text.arrange import arrange
from claimtrack.text.census import census, changed
from claimtrack.text.comments import Comments
from claimtrack.text.compose import Composed, compose
from claimtrack.text.emit import page_text
from claimtrack.text.nodes import Data, data_of

if TYPE_CHECKING:
    from claimtrack.text.layout import Page
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

    A text that is not readable as YAML comes back as it is, with the faults; one that does not fit
    its schema is laid out all the same. Raises `FormatterBug` rather than change what a file holds.

    >>> print(format("kind: group\nspeaker:   'Hamas' # a name").text, end="")
    speaker: Hamas # a name
    kind: group
    """
    composed = compose(text)
    held = _held(composed)
    if held is None:
        return Formatted(text=text, faults=composed.faults)
    page = arrange(held.data, held.comments)
    formatted = page_text(page)
    if formatted != text:
        for fault in _require_same(held, page, formatted):
            raise FormatterBug(fault.message)
    return Formatted(text=formatted)


def write(data: dict[str, Data], kind: FileKind, comments: Comments | None = None) -> str:
    r"""Write the data of a file in canonical layout.

    Raises `Unwritable` for data that no file can hold, such as control characters.

    >>> write({"speaker": "Hamas", "kind": "group"}, "speaker")
    'speaker: Hamas\nkind: group\n'
    """
    held = _Held(data, comments or Comments())
    page = arrange(held.data, held.comments, kind)
    written = page_text(page)
    for fault in _require_same(held, page, written):
        raise Unwritable(fault)
    return written


@frozen
class _Held:
    """What a file holds."""

    data: dict[str, Data]
    comments: Comments


def _held(composed: Composed) -> _Held | None:
    data = data_of(composed.root) if composed.root and not composed.faults else None
    return _Held(data, composed.comments) if isinstance(data, dict) else None


def _require_same(held: _Held, page: Page, text: str) -> tuple[Fault, ...]:
    """Raise `FormatterBug` unless a text holds the same; return why it cannot be read."""
    composed = compose(text)
    again = _held(composed)
    if again is None:
        return composed.faults
    difference = _change(held, again) or _instability(page, text, again)
    if difference:
        raise FormatterBug(difference)
    return ()


def _change(held: _Held, again: _Held) -> str:
    """Tell what was lost or came in, if anything."""
    before = census(held.data, held.comments)
    after = census(again.data, again.comments)
    found = next(changed(before, after), None)
    return f'"{found[1]}" at `{", ".join(found[0])}`' if found else ""


def _instability(page: Page, text: str, again: _Held) -> str:
    """Tell what a second pass would change, if anything."""
    second = arrange(again.data, again.comments)
    if second == page:
        return ""
    pairs = zip(text.split("\n"), page_text(second).split("\n"), strict=False)
    line = next((number for number, (one, two) in enumerate(pairs, 1) if one != two), None)
    return f"line {line} of it is not stable" if line else "a comment changes its node"
