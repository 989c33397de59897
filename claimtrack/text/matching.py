"""Which part of a record became which when the record changed."""

from __future__ import annotations

from collections import defaultdict, deque
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from claimtrack.text.likeness import alike

if TYPE_CHECKING:
    from collections.abc import (
        Callable,
        Collection,
        Hashable,
        Iterable,
        Iterator,
        Mapping,
        Sequence,
    )

    from claimtrack.text.nodes import Data

K = TypeVar("K", bound="Hashable")

#: By a key that a mapping in a list must have: what tells it from the others of its list. An
#: attribution with an `id` is told by that.
_NAMED_BY: dict[str, tuple[str, ...]] = {
    "stance": ("speaker", "source", "at", "stance"),
    "relation": ("claim", "relation"),
    "digest": ("by", "date"),
    "by": ("by", "date", "version"),
    "url": ("url",),
    "role": ("role", "organization"),
    "at": ("at",),
    "speaker": ("speaker",),
}
#: What an attribution is found again by when who speaks, how, or where it was read is corrected:
#: everything else; or its words, its chain and the two that stayed; or its quote and one of them.
_CORRECTED = (("speaker", "jointly", "printed_as"), ("stance",), ("at",), ("source", "at"), ("id",))
_WHO, _HOW, _WHERE = ("speaker", "jointly"), ("stance",), ("source", "at")
_CHAIN = ("cue", "quote", "citing", "via")
_FOUND_BY = (
    *((*_CHAIN, *_WHO, *_WHERE), (*_CHAIN, *_HOW, *_WHERE), (*_CHAIN, *_WHO, *_HOW)),
    *(("quote", *_WHO), ("quote", *_WHERE)),
)
#: What all that a part is recognized by must be, for it to be the part: all of it, or none.
Mark: TypeAlias = "tuple[object, ...] | None"


def named_by(keys: Collection[str]) -> tuple[str, ...]:
    """Return which keys tell a mapping in a list from the others, by the keys that it has.

    >>> named_by({"speaker", "date"})
    ('speaker',)
    """
    return next((names for key, names in _NAMED_BY.items() if key in keys), ())


def matched(old: list[Data], new: list[Data], *, loosely: bool = False) -> dict[int, int]:
    """Return which item of a new list each item of an old one became, by position.

    Equal items are matched first, then those that bear one name (for attributions, their
    identity), then attributions that were corrected and other mappings of which one key changed.
    What is left was removed, or is new: that takes time that grows with the lists, not with their
    product. Where comments are to find a new place, mappings that share at least half of what the
    shorter one says are one as well, `loosely`.
    """
    pairs: dict[int, int] = {}
    rest_old, rest_new = dict(enumerate(old)), dict(enumerate(new))
    for mark in _marks([*rest_old.values(), *rest_new.values()]):
        if not (rest_old and rest_new):
            break
        for i, j in paired(rest_old, rest_new, mark):
            pairs[i] = j
            del rest_old[i], rest_new[j]
    if loosely:
        pairs |= _most_alike(rest_old, rest_new)
    return dict(sorted(pairs.items()))


def renamed(old: Mapping[str, Data], new: Mapping[str, Data]) -> dict[str, str]:
    """Return which version of a new mapping each that is gone from an old one became, by id.

    They have the same content, the same answer, or the same attributions, or are nearly equal.
    """
    gone = {name: data for name, data in old.items() if name not in new}
    fresh = {name: data for name, data in new.items() if name not in old}
    pairs: dict[str, str] = {}
    for keys in (None, ("statement", "value"), ("attributions",)):
        for name, other in paired(gone, fresh, whole if keys is None else by(keys)):
            pairs[name] = other
            del gone[name], fresh[other]
    return pairs | alike(gone, fresh)


def paired(
    old: Mapping[K, Data], new: Mapping[K, Data], mark: Callable[[Data], Mark]
) -> tuple[tuple[K, K], ...]:
    """Pair what bears one mark, in order; what bears none stays alone."""
    places: defaultdict[Mark, deque[K]] = defaultdict(deque)
    for j, data in new.items():
        places[mark(data)].append(j)
    places.pop(None, None)
    found = ((i, places.get(mark(data))) for i, data in old.items())
    return tuple((i, there.popleft()) for i, there in found if there)


def _marks(parts: Iterable[Data]) -> Iterator[Callable[[Data], Mark]]:
    """Yield what parts are recognized by, the surest first."""
    yield whole
    yield by_name
    keys = sorted({key for data in parts if isinstance(data, dict) for key in data})
    if "stance" not in keys:
        yield from (_without((key,)) for key in keys)
        return
    yield from (_without(some) for some in _CORRECTED)
    yield from (by(some, given=("quote", "cue")) for some in _FOUND_BY[:3])
    yield from (by(some, given=("quote",)) for some in _FOUND_BY[3:])
    yield by(_NAMED_BY["stance"])


def whole(data: Data) -> Mark:
    """Return the mark that is all of a part."""
    return (_frozen(data),)


def by_name(data: Data) -> Mark:
    """Return the mark that tells an item from the others of its list, such as who said what."""
    if not isinstance(data, dict):
        return (_frozen(data),)
    if "stance" in data and "id" in data:
        return ("id", _frozen(data["id"]))
    keys = named_by(data.keys())
    return tuple(_frozen(data.get(key)) for key in keys) or None


def _without(keys: tuple[str, ...]) -> Callable[[Data], Mark]:
    """Return the mark that is all but some keys, of what has anything but them."""

    def mark(data: Data) -> Mark:
        rest = {k: v for k, v in data.items() if k not in keys} if isinstance(data, dict) else {}
        return (_frozen(rest),) if rest else None

    return mark


def by(keys: Sequence[str], given: Sequence[str] = ()) -> Callable[[Data], Mark]:
    """Return the mark that is some keys, of what has one of those that must be given."""
    wanted = given or keys

    def mark(data: Data) -> Mark:
        if not isinstance(data, dict) or not any(data.get(key) for key in wanted):
            return None
        return tuple(_frozen(data.get(key)) for key in keys)

    return mark


def _most_alike(old: Mapping[int, Data], new: Mapping[int, Data]) -> dict[int, int]:
    """Pair the first items that share much of what they say."""
    pairs: dict[int, int] = {}
    free = dict(new)
    for i, data in old.items():
        found = next((j for j, other in free.items() if _alike(data, other)), None)
        if found is not None:
            pairs[i] = found
            del free[found]
    return pairs


def _alike(old: Data, new: Data) -> bool:
    if not (isinstance(old, dict) and isinstance(new, dict)):
        return False
    same = sum(new.get(key) == value for key, value in old.items())
    return 2 * same >= min(len(old), len(new))


def _frozen(data: Data | None) -> object:
    if isinstance(data, dict):
        return frozenset((key, _frozen(value)) for key, value in data.items())
    return tuple(map(_frozen, data)) if isinstance(data, list) else data
