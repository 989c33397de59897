"""The events of one YAML document, as ruamel.yaml's pure parser gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from attrs import frozen
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    DocumentEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceStartEvent,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.text.nodes import ScalarStyle

#: What begins or ends: a node, a collection, or the document.
What: TypeAlias = Literal["scalar", "alias", "sequence", "mapping", "end", "document end"]

_STYLES: dict[str | None, ScalarStyle] = {
    "'": "single",
    '"': "double",
    "|": "literal",
    ">": "folded",
}
# YAML 1.2 takes these for text, the parser for line breaks.
_NO_BREAKS = "\x85\u2028\u2029"


@frozen(kw_only=True)
class Event:
    """One step through a document, between two offsets of its text."""

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
    """
    to_parser, back = _line_break_signs(text)
    loader = YAML(typ="safe", pure=True)
    try:
        for raw in loader.parse(text.translate(to_parser)):
            if isinstance(raw, (NodeEvent, CollectionEndEvent, DocumentEndEvent)):
                yield _event(raw, back)
            if isinstance(raw, DocumentEndEvent):
                return
    except MarkedYAMLError as error:
        raise _broken(error, len(text)) from None
    except (YAMLError, ValueError, LookupError, ArithmeticError) as error:
        raise BrokenYaml(min(loader.reader.index, len(text))) from error


def _event(raw: NodeEvent | CollectionEndEvent | DocumentEndEvent, back: dict[int, str]) -> Event:
    start, end = raw.start_mark.index, raw.end_mark.index
    match raw:
        case DocumentEndEvent():
            return Event(what="document end", start=start, end=end)
        case CollectionEndEvent():
            return Event(what="end", start=start, end=end)
        case AliasEvent():
            return Event(what="alias", start=start, end=end)
        case ScalarEvent():
            value, style = raw.value.translate(back), _STYLES.get(raw.style, "plain")
            anchor, tag = raw.anchor is not None, raw.ctag is not None
            return Event(
                what="scalar",
                start=start,
                end=end,
                value=value,
                style=style,
                anchor=anchor,
                tag=tag,
            )
    what: What = "mapping" if isinstance(raw, MappingStartEvent) else "sequence"
    assert isinstance(raw, (MappingStartEvent, SequenceStartEvent))
    return Event(
        what=what,
        start=start,
        end=end,
        flow=bool(raw.flow_style),
        anchor=raw.anchor is not None,
        tag=raw.ctag is not None,
    )


def _broken(error: MarkedYAMLError, length: int) -> BrokenYaml:
    problem, context = error.problem_mark, error.context_mark
    opened = context.index if context else None
    offset = problem.index if problem else opened
    return BrokenYaml(min(length if offset is None else offset, length), opened)


def _line_break_signs(text: str) -> tuple[dict[int, str], dict[int, str]]:
    """Return which signs stand for the three that are no line breaks, and the way back."""
    found = [char for char in _NO_BREAKS if char in text]
    if not found:
        return {}, {}
    free = (chr(code) for code in range(0xE000, 0xF900) if chr(code) not in text)
    pairs = list(zip(found, free, strict=False))
    return {ord(char): sign for char, sign in pairs}, {ord(sign): char for char, sign in pairs}
