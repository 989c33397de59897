"""The fast reader: the plain data of block YAML as people write it, or nothing at all.

It goes line by line, keeps neither places nor comments, and gives only what is certain: what the
reference reader would give without finding a fault. All else it leaves to the reference.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, TypeVar

from attrs import frozen

from claimtrack.text.characters import are_allowed
from claimtrack.text.fastlines import KNOWN, NotCertain, line_of
from claimtrack.text.fastscalars import special
from claimtrack.text.limits import DEFAULT_LIMITS, Limits
from claimtrack.text.nodes import Data

if TYPE_CHECKING:
    from collections.abc import Sequence

_ORDINARY = bytes(range(0x20, 0x7F)) + b"\n"
#: What may stand in a text but means more than itself to one reader or another.
_DOUBTFUL = frozenset("\t\x85\u2028\u2029")
#: How many nodes a line can add at most, the items of flow lists aside.
_NODES = 5
#: No column at all.
_NOWHERE = -2

_Entries: TypeAlias = dict[str, Data]
_Items: TypeAlias = list[Data]
_C = TypeVar("_C", _Entries, _Items)


def plain_data(data: bytes, limits: Limits = DEFAULT_LIMITS) -> dict[str, Data] | None:
    r"""Return the plain data of a file, or None where only the reference reader knows it.

    >>> plain_data(b"speaker: Hamas\naliases: [HAMAS]\n")
    {'speaker': 'Hamas', 'aliases': ['HAMAS']}
    >>> plain_data(b"speaker: &name Hamas\n")
    """
    text = _text(data, limits)
    if text is None:
        return None
    lines = text.split("\n")
    if len(data) > limits.nodes and _NODES * len(lines) + text.count(",") > limits.nodes:
        return None
    try:
        return _record(lines, limits.depth)
    except NotCertain:
        return None


def _text(data: bytes, limits: Limits) -> str | None:
    """Return the text of a file, None for one with characters that take a second look."""
    if len(data) > limits.size:
        return None
    rare = data.translate(None, _ORDINARY)
    if not rare:
        return data.decode("ascii")
    try:
        text, others = data.decode(), rare.decode()
    except UnicodeDecodeError:
        return None
    # Whether a joiner may stand depends on its neighbours.
    judged = text if "\u200c" in others or "\u200d" in others else others
    return text if _DOUBTFUL.isdisjoint(others) and are_allowed(judged) else None


def _record(lines: Sequence[str], depth: int) -> _Entries | None:
    record: _Entries = {}
    levels = _Levels(depth, [(0, record)])
    entries, column, waiting, known = record, 0, "", KNOWN.get
    numbered = enumerate(lines, 1)
    for number, text in numbered:
        indent, dash, key, value, rest = known(text) or line_of(text)
        if indent < 0:
            continue
        given: Data = value
        if rest:
            margin = indent + dash + 1 if key else indent + 1
            given, end = special(rest, lines, number, margin=margin)
            for _ in range(number, end):
                next(numbered)
        if not key:
            levels.items(indent, dash, waiting).append(given)
            column, waiting = _NOWHERE, ""
            continue
        if dash or indent != column:
            entries = levels.entries(indent, dash, waiting)
            column = indent + dash
        if key in entries:
            raise NotCertain
        entries[key] = given
        waiting = "" if value or rest else key
    return record or None


@frozen
class _Levels:
    """The collections that are open at a line.

    A key that waits for its value is the last one of the innermost mapping.
    """

    #: How many there may be.
    most: int
    #: Each with its column, from the record to the innermost.
    within: list[tuple[int, _Entries | _Items]]

    def entries(self, column: int, dash: int, waiting: str) -> _Entries:
        """Return the mapping that has a key at a column, or behind a dash at it."""
        entries: _Entries = {}
        if dash:
            self.items(column, dash, waiting).append(entries)
            return self._opened(column + dash, entries)
        above, innermost = self.within[-1]
        if waiting and column > above and isinstance(innermost, dict):
            innermost[waiting] = entries
            return self._opened(column, entries)
        while above > column or (above == column and isinstance(innermost, list)):
            self.within.pop()
            above, innermost = self.within[-1]
        if above < column or isinstance(innermost, list):
            raise NotCertain
        return innermost

    def items(self, column: int, dash: int, waiting: str) -> _Items:
        """Return the list that has a dash at a column; what no dash begins is no item."""
        items: _Items = []
        above, innermost = self.within[-1]
        if waiting and column >= above and isinstance(innermost, dict) and dash:
            innermost[waiting] = items
            return self._opened(column, items)
        while above > column:
            self.within.pop()
            above, innermost = self.within[-1]
        if above < column or isinstance(innermost, dict) or not dash:
            raise NotCertain
        return innermost

    def _opened(self, column: int, collection: _C) -> _C:
        if len(self.within) == self.most:
            raise NotCertain
        self.within.append((column, collection))
        return collection
