"""The events of one YAML document, as ruamel.yaml's pure parser gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from attrs import frozen
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)
from ruamel.yaml.events import Event as RawEvent

from claimtrack.text.nodes import ScalarStyle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ruamel.yaml.error import StreamMark

#: What an event tells: a node or a collection's end, or the end of the document.
What: TypeAlias = Literal["scalar", "alias", "sequence", "mapping", "end", "document end"]


@frozen(kw_only=True)
class Event:
    """One step through a document, between two offsets of its text.

    An anchor or a tag is part of its node's event, whose `start` is then theirs. A mapping of one
    pair without brackets within a flow sequence ends in an event that is empty.
    """

    what: What
    start: int
    end: int
    value: str = ""
    style: ScalarStyle = "plain"
    flow: bool = False
    anchor: bool = False
    tag: bool = False


class BrokenYaml(ValueError):  # noqa: N818 - caught within this package, where it becomes a fault
    """The text is not YAML from an offset on; `opened` is where the broken part began."""

    def __init__(self, offset: int, opened: int | None = None) -> None:
        self.offset = offset
        self.opened = opened
        super().__init__(offset, opened)


def events(text: str) -> Iterator[Event]:
    """Yield the events of the first document of a text, the last one being `document end`.

    Nothing is yielded for a text without a document. Raises BrokenYaml.

    >>> [event.what for event in events("tags: [a]")]
    ['mapping', 'scalar', 'sequence', 'scalar', 'end', 'end', 'document end']
    """
    to_parser, back = _line_break_signs(text)
    parser = _Parser(text.translate(to_parser))
    while (raw := parser.next()) is not None:
        if not isinstance(raw, DocumentStartEvent):
            yield _event(raw, back)


class _Parser:
    """The parser of one text, whose exceptions are BrokenYaml."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._loader = YAML(typ="safe", pure=True)
        _, self._parser = self._loader.get_constructor_parser(text)
        self._ended = False
        self.next()

    def next(self) -> RawEvent | None:
        """Return the next event of the first document, or None behind its end."""
        if self._ended:
            return None
        try:
            event: RawEvent = self._parser.get_event()
        except MarkedYAMLError as error:
            raise self._broken(error.problem_mark, error.context_mark) from None
        except (YAMLError, ValueError, LookupError, ArithmeticError) as error:
            # Escapes beyond Unicode, and indicators right before the end of the text.
            raise self._broken(self._loader.reader.get_mark(), None) from error
        self._ended = isinstance(event, DocumentEndEvent)
        return None if isinstance(event, StreamEndEvent) else event

    def _broken(self, problem: StreamMark | None, opened: StreamMark | None) -> BrokenYaml:
        mark = problem or opened
        offset = mark.index if mark else self._length
        return BrokenYaml(min(offset, self._length), opened.index if opened else None)


def _event(raw: RawEvent, back: dict[int, str]) -> Event:
    start, end = raw.start_mark.index, raw.end_mark.index
    if isinstance(raw, ScalarEvent):
        return _scalar(raw, start, end, back)
    if isinstance(raw, (MappingStartEvent, SequenceStartEvent)):
        return Event(
            what="mapping" if isinstance(raw, MappingStartEvent) else "sequence",
            start=start,
            end=end,
            flow=bool(raw.flow_style),
            anchor=raw.anchor is not None,
            tag=raw.ctag is not None,
        )
    return Event(what=_OTHERS[type(raw)], start=start, end=end)


_OTHERS: dict[type, What] = {
    AliasEvent: "alias",
    DocumentEndEvent: "document end",
    MappingEndEvent: "end",
    SequenceEndEvent: "end",
}
_STYLES: dict[str | None, ScalarStyle] = {
    "'": "single",
    '"': "double",
    "|": "literal",
    ">": "folded",
}


def _scalar(raw: ScalarEvent, start: int, end: int, back: dict[int, str]) -> Event:
    return Event(
        what="scalar",
        start=start,
        end=end,
        value=raw.value.translate(back) if back else raw.value,
        style=_STYLES.get(raw.style, "plain"),
        anchor=raw.anchor is not None,
        tag=raw.ctag is not None,
    )


def _line_break_signs(text: str) -> tuple[dict[int, str], dict[int, str]]:
    """Return signs for what only the parser takes for line breaks, and the way back.

    To YAML 1.2 the next-line, line-separator and paragraph-separator characters are text.
    """
    found = [char for char in "\x85\u2028\u2029" if char in text]
    free = (chr(code) for code in range(0xE000, 0xF900) if chr(code) not in text) if found else ()
    pairs = list(zip(found, free, strict=False))
    return {ord(char): sign for char, sign in pairs}, {ord(sign): char for char, sign in pairs}
