"""Comments that tell the check what to pass over, and why: `# claimtrack: ignore[CODE] reason`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs
from attrs import frozen

from claimtrack.findings import KeyPath, Span
from claimtrack.text.attachment import remarks
from claimtrack.text.compose import compose
from claimtrack.text.decode import decode
from claimtrack.text.lines import Lines
from claimtrack.text.matching import by_name
from claimtrack.text.nodes import Mapping, Sequence, data_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.text.attachment import Remark
    from claimtrack.text.nodes import Node

_WORD_OF_OURS = b"claimtrack"
#: Whether a comment may be meant for the check: most files have none, and are not read again.
_MAY_HOLD = re.compile(rb"^[^#\n]*#[^\n]*claimtrack[ \t]*:", re.MULTILINE | re.IGNORECASE)
#: What is meant for the check and not written so that it knows it.
_MEANT = re.compile(r"claimtrack[ \t]*:[ \t]*ignore[ \t]*\[", re.IGNORECASE)
_PART = re.compile(r"#[ \t]*claimtrack:(?:(?!#[ \t]*claimtrack:).)*")
_WORD = re.compile(r"\w")
_FORM = re.compile(r"#[ \t]*claimtrack:[ \t]*ignore[ \t]*\[(?P<rules>[^\[\]]*)\](?P<reason>.*)")


@frozen(kw_only=True)
class Suppression:
    """A comment that is meant for the check."""

    #: The rules that it names, as it writes them; none where it is not written as it must be.
    rules: tuple[str, ...]
    #: Why they are passed over, empty where it does not say.
    reason: str
    #: The node that it belongs to, in file order: with all below it, it is what is covered.
    keys: KeyPath
    #: The same, with what an item of a list is called in place of its number.
    names: tuple[object, ...] = ()
    #: Whether it stands at the end of a line, and covers what is found on that line too.
    beside: bool
    span: Span

    def covers(self, keys: KeyPath, line: int) -> bool:
        """Tell whether it covers what is found at some keys, in file order, and on a line."""
        return keys[: len(self.keys)] == self.keys or (self.beside and line == self.span.line)


def suppressions(data: bytes) -> tuple[Suppression, ...]:
    r"""Return the comments in the bytes of a file that are meant for the check; never raises.

    >>> found = suppressions(b"speaker: Hamas # claimtrack: ignore[CTN102] as printed\n")
    >>> [(item.rules, item.reason, item.keys) for item in found]
    [(('CTN102',), 'as printed', ('speaker',))]
    """
    if _WORD_OF_OURS not in data.lower() or not _MAY_HOLD.search(data):
        return ()
    text = decode(data).text or ""
    composed = compose(text)
    if composed.root is None:
        return ()
    lines = Lines(text)
    known: dict[KeyPath, object] = {}
    return tuple(
        attrs.evolve(found, names=tuple(_names(composed.root, found.keys, known)))
        for remark in remarks(text, composed.root, composed.scalars)
        for found in _suppressions(remark, lines)
    )


def _names(node: Node | None, keys: KeyPath, known: dict[KeyPath, object]) -> Iterator[object]:
    """Yield what leads to a node; `known` keeps what items are called, by their keys."""
    for end, step in enumerate(keys, 1):
        if isinstance(node, Sequence) and isinstance(step, int):
            node = node.items[step]
            if keys[:end] not in known:
                known[keys[:end]] = by_name(data_of(node))
            yield known[keys[:end]]
        else:
            node = node.get(str(step)) if isinstance(node, Mapping) else None
            yield step


def _suppressions(remark: Remark, lines: Lines) -> Iterator[Suppression]:
    """Yield what one comment asks; layout may have joined several."""
    parts = tuple(_PART.finditer(remark.text))
    start = parts[0].start() if parts else len(remark.text)
    if _MEANT.search(remark.text, 0, start):
        yield _suppression(remark, lines, (0, start))
    for found in parts:
        form = _FORM.fullmatch(found[0])
        names = (name.strip() for name in form["rules"].split(",")) if form else ()
        reason = _reason(form["reason"]) if form else ""
        rules = tuple(name for name in names if name)
        yield attrs.evolve(_suppression(remark, lines, found.span()), rules=rules, reason=reason)


def _suppression(remark: Remark, lines: Lines, span: tuple[int, int]) -> Suppression:
    """Return a part of a comment as one that names no rule."""
    return Suppression(
        rules=(),
        reason="",
        keys=remark.keys,
        beside=remark.where == "beside",
        span=lines.span(remark.start + span[0], remark.start + span[1]),
    )


def _reason(text: str) -> str:
    """Return a reason without the signs before it; what holds no word is none."""
    return text.strip(" \t:-") if _WORD.search(text) else ""
