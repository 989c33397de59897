"""What a text says it is, where no folder tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.text.compose import compose
from claimtrack.text.decode import decode
from claimtrack.text.nodes import Mapping
from claimtrack.text.schema import kind_by_headline

if TYPE_CHECKING:
    from claimtrack.text.schema import FileKind


def announced_kind(data: bytes) -> FileKind | None:
    r"""Return the kind of file that the first headline in it announces, None without any.

    >>> announced_kind(b"note: Reported.\nspeaker: Hamas\n")
    'speaker'
    """
    text = decode(data).text
    root = compose(text).root if text is not None else None
    if not isinstance(root, Mapping):
        return None
    kinds = kind_by_headline()
    return next((kinds[it.key.value] for it in root.entries if it.key.value in kinds), None)
