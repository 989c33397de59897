"""What several are kept as: in the order given, or in that of a list that has none of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from claimtrack.errors import ClaimtrackError
from claimtrack.model.normalform import nfc

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.model.ids import VersionRef

T = TypeVar("T")


class NotSeveral(ClaimtrackError, TypeError):  # noqa: N818 - reads as a sentence
    """A single text where several belong, which would be taken for its letters."""

    def __init__(self, text: str | bytes) -> None:
        self.text = text
        super().__init__(
            f"one text stands where several belong; write a tuple, as `({text[:40]!a},)`"
        )


def no_text(_: object, __: object, items: object) -> None:
    """Raise `NotSeveral` where a record is given a text for a list that keeps its order.

    A validator of attrs: unlike a converter, it leaves the field's type as narrow as it is.
    """
    if isinstance(items, (str, bytes)):
        raise NotSeveral(items)


def several(items: Iterable[T]) -> tuple[T, ...]:
    """Return the items of a list as a tuple; raises `NotSeveral` for a text.

    >>> several(["iran", "hamas"])
    ('iran', 'hamas')
    """
    if isinstance(items, (str, bytes)):
        raise NotSeveral(items)
    return tuple(items)


def in_order(items: Iterable[str]) -> tuple[str, ...]:
    """Sort the items of a list that is a set, so that their order is no difference.

    They are in the order of their composed forms, in which they are written: another spelling of
    the same text is no other order. Raises `NotSeveral` for a text.

    >>> in_order(["iran", "hamas"])
    ('hamas', 'iran')
    """
    given = several(items)
    return tuple(sorted(given, key=text_order)) if len(given) > 1 else given


def references_in_order(items: Iterable[VersionRef]) -> tuple[VersionRef, ...]:
    """Sort references by their text, as `in_order` sorts texts."""
    return tuple(sorted(several(items), key=str))


def text_order(text: str) -> tuple[str, str]:
    """Return what the texts of a set are sorted by."""
    return nfc(text), text
