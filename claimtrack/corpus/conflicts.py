"""Why a change to a corpus is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.errors import ClaimtrackError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.corpus.index import Key


class RecordExists(ClaimtrackError, ValueError):  # noqa: N818 - reads as a sentence
    """A record of that kind and id is there already."""

    def __init__(self, key: Key) -> None:
        self.key = key
        super().__init__(f"there is a {_named(key)} already; save it, or choose another id")


class NoSuchRecord(ClaimtrackError, KeyError):  # noqa: N818 - reads as a sentence
    """No record of that kind and id is there; `near` suggests one that is."""

    def __init__(self, key: Key, near: str = "") -> None:
        self.key = key
        super().__init__(f"there is no {_named(key)}{near}")

    def __str__(self) -> str:
        return str(self.args[0])


class RecordInUse(ClaimtrackError, ValueError):  # noqa: N818 - reads as a sentence
    """Other records refer to a record that is to be removed."""

    def __init__(self, key: Key, by: Iterable[Key]) -> None:
        self.key = key
        self.by = tuple(sorted(set(by)))
        super().__init__(
            f"{_named(key)} is referred to by {_some(self.by)}; "
            "change them first, or rename the record"
        )


class RecordsUnread(ClaimtrackError, ValueError):  # noqa: N818 - reads as a sentence
    """Records that could not be read whole stand in the way of a change to the corpus."""

    def __init__(self, keys: Iterable[Key]) -> None:
        self.keys = tuple(keys)
        super().__init__(
            f"{_some(self.keys)} could not be read and may hold references; mend them first"
        )


class ReadOnly(ClaimtrackError):  # noqa: N818 - reads as a sentence
    """A corpus that was not read from the disk cannot be changed."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"this corpus was read from {name} and cannot be changed; load the one on the disk"
        )


class UnknownWord(ClaimtrackError, ValueError):  # noqa: N818 - reads as a sentence
    """A word that is not of the vocabulary asked for; `near` suggests one that is."""

    def __init__(self, word: object, what: str, near: str = "") -> None:
        self.word = word
        super().__init__(f'"{word}" is no {what}{near}')


def _named(key: Key) -> str:
    return f'{key[0]} "{key[1]}"'


def _some(keys: tuple[Key, ...]) -> str:
    shown = ", ".join(map(_named, keys[:5]))
    return f"{shown} and {len(keys) - 5} more" if len(keys) > 5 else shown
