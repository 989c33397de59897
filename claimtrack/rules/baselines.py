"""The findings that were there before: counted, not told, until they are gone."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Self, TypeAlias

from attrs import frozen

from claimtrack.corpus.files import MissingFileError
from claimtrack.corpus.folder import identify
from claimtrack.errors import ClaimtrackError
from claimtrack.quoting import quoted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimtrack.corpus.origins import Origin
    from claimtrack.findings import Finding

#: Changes when a file of another form is written.
VERSION = 1
#: A baseline of a hundred thousand findings is smaller.
MAX_BASELINE_SIZE = 32 << 20

_VERSION_KEY = "claimtrack_baseline"
_TEXTS = ("record", "at", "code")

#: What the findings of an entry share: their record, the address within it, and their code.
Key: TypeAlias = tuple[str, str, str]


class InvalidBaseline(ClaimtrackError, ValueError):  # noqa: N818 - reads as a sentence
    """A file that is no baseline."""

    def __init__(self, name: str, why: str) -> None:
        self.name = name
        super().__init__(
            f"{quoted(name, mark=_MARK, most=200)} is no baseline: {why}; restore the file, or "
            "remove it and write it again with `claimtrack check --write-baseline`"
        )


class NoBaseline(ClaimtrackError, LookupError):  # noqa: N818 - reads as a sentence
    """A baseline that is not there."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(
            f"there is no baseline {quoted(name, mark=_MARK, most=200)}: write it with "
            "`claimtrack check --write-baseline`, or do not name it"
        )


_MARK = '"'


@frozen(order=True)
class Entry:
    """Findings of one code at one place of one record."""

    #: The record's kind and id, as `claim:haniyeh-killing/method`.
    record: str
    #: The address within the record, as `Finding.address`.
    at: str
    code: str
    #: How many there are.
    count: int = 1

    @property
    def key(self) -> Key:
        """What its findings share."""
        return (self.record, self.at, self.code)


@frozen
class Baseline:
    """Findings that a corpus had at one time, by record, address and code."""

    #: Sorted, one for each key.
    entries: tuple[Entry, ...] = ()

    @classmethod
    def of(cls, counts: Counter[Key]) -> Self:
        """Make a baseline of how many findings there are of each key."""
        return cls(tuple(Entry(*key, count) for key, count in sorted(counts.items()) if count > 0))

    @property
    def counts(self) -> Counter[Key]:
        """How many findings there are of each key."""
        return Counter({entry.key: entry.count for entry in self.entries})

    def renamed(self, names: Mapping[str, str]) -> Baseline:
        """Return the baseline with records under other names, by the names that they have."""
        counts: Counter[Key] = Counter()
        for entry in self.entries:
            counts[(names.get(entry.record, entry.record), entry.at, entry.code)] += entry.count
        return Baseline.of(counts)

    @classmethod
    def parse(cls, data: bytes, name: str = "the baseline") -> Self:
        """Read the bytes of a file; of an entry that a merge made two, the greater counts.

        Raises `InvalidBaseline`.
        """
        try:
            document: object = json.loads(data)
        except (ValueError, RecursionError) as error:
            raise InvalidBaseline(name, "it is no JSON") from error
        if not isinstance(document, dict) or _VERSION_KEY not in document:
            raise InvalidBaseline(name, f"it is no JSON object with `{_VERSION_KEY}`")
        version = document[_VERSION_KEY]
        if type(version) is not int or version != VERSION:
            why = f"its version is not {VERSION}, which is all that this claimtrack reads"
            raise InvalidBaseline(name, why)
        found = document.get("findings")
        if not isinstance(found, list):
            raise InvalidBaseline(name, "its `findings` are no list")
        counts: Counter[Key] = Counter()
        for number, item in enumerate(found, 1):
            entry = _entry(item)
            if entry is None:
                raise InvalidBaseline(name, f"the entry {number} of its `findings` is none")
            counts[entry.key] = max(counts[entry.key], entry.count)
        return cls.of(counts)

    def __str__(self) -> str:
        lines = ",\n".join(f"    {_written(entry)}" for entry in self.entries)
        found = f"[\n{lines}\n  ]" if lines else "[]"
        return f'{{\n  "{_VERSION_KEY}": {VERSION},\n  "findings": {found}\n}}\n'


def read_baseline(origin: Origin, path: str) -> Baseline:
    """Read the baseline of a corpus, by its path from the root.

    Raises `NoBaseline`, `InvalidBaseline`, and `FileError` for a file that is not read.
    """
    try:
        data = origin.read(path, limit=MAX_BASELINE_SIZE)
    except MissingFileError as error:
        raise NoBaseline(path) from error
    return Baseline.parse(data, path)


def key_of(finding: Finding) -> Key:
    """Return what a finding shares with others in a baseline."""
    return (record_of(finding.filename), finding.address, finding.code)


def record_of(path: str) -> str:
    """Return the kind and id of the record of a file.

    >>> record_of("speakers/hamas.yaml")
    'speaker:hamas'
    """
    return ":".join(identify(path))


def _entry(item: object) -> Entry | None:
    if not isinstance(item, dict) or item.keys() != {*_TEXTS, "count"}:
        return None
    record, at, code, count = (item[key] for key in (*_TEXTS, "count"))
    texts = isinstance(record, str) and isinstance(at, str) and isinstance(code, str)
    if not texts or type(count) is not int or count < 1:
        return None
    return Entry(record, at, code, count)


def _written(entry: Entry) -> str:
    texts = dict(zip(_TEXTS, entry.key, strict=True))
    return json.dumps({**texts, "count": entry.count})
