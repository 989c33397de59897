"""The reference reader: a text to its nodes, its comments and what is wrong with its YAML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import define, field, frozen

from claimtrack.findings import Fault, KeyPath
from claimtrack.text.attachment import attach
from claimtrack.text.characters import readable, tell_characters, tell_conflicts, tell_escapes
from claimtrack.text.comments import Comments
from claimtrack.text.decode import too_large
from claimtrack.text.events import BrokenYaml, events
from claimtrack.text.faults import (
    ANCHOR_OR_ALIAS,
    CONFLICT_MARKER,
    DIRECTIVE,
    DUPLICATE_KEY,
    MERGE_KEY,
    NO_MAPPING,
    NOT_A_SCALAR_KEY,
    SEVERAL_DOCUMENTS,
    TAB_INDENTATION,
    TAG,
    TOO_DEEP,
    TOO_LARGE,
    TOO_MANY_NODES,
    Told,
)
from claimtrack.text.limits import DEFAULT_LIMITS, Limits
from claimtrack.text.lines import Lines
from claimtrack.text.nodes import Entry, Mapping, Node, Scalar, Sequence
from claimtrack.text.syntax import tell_broken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.findings import Kind
    from claimtrack.text.events import Event

_DIRECTIVES = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*(?P<directive>%[^\n]*)")
_NEXT_DOCUMENT = re.compile(r"^(?!\.\.\.(?:\s|\Z))[ \t]*[^\s#]", re.MULTILINE)
_LEADING_TAB = re.compile(r"^ *(\t)[ \t]*(?=[^\s])", re.MULTILINE)


@frozen
class Composed:
    """The nodes and comments of a text, and what is wrong with it as characters and YAML.

    `root` is None where the text is no YAML document within the limits.
    """

    root: Node | None
    comments: Comments = field(factory=Comments)
    faults: tuple[Fault, ...] = ()


def compose(text: str, limits: Limits = DEFAULT_LIMITS) -> Composed:
    """Read a text as YAML in which every scalar is a text; never raises.

    >>> composed = compose("claim: no\\nversions: {a: 012}\\n")
    >>> composed.root.get("claim").value
    'no'
    >>> [str(fault.message) for fault in compose("claim: a\\nclaim: b\\n").faults]
    ['the key `claim` stands on line 1 already: keep one of them']
    """
    size = len(text.encode("utf-8", "surrogatepass"))
    told = Told(Lines(text))
    if size > limits.size:
        told.tell(TOO_LARGE, too_large(size, limits), at=(0, 0))
        return Composed(None, faults=told.faults())
    tell_characters(text, told)
    tell_conflicts(text, told)
    if CONFLICT_MARKER in told:
        return Composed(None, faults=told.faults())
    parser_text = _without_directives(readable(text), told)
    composer = _Composer(text, events(parser_text), limits=limits, told=told)
    root = composer.document()
    tell_escapes(text, composer.quoted(), told)
    _tell_tabs(text, composer.scalars, told, until=composer.reached)
    comments = Comments() if root is None else attach(text, root, composer.scalars)
    return Composed(root, comments, told.faults())


def _without_directives(text: str, told: Told) -> str:
    """Return a text with its directives made comments."""
    start = 0
    while found := _DIRECTIVES.match(text, start):
        at = found.span("directive")
        told.tell(DIRECTIVE, "a record needs no directive: remove this line", at=at)
        text = f"{text[: at[0]]}#{text[at[0] + 1 :]}"
        start = at[1]
    return text


def _tell_tabs(text: str, scalars: list[Scalar], told: Told, *, until: int) -> None:
    """Tell the tabs in indentation, which is all that is not within a block scalar."""
    blocks = iter([scalar for scalar in scalars if scalar.style in ("literal", "folded")])
    block = next(blocks, None)
    for found in _LEADING_TAB.finditer(text, 0, until):
        tab = found.start(1)
        while block and block.end <= tab:
            block = next(blocks, None)
        if not block or tab < block.start:
            message = "a tab indents this line: replace it with spaces"
            told.tell(TAB_INDENTATION, message, at=(tab, tab + 1))


class _Refused(Exception):  # noqa: N818 - it ends the reading; what is wrong was told before
    """The document goes beyond a limit."""


@define
class _Composer:
    """Builds the nodes of one document from its events."""

    text: str
    events: Iterator[Event]
    limits: Limits = field(kw_only=True)
    told: Told = field(kw_only=True)
    #: Every scalar, also those of parts that are left out.
    scalars: list[Scalar] = field(factory=list)
    #: How far the document was read.
    reached: int = 0
    _nodes: int = 0
    _depth: int = 0

    def document(self) -> Node | None:
        """Return the root, or None where it cannot be had."""
        try:
            first = next(self.events, None)
            root = self._node(first, ()) if first else None
            ended = next(self.events, None)
        except BrokenYaml as broken:
            self.reached = broken.offset
            tell_broken(self.text, broken, self.told)
            return None
        except _Refused:
            return None
        self.reached = len(self.text)
        self._tell_documents(ended)
        return self._require_mapping(root)

    def quoted(self) -> Iterator[tuple[int, int]]:
        """Yield where double-quoted scalars stand."""
        return ((item.start, item.end) for item in self.scalars if item.style == "double")

    def _tell_documents(self, ended: Event | None) -> None:
        another = ended and _NEXT_DOCUMENT.search(self.text, ended.end)
        if another:
            message = "a second document begins: a file holds one record"
            self.told.tell(SEVERAL_DOCUMENTS, message, at=another.span())

    def _require_mapping(self, root: Node | None) -> Node | None:
        if not isinstance(root, Mapping) or not root.entries:
            message = (
                "the file holds no keys: begin with `claim:`, `source:`, `speaker:` or `event:`"
            )
            at = (root.start, root.start) if root else (0, 0)
            self.told.tell(NO_MAPPING, message, at=at)
        return root

    def _tell(self, kind: Kind, message: str, event: Event, keys: KeyPath) -> None:
        self.told.tell(kind, message, at=(event.start, event.end), keys=keys)

    def _node(self, event: Event, keys: KeyPath) -> Node:
        self._count(event)
        self._tell_properties(event, keys)
        if event.what in ("scalar", "alias"):
            return self._scalar(event)
        self._depth += 1
        if self._depth > self.limits.depth:
            message = f"this is nested more than {self.limits.depth} levels deep: flatten it"
            self._tell(TOO_DEEP, message, event, keys)
            raise _Refused
        node = (
            self._sequence(event, keys) if event.what == "sequence" else self._mapping(event, keys)
        )
        self._depth -= 1
        return node

    def _count(self, event: Event) -> None:
        self._nodes += 1
        self.reached = event.end
        if self._nodes > self.limits.nodes:
            message = f"the file has more than {self.limits.nodes:,} nodes: split the record"
            self._tell(TOO_MANY_NODES, message, event, ())
            raise _Refused

    def _tell_properties(self, event: Event, keys: KeyPath) -> None:
        if event.what == "alias":
            message = "an alias stands for text elsewhere: write the text out"
            self._tell(ANCHOR_OR_ALIAS, message, event, keys)
        if event.anchor:
            self._tell(ANCHOR_OR_ALIAS, "a record has no anchors: remove the `&` name", event, keys)
        if event.tag:
            message = "a record has no tags: remove it, a field's type comes from its key"
            self._tell(TAG, message, event, keys)

    def _scalar(self, event: Event) -> Scalar:
        end = event.end
        if event.style in ("literal", "folded"):
            end = event.start + len(_without_blank_lines(self.text[event.start : end]))
        span = self.told.lines.span(event.start, end)
        scalar = Scalar(event.value, event.style, span, event.start, end)
        self.scalars.append(scalar)
        return scalar

    def _sequence(self, event: Event, keys: KeyPath) -> Sequence:
        items: list[Node] = []
        while (inner := next(self.events)).what != "end":
            items.append(self._node(inner, (*keys, len(items))))
        end = _end(event, inner, items[-1] if items else None)
        return Sequence(
            tuple(items), event.flow, self.told.lines.span(event.start, end), event.start, end
        )

    def _mapping(self, event: Event, keys: KeyPath) -> Mapping:
        entries: dict[str, Entry] = {}
        last: Node | None = None
        while (inner := next(self.events)).what != "end":
            key = self._node(inner, keys)
            inside = (*keys, key.value) if isinstance(key, Scalar) else keys
            last = self._value(key, next(self.events), inside)
            if isinstance(key, Scalar) and self._stands(key, entries, inside):
                entries[key.value] = Entry(key, last)
            elif not isinstance(key, Scalar):
                message = "a key must be a text on one line: remove the brackets or the list"
                self._tell(NOT_A_SCALAR_KEY, message, inner, keys)
        end = _end(event, inner, last)
        span = self.told.lines.span(event.start, end)
        return Mapping(tuple(entries.values()), event.flow, span, event.start, end)

    def _value(self, key: Node, event: Event, keys: KeyPath) -> Node:
        """Compose a value; one that is not there stands right behind its key."""
        node = self._node(event, keys)
        if isinstance(node, Scalar) and node.start == node.end and node.style == "plain":
            between = self.text[key.end : node.start]
            if ":" not in between or "\n" in between:
                node = Scalar("", "plain", self.told.lines.span(key.end, key.end), key.end, key.end)
        return node

    def _stands(self, key: Scalar, entries: dict[str, Entry], keys: KeyPath) -> bool:
        """Return whether a key may stand; tell why not."""
        at = (key.start, key.end)
        if key.style == "plain" and key.value == "<<":
            message = "a record has no merge keys: write the keys out"
            self.told.tell(MERGE_KEY, message, at=at, keys=keys)
            return False
        first = entries.get(key.value)
        if first:
            line = first.key.span.line
            message = f"the key `{key.value}` stands on line {line} already: keep one of them"
            self.told.tell(DUPLICATE_KEY, message, at=at, keys=keys)
        return first is None


def _end(start: Event, end: Event, last: Node | None) -> int:
    """Return where a collection ends: a flow one at its bracket, a block one with its last node."""
    if start.flow:
        return end.end
    return last.end if last else start.end


def _without_blank_lines(block: str) -> str:
    """Return a block scalar without the blank lines and the line break at its end."""
    lines = block.split("\n")
    while len(lines) > 1 and not lines[-1].strip(" "):
        lines.pop()
    return "\n".join(lines)
