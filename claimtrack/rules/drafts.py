"""A file that is to be mended: its text, its nodes, and the edits that change one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from attrs import frozen

from claimtrack.rules.base import View
from claimtrack.rules.edits import Edit
from claimtrack.text.compose import compose
from claimtrack.text.decode import decode
from claimtrack.text.lines import Lines
from claimtrack.text.nodes import Mapping, Node, Scalar, Sequence
from claimtrack.text.scalars import on_one_line
from claimtrack.text.schema import FileKind, shape_of

if TYPE_CHECKING:
    from claimtrack.findings import Finding, KeyPath
    from claimtrack.text.schema import Field, Shape

#: What stands last in the keys of a part that may be written as a text alone: the speaker of a
#: link in a chain, the first of several values.
_BARE = ("speaker", 0)


@frozen(kw_only=True)
class Draft:
    """The text of one file, and what a fix may look at besides."""

    text: str
    kind: FileKind
    id: str
    #: None where the text is no YAML document.
    root: Node | None
    #: The whole corpus.
    view: View

    @classmethod
    def of(cls, data: bytes, kind: FileKind, id: str, view: View) -> Self | None:  # noqa: A002 - the format's own word
        """Take a file apart; None where its bytes are no text."""
        text = decode(data).text
        if text is None:
            return None
        return cls(text=text, kind=kind, id=id, root=compose(text).root, view=view)

    def node(self, keys: KeyPath) -> Node | None:
        """Return the node that keys lead to, None where there is none."""
        found = self.root
        for number, step in enumerate(keys, 1):
            match found:
                case Mapping() if isinstance(step, str):
                    found = found.get(step)
                case Sequence(items=items) if isinstance(step, int):
                    found = items[step] if step < len(items) else None
                case Scalar() if number == len(keys) and step in _BARE:
                    return found
                case _:
                    return None
        return found

    def value(self, keys: KeyPath) -> str | None:
        """Return the text that keys lead to, None where there is none, or an empty one."""
        node = self.node(keys)
        return node.value or None if isinstance(node, Scalar) else None

    def field(self, keys: KeyPath) -> Field | None:
        """Return what the format knows of the key, or of the item, that keys lead to."""
        shape: Shape | None = shape_of(self.kind)
        item: Field | None = None
        steps = iter(keys)
        for step in steps:
            if isinstance(step, str):
                item = shape.by_key.get(step) if shape is not None else None
                shape = item.shape if item else None
                if item and item.arity == "map":
                    next(steps, None)
        return item

    def shape(self, keys: KeyPath) -> Shape | None:
        """Return the keys that a mapping may have to which keys lead."""
        item = self.field(keys)
        return item.shape if item else None if keys else shape_of(self.kind)

    def replaced(self, keys: KeyPath, text: str) -> Edit | None:
        """Return the edit that writes another text in the place of the node that keys lead to."""
        node = self.node(keys)
        if node is None:
            return None
        return Edit(node.start, node.end, on_one_line(text, bare=True, flow=self._in_flow(keys)))

    def listed(self, keys: KeyPath, texts: tuple[str, ...]) -> Edit | None:
        """Return the edit that writes a list on one line in the place of one without comments."""
        node = self.node(keys)
        if node is None or "#" in self.text[node.start : node.end] + self._behind(node):
            return None
        items = (on_one_line(text, bare=True, flow=True) for text in texts)
        return Edit(node.start, node.end, f"[{', '.join(items)}]")

    def renamed(self, keys: KeyPath, key: str) -> Edit | None:
        """Return the edit that gives an entry of a mapping another key."""
        parent = self.node(keys[:-1])
        entry = parent.by_key.get(str(keys[-1])) if isinstance(parent, Mapping) else None
        if entry is None or not isinstance(parent, Mapping) or key in parent.by_key:
            return None
        return Edit(entry.key.start, entry.key.end, key)

    def stretch(self, finding: Finding) -> tuple[int, int]:
        """Return where in the text a finding begins and ends."""
        starts = Lines(self.text).starts
        span = finding.span
        begin = starts[span.line - 1] + span.column - 1
        return begin, starts[span.end_line - 1] + span.end_column - 1

    def _behind(self, node: Node) -> str:
        return self.text[node.end :].split("\n", 1)[0]

    def _in_flow(self, keys: KeyPath) -> bool:
        above = (self.node(keys[:length]) for length in range(len(keys)))
        return any(isinstance(node, Mapping | Sequence) and node.flow for node in above)
