"""The reference reader: any text to what it holds as YAML, and all that is wrong with it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.text.attachment import attach
from claimtrack.text.characters import readable, tell_characters, tell_conflicts, tell_escapes
from claimtrack.text.comments import Comments
from claimtrack.text.compose import Composed
from claimtrack.text.decode import too_large
from claimtrack.text.events import BrokenYaml
from claimtrack.text.faults import (
    CONFLICT_MARKER,
    DIRECTIVE,
    MERGE_KEY,
    NO_MAPPING,
    NOT_A_SCALAR_KEY,
    SEVERAL_DOCUMENTS,
    TAB_INDENTATION,
    TOO_LARGE,
    Told,
)
from claimtrack.text.limits import DEFAULT_LIMITS, Limits
from claimtrack.text.lines import Lines
from claimtrack.text.nodes import Mapping
from claimtrack.text.syntax import tell_broken, tell_misplaced
from claimtrack.text.tree import Refused, Tree

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.text.events import Event
    from claimtrack.text.nodes import Node, Scalar

_BEFORE_RECORD = re.compile(r"[ \t]*(?:(?P<directive>%[^\n]*)|#[^\n]*)?(?:\n|\Z)")
_CONTENT = re.compile(r"^(?!\.\.\.(?:\s|\Z))[ \t]*[^\s#]", re.MULTILINE)
_LEADING_TAB = re.compile(r"^ *(\t)[ \t]*(?=\S)", re.MULTILINE)


def reference(text: str, limits: Limits = DEFAULT_LIMITS, *, beginning: str = "claim:") -> Composed:
    """Read a text as `claimtrack.text.compose` does, and tell what is wrong with it."""
    told = Told(Lines(text))
    if _refuse(text, limits, told):
        return Composed(None, faults=told.faults())
    tell_characters(text, told)
    parsed = _without_directives(readable(text), told)
    tree = Tree(text, parsed, limits=limits, told=told)
    root = _root(tree, beginning)
    tell_escapes(text, tree.scalars, told)
    _tell_tabs(text[: tree.reached], tree.scalars, told)
    comments = Comments() if root is None else attach(text, root, tree.scalars)
    return Composed(root, comments, told.faults(), tuple(tree.scalars))


def _refuse(text: str, limits: Limits, told: Told) -> bool:
    """Tell what makes a text not worth reading further, and return whether it is so."""
    size = len(text.encode("utf-8", "surrogatepass"))
    if size > limits.size:
        told.tell(TOO_LARGE, too_large(size, limits), at=(0, 0))
        return True
    tell_conflicts(text, told)
    return CONFLICT_MARKER in told


def _root(tree: Tree, beginning: str) -> Node | None:
    """Return the root of a document, None where it cannot be had; tell why."""
    try:
        root, ended = tree.build()
    except BrokenYaml as broken:
        tell_broken(tree.text, broken, tree.told)
        return None
    except Refused:
        return None
    if ended:
        _tell_content_behind(tree.text, ended, tree.told)
    _require_mapping(root, beginning, tree.told)
    return root


def _tell_content_behind(text: str, ended: Event, told: Told) -> None:
    """Tell what stands behind the end of the document, which `---` and `...` make another one."""
    content = _CONTENT.search(text, ended.end)
    if content and text.startswith(("---", "..."), ended.start):
        message = "a second document begins: a file holds one record, make it a file of its own"
        told.tell(SEVERAL_DOCUMENTS, message, at=content.span())
    elif content:
        tell_misplaced(content.end() - 1, told)


def _require_mapping(root: Node | None, beginning: str, told: Told) -> None:
    has_keys = isinstance(root, Mapping) and bool(root.entries)
    if has_keys or MERGE_KEY in told or NOT_A_SCALAR_KEY in told:
        return
    message = f"the file holds no keys: begin it with the one that says what it is, `{beginning}`"
    at = (root.start, root.end) if root else (0, 0)
    told.tell(NO_MAPPING, message, at=at)


def _without_directives(text: str, told: Told) -> str:
    """Return a text of the same length with its directives made comments."""
    parts: list[str] = []
    end = 0
    while end < len(text) and (line := _BEFORE_RECORD.match(text, end)):
        end = line.end()
        if line["directive"]:
            message = "a record has no directives: remove this line"
            told.tell(DIRECTIVE, message, at=line.span("directive"))
        parts.append(line[0].replace("%", "#", 1) if line["directive"] else line[0])
    return "".join((*parts, text[end:]))


def _tell_tabs(text: str, scalars: Iterable[Scalar], told: Told) -> None:
    """Tell the tabs that begin lines, except those that are text of a block scalar."""
    blocks = iter([scalar for scalar in scalars if scalar.style in ("literal", "folded")])
    block = next(blocks, None)
    for found in _LEADING_TAB.finditer(text):
        tab = found.start(1)
        while block and block.end <= tab:
            block = next(blocks, None)
        if not block or tab < block.start:
            message = "a tab indents this line: replace it with spaces"
            told.tell(TAB_INDENTATION, message, at=(tab, tab + 1))
