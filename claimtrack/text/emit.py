"""The lines of a file, of an entry or of an item that is in canonical order."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from attrs import field, frozen

from claimtrack.text.layout import Contested, Group, Leaf, Part
from claimtrack.text.markers import Markers
from claimtrack.text.scalars import WIDTH, on_one_line, quoted, written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from claimtrack.text.layout import Page

#: How much deeper a part stands than what it is part of, in spaces.
STEP = 2

#: What YAML takes for the end of a document where it begins a line.
_END = re.compile(r"(?:---|\.\.\.)(?: |\Z)")


def page_text(page: Page, markers: Markers | None = None) -> str:
    """Return the text of a file, with one line break at its end; markers part what is contested."""
    lines = [*page.header, ""] if page.header else []
    _Writer(lines, markers or Markers()).group(page.root, 0)
    return "\n".join([*lines, ""])


def entry_lines(part: Part, indent: int) -> list[str]:
    """Return the lines of an entry of a mapping whose keys are indented by so many spaces."""
    writer = _Writer()
    writer.entry(part, indent)
    return writer.lines


def item_lines(part: Part, indent: int) -> list[str]:
    """Return the lines of an item of a list whose dashes are indented by so many spaces."""
    writer = _Writer()
    writer.item(part, indent)
    return writer.lines


@frozen
class _Writer:
    lines: list[str] = field(factory=list)
    markers: Markers = field(factory=Markers)

    def group(self, group: Group, indent: int) -> None:
        write = self.entry if group.keyed else self.item
        for index, part in enumerate(group.parts):
            if index and group.spaced:
                self.lines.append("")
            write(part, indent)

    def entry(self, part: Part, indent: int) -> None:
        if isinstance(part.content, Contested):
            self._contested(part.content, lambda side: entry_lines(side, indent))
            return
        self._comments(part.above, indent)
        self._headed(f"{' ' * indent}{_key(part.key)}:", part, indent)
        self._comments(part.below, indent)

    def item(self, part: Part, indent: int) -> None:
        content = part.content
        if isinstance(content, Contested):
            self._contested(content, lambda side: item_lines(side, indent))
            return
        self._comments(part.above, indent)
        if isinstance(content, Group) and not _fits(content, indent + STEP):
            self._nested(part, content, indent)
        else:
            self._headed(f"{' ' * indent}-", part, indent)
        self._comments(part.below, indent)

    def _nested(self, part: Part, group: Group, indent: int) -> None:
        """Write an item that is a mapping or list, beginning on the line of its dash if it can."""
        dash = " " * indent + "-"
        if part.beside:
            self.lines.append(_commented(dash, part.beside))
            self.group(group, indent + STEP)
            return
        head, *rest = group.parts
        if isinstance(head.content, Contested):
            # The dash stands on the line of the first key, whichever side that is from.
            self._contested(
                head.content, lambda side: item_lines(Part(Group((side,), keyed=True)), indent)
            )
            for entry in rest:
                self.entry(entry, indent + STEP)
            return
        start = len(self.lines)
        self.group(group, indent + STEP)
        first = self.lines[start][indent + STEP :]
        if first.startswith("#"):
            self.lines.insert(start, dash)
        else:
            self.lines[start] = f"{dash} {first}"

    def _contested(self, sides: Contested, lines: Callable[[Part], list[str]]) -> None:
        ours, base, theirs = (
            lines(side) if side else [] for side in (sides.ours, sides.base, sides.theirs)
        )
        self.lines.extend(self.markers.around(ours, base, theirs))

    def _headed(self, head: str, part: Part, indent: int) -> None:
        content = part.content
        if isinstance(content, Leaf):
            self._scalar(head, content, part, indent)
        elif isinstance(content, Group):
            self._grouped(head, content, part, indent)

    def _grouped(self, head: str, content: Group, part: Part, indent: int) -> None:
        if _fits(content, len(head) + 1):
            self.lines.append(_commented(f"{head} {_flow(content)}", part.beside))
        else:
            self.lines.append(_commented(head, part.beside))
            self.group(content, indent + STEP)

    def _scalar(self, head: str, leaf: Leaf, part: Part, indent: int) -> None:
        if part.between:
            self.lines.append(head)
            self._comments(part.between, indent + STEP)
            head = " " * (indent + STEP - 1)
        first, *rest = written(leaf.value, leaf.manner, room=WIDTH - len(head) - 1)
        self.lines.append(_commented(f"{head} {first}", part.beside))
        margin = " " * (indent + STEP)
        self.lines.extend(margin + line if line else "" for line in rest)

    def _comments(self, comments: Iterable[str], indent: int) -> None:
        self.lines.extend(" " * indent + comment for comment in comments)


@functools.lru_cache(maxsize=1024)
def _key(key: str) -> str:
    # The keys of the outermost mapping begin their lines.
    return quoted(key) if _END.match(key) else on_one_line(key)


def _fits(group: Group, used: int) -> bool:
    return group.on_one_line and used + len(_flow(group)) <= WIDTH


def _flow(group: Group) -> str:
    if group.keyed:
        return "{}"
    leaves = (part.content for part in group.parts if isinstance(part.content, Leaf))
    items = (on_one_line(leaf.value, bare=leaf.manner.bare, flow=True) for leaf in leaves)
    return f"[{', '.join(items)}]"


def _commented(line: str, comment: str) -> str:
    return f"{line} {comment}" if comment else line
