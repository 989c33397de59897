"""What was worked out last, kept within a bound of memory."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

from attrs import define, field

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

#: What an entry counts besides its own size.
_ENTRY = 256


@define(kw_only=True, eq=False)
class Recent(Generic[K, V]):
    """What was made of the keys last asked for, as long as all of it is small enough.

    What was made last is kept in any case. Several threads may ask.
    """

    #: The size of a key with its value, in characters; it is asked once for each.
    size: Callable[[K, V], int]
    #: How much is kept, in characters.
    limit: int
    _held: OrderedDict[K, tuple[V, int]] = field(factory=OrderedDict, init=False)
    _total: int = field(default=0, init=False)
    _lock: Lock = field(factory=Lock, init=False)

    def recall(self, key: K, make: Callable[[K], V]) -> V:
        """Return what is kept for a key, or make it and keep it."""
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
                return self._held[key][0]
        value = make(key)
        with self._lock:
            self._keep(key, value, self.size(key, value) + _ENTRY)
        return value

    def _keep(self, key: K, value: V, size: int) -> None:
        self._total += size - self._held.pop(key, (value, 0))[1]
        self._held[key] = (value, size)
        while self._total > self.limit and len(self._held) > 1:
            self._total -= self._held.popitem(last=False)[1][1]
