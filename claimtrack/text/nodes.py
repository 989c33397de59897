"""The nodes of one YAML document: every scalar a text, every node with its place and comments."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Literal, TypeAlias

from attrs import frozen

from claimtrack.findings import KeyPath, Span

if TYPE_CHECKING:
    from collections.abc import Mapping as MappingABC

#: How a scalar or collection is written.
ScalarStyle: TypeAlias = Literal["plain", "single", "double", "literal", "folded"]


@frozen
class Scalar:
    """A scalar: its text as YAML reads it, its style, and where it stands.

    `start` and `end` are offsets in the text, in code points; a block scalar starts at its
    indicator and ends after its last line of content, without the line break.
    """

    value: str
    style: ScalarStyle
    span: Span
    start: int
    end: int


@frozen
class Sequence:
    """A sequence of nodes."""

    items: tuple[Node, ...]
    flow: bool
    span: Span
    start: int
    end: int


@frozen
class Entry:
    """A key of a mapping and its node."""

    key: Scalar
    value: Node


@frozen
class Mapping:
    """A mapping, in the order of the file, duplicate keys left out (the first one stands)."""

    entries: tuple[Entry, ...]
    flow: bool
    span: Span
    start: int
    end: int

    @functools.cached_property
    def by_key(self) -> MappingABC[str, Entry]:
        """The entries by their keys."""
        return {entry.key.value: entry for entry in self.entries}

    def get(self, key: str) -> Node | None:
        """Return the node of a key, or None where there is no such key."""
        entry = self.by_key.get(key)
        return entry.value if entry else None


Node: TypeAlias = Scalar | Sequence | Mapping

#: The plain data of a node: texts, lists and dicts.
Data: TypeAlias = "str | list[Data] | dict[str, Data]"


def data_of(node: Node) -> Data:
    """Return a node as plain data: texts, lists and dicts."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return [data_of(item) for item in node.items]
    return {entry.key.value: data_of(entry.value) for entry in node.entries}


def span_of(root: Node, keys: KeyPath, *, on_key: bool = False) -> Span:
    """Return where the node at a key path stands, or its key; else its nearest ancestor.

    An ancestor that stands in for a key that is missing is placed at its own key.
    """
    found = root
    key: Scalar | None = None
    for step in keys:
        entry = _step(found, step)
        if entry is None:
            return key.span if key else found.span
        key, found = entry
    return key.span if key and on_key else found.span


def _step(node: Node, step: str | int) -> tuple[Scalar | None, Node] | None:
    """Return the key, if there is one, and the node that one step leads to."""
    if isinstance(node, Mapping) and isinstance(step, str):
        entry = node.by_key.get(step)
        return (entry.key, entry.value) if entry else None
    if isinstance(node, Sequence) and isinstance(step, int) and 0 <= step < len(node.items):
        return None, node.items[step]
    return None
