"""What a file holds, counted without regard to its layout, so that nothing is lost on the way."""

from __future__ import annotations

import functools
from collections import Counter
from typing import TYPE_CHECKING, TypeAlias

from claimtrack.model.normalform import nfc
from claimtrack.text.schema import FILE_CLASSES, Shape, shape_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimtrack.findings import KeyPath
    from claimtrack.text.comments import Comments
    from claimtrack.text.nodes import Data

#: The keys on the way to a text, the text, and whether it is a word of a comment.
Counted: TypeAlias = tuple[tuple[str, ...], str, bool]


def census(data: Data, comments: Comments) -> Counter[Counted]:
    """Count the texts and the words of the comments of a file, by the keys that lead to them.

    Texts that are empty do not count, nor do positions in lists. A comment counts at its node,
    wherever it stands there.
    """
    counted = Counter((keys, text, False) for keys, text in _texts(data, ()))
    for keys, notes in _notes(comments):
        counted.update((_names(keys), word, True) for note in notes for word in nfc(note).split())
    return counted


def changed(before: Counter[Counted], after: Counter[Counted]) -> Iterator[Counted]:
    """Yield what was there before and is not after, defaults out, and what is new."""
    for keys, text, in_comment in before - after:
        if in_comment or (*keys[-1:], text) not in _defaults():
            yield keys, text, in_comment
    yield from after - before


def _texts(data: Data, keys: KeyPath) -> Iterator[tuple[tuple[str, ...], str]]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _texts(value, (*keys, key))
    elif isinstance(data, list):
        for value in data:
            yield from _texts(value, keys)
    elif data:
        yield _names(keys), data if keys[-1] == "quote" else nfc(data)


def _notes(comments: Comments) -> Iterator[tuple[KeyPath, tuple[str, ...]]]:
    yield (), comments.header
    for group in (comments.above, comments.beside, comments.below):
        yield from group.items()


def _names(keys: KeyPath) -> tuple[str, ...]:
    """Return the keys of a path; the `speaker` of a relay may go without its key."""
    names = tuple(nfc(key) for key in keys if isinstance(key, str))
    return names[:-1] if names[-1:] == ("speaker",) and len(names) > 1 else names


@functools.cache
def _defaults() -> frozenset[tuple[str, ...]]:
    """Return every key with its default."""
    return frozenset(
        (item.key, item.default)
        for kind in FILE_CLASSES
        for shape in _shapes(shape_of(kind))
        for item in shape.fields
        if item.default is not None
    )


def _shapes(shape: Shape) -> Iterator[Shape]:
    yield shape
    inner: Iterable[Shape] = (item.shape for item in shape.fields if item.shape)
    for part in inner:
        yield from _shapes(part)
