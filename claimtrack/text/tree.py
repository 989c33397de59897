"""The nodes of one YAML document, built from its events within the limits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrs import define, field

from claimtrack.model.normalform import nfc
from claimtrack.quoting import quoted
from claimtrack.text.events import Event, events
from claimtrack.text.faults import (
    ANCHOR_OR_ALIAS,
    DUPLICATE_KEY,
    MERGE_KEY,
    NOT_A_SCALAR_KEY,
    TAG,
    TOO_DEEP,
    TOO_MANY_NODES,
    Told,
)
from claimtrack.text.limits import Limits
from claimtrack.text.nodes import Entry, Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from claimtrack.findings import KeyPath, Kind

# The parser places a value that is not there at the next token, wherever that is.
_COLON = re.compile(r"\s*:")
# Half of a pair has no place in any text; the escape that made it is told of.
_HALF = re.compile("[\ud800-\udfff]")


class Refused(Exception):  # noqa: N818 - it ends the reading; what is wrong was told before
    """The document goes beyond a limit."""


@define
class Tree:
    """Builds the nodes of one document; tells what YAML allows and a record does not have.

    `text` is the text itself, `parsed` what a parser gets of it, of the same length.
    """

    text: str
    parsed: str
    limits: Limits = field(kw_only=True)
    told: Told = field(kw_only=True)
    #: Every scalar in the order of the text, also those of parts that are left out.
    scalars: list[Scalar] = field(factory=list, init=False)
    #: Up to where the document was read.
    reached: int = field(default=0, init=False)
    _events: Iterator[Event] = field(init=False)
    _nodes: int = field(default=0, init=False)
    _depth: int = field(default=0, init=False)

    @_events.default
    def _begin(self) -> Iterator[Event]:
        return events(self.parsed)

    def build(self) -> tuple[Node | None, Event | None]:
        """Return the root and the event that ended it, None for a text without a document.

        Raises BrokenYaml, and Refused beyond a limit.
        """
        first = next(self._events, None)
        if first is None:
            return None, None
        root = self._node(first, ())
        ended = next(self._events)
        self.reached = ended.end
        return root, ended

    def _tell(self, kind: Kind, message: str, event: Event, keys: KeyPath) -> None:
        self.told.tell(kind, message, at=(event.start, event.end), keys=keys)

    def _node(self, event: Event, keys: KeyPath) -> Node:
        self._count(event, keys)
        self._tell_properties(event, keys)
        if event.what in ("sequence", "mapping"):
            return self._collection(event, keys)
        return self._scalar(event)

    def _count(self, event: Event, keys: KeyPath) -> None:
        self._nodes += 1
        self.reached = event.end
        if self._nodes > self.limits.nodes:
            message = f"the file has more than {self.limits.nodes:,} nodes: split the record"
            self._tell(TOO_MANY_NODES, message, event, keys)
            raise Refused

    def _tell_properties(self, event: Event, keys: KeyPath) -> None:
        if event.what == "alias":
            message = "an alias stands for what is written elsewhere: write it out here"
            self._tell(ANCHOR_OR_ALIAS, message, event, keys)
        if event.anchor:
            message = 'a record has no anchors: remove the name that begins with "&"'
            self._tell(ANCHOR_OR_ALIAS, message, event, keys)
        if event.tag:
            message = 'a record has no tags: remove the word that begins with "!"'
            self._tell(TAG, message, event, keys)

    def _scalar(self, event: Event) -> Scalar:
        end = event.end
        if event.style in ("literal", "folded"):
            end = event.start + len(_without_blank_lines(self.text[event.start : end]))
        value = event.value if event.value.isascii() else _HALF.sub("\ufffd", event.value)
        span = self.told.lines.span(event.start, end)
        scalar = Scalar(value, event.style, span, event.start, end)
        self.scalars.append(scalar)
        return scalar

    def _collection(self, event: Event, keys: KeyPath) -> Sequence | Mapping:
        self._depth += 1
        if self._depth > self.limits.depth:
            message = f"this is nested more than {self.limits.depth} levels deep: flatten it"
            self._tell(TOO_DEEP, message, event, keys)
            raise Refused
        build = self._sequence if event.what == "sequence" else self._mapping
        node = build(event, keys)
        self._depth -= 1
        return node

    def _sequence(self, event: Event, keys: KeyPath) -> Sequence:
        items: list[Node] = []
        while (inner := next(self._events)).what != "end":
            items.append(self._node(inner, (*keys, len(items))))
        end = _end(event, inner, items[-1] if items else None)
        span = self.told.lines.span(event.start, end)
        return Sequence(tuple(items), event.flow, span, event.start, end)

    def _mapping(self, event: Event, keys: KeyPath) -> Mapping:
        entries: dict[str, Entry] = {}
        last: Node | None = None
        while (inner := next(self._events)).what != "end":
            key = self._node(inner, keys)
            inside = (*keys, key.value) if isinstance(key, Scalar) else keys
            last = self._value(key, inside)
            if isinstance(key, Scalar) and self._may_stand(key, entries, inside):
                entries[nfc(key.value)] = Entry(key, last)
            if not isinstance(key, Scalar):
                message = "a key is a text: remove the brackets, dashes and colons within it"
                self._tell(NOT_A_SCALAR_KEY, message, inner, keys)
        end = _end(event, inner, last)
        span = self.told.lines.span(event.start, end)
        return Mapping(tuple(entries.values()), event.flow, span, event.start, end)

    def _value(self, key: Node, keys: KeyPath) -> Node:
        """Build the value of a key; one that is not there stands behind its colon or key."""
        event = next(self._events)
        node = self._node(event, keys)
        if node.start < node.end:
            return node
        colon = _COLON.match(self.text, key.end, node.start)
        place = colon.end() if colon else key.end
        return Scalar("", "plain", self.told.lines.span(place, place), place, place)

    def _may_stand(self, key: Scalar, entries: dict[str, Entry], keys: KeyPath) -> bool:
        """Return whether a key may stand beside those before it; tell why not."""
        at = (key.start, key.end)
        if key.style == "plain" and key.value == "<<":
            message = "a record has no merge keys: write out what `<<` stands for"
            self.told.tell(MERGE_KEY, message, at=at, keys=keys)
            return False
        # In this form the layout writes a key: what only looks unlike is equal in it.
        first = entries.get(nfc(key.value))
        if first:
            line = first.key.span.line
            message = f"the key {quoted(key.value)} stands on line {line} already: keep one of them"
            self.told.tell(DUPLICATE_KEY, message, at=at, keys=keys)
        return first is None


def _end(start: Event, end: Event, last: Node | None) -> int:
    """Return where a collection ends: at its bracket, or without one with its last node."""
    if start.flow and end.end > end.start:
        return end.end
    return last.end if last else start.end


def _without_blank_lines(block: str) -> str:
    """Return a block scalar without the blank lines and the line break at its end."""
    lines = block.split("\n")
    while len(lines) > 1 and not lines[-1].strip(" "):
        lines.pop()
    return "\n".join(lines)
