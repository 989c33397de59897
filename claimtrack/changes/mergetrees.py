"""The parts of a file as a merge sees them, and which of them it takes one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

import attrs
from attrs import frozen

from claimtrack.changes.paths import Item
from claimtrack.model.attributions import Attribution
from claimtrack.text.arrange import announced, arrange, of_one
from claimtrack.text.compose import compose
from claimtrack.text.layout import Contested, Group, Leaf, Page, Part
from claimtrack.text.matching import named_by
from claimtrack.text.placement import at_the_top
from claimtrack.text.proof import held
from claimtrack.text.scalars import BARE
from claimtrack.text.schema import Field, FileKind, Shape, shape_of

if TYPE_CHECKING:
    from claimtrack.text.nodes import Data

#: How the parts of a part are told from each other: by key, by id, by text, or by their own keys.
Grouping: TypeAlias = Literal["keys", "ids", "texts", "items"]
Step: TypeAlias = str | Item


@frozen
class Tree:
    """What a file holds, in canonical order, each comment with its part."""

    #: What it holds, None where it is empty.
    kind: FileKind | None
    #: The file; its comments are those on the file as a whole.
    root: Part
    #: The type of the values of a claim's versions.
    answer: str = ""

    @property
    def field(self) -> Field | None:
        """The root as a field, so that it is met as any other part is."""
        if self.kind is None:
            return None
        return Field(key="", attribute="", form="shape", shape=shape_of(self.kind))


def tree_of(text: str) -> Tree | None:
    """Read a text; None where it is not the YAML of a record, and an empty one holds nothing."""
    if not text.strip():
        return Tree(None, Part(Group((), keyed=True)))
    found = held(compose(text))
    kind = announced(found.data) if found else None
    if found is None or kind is None:
        return None
    page = arrange(found.data, found.comments, kind)
    answer = found.data.get("answer", "")
    return Tree(kind, _root(page), answer if isinstance(answer, str) else "")


def page_of(root: Part) -> Page:
    """Return a file as it is written."""
    parts = root.content.parts if isinstance(root.content, Group) else ()
    top = tuple(_raised(part) for part in parts[:1])
    return Page(root.above, Group(at_the_top((*top, *parts[1:])), keyed=True))


def without_answer(part: Part) -> Part:
    """Return a part with the values of versions written alike, whatever the claim's `answer`."""
    content = part.content
    if isinstance(content, Group):
        parts = tuple(map(without_answer, content.parts))
        return attrs.evolve(part, content=attrs.evolve(content, parts=parts))
    if isinstance(content, Leaf) and part.key == "value":
        return attrs.evolve(part, content=Leaf(content.value, BARE))
    return part


def grouping_of(part: Part, item: Field | None) -> Grouping | None:
    """Tell how the parts of a part are told from each other, None where it is taken whole."""
    content = part.content
    if not isinstance(content, Group):
        return None
    if content.keyed:
        return "ids" if item and item.arity == "map" else "keys"
    if item is None or item.arity not in ("list", "set") or item.bare:
        return None
    if item.shape:
        return "items" if named_by(item.shape.by_key) else None
    texts = all(isinstance(one.content, Leaf) for one in content.parts)
    return "texts" if item.arity == "set" and texts else None


def field_of(step: Step, item: Field | None, grouping: Grouping) -> Field | None:
    """Return the field of a part of a part."""
    if item is None:
        return None
    if grouping == "keys":
        return item.shape.by_key.get(step) if item.shape and isinstance(step, str) else None
    return of_one(item)


def parts_of(part: Part, item: Field | None, grouping: Grouping) -> dict[Step, Part] | None:
    """Return the parts of a part by what they are called; None where two share a name."""
    parts = part.content.parts if isinstance(part.content, Group) else ()
    by_step = {step_of(one, item, grouping, index=index): one for index, one in enumerate(parts)}
    return by_step if len(by_step) == len(parts) else None


def step_of(part: Part, item: Field | None, grouping: Grouping, *, index: int = 0) -> Step:
    """Return what a part is called among its neighbours."""
    if grouping == "texts":
        return Item((text_of(part),), index)
    if grouping == "items" and item and item.shape:
        return Item(_name(part, item.shape), index)
    return part.key


def text_of(part: Part | None) -> str:
    """Return the text of a part, empty for one that is not a text."""
    return part.content.value if part and isinstance(part.content, Leaf) else ""


def data_of_part(part: Part) -> Data:
    """Return a part as plain data, without its comments."""
    content = part.content
    if isinstance(content, Leaf):
        return content.value
    if not isinstance(content, Group):
        rest = content.ours or content.theirs
        return data_of_part(rest) if rest else ""
    if content.keyed:
        return {one.key: data_of_part(one) for one in content.parts}
    return [data_of_part(one) for one in content.parts]


def entry_of(part: Part | None, key: str) -> Part | None:
    """Return the part of a mapping under a key."""
    content = part.content if part else None
    if not isinstance(content, Group):
        return None
    return next((one for one in content.parts if one.key == key), None)


def _name(part: Part, shape: Shape) -> tuple[str, ...]:
    own = text_of(entry_of(part, "id")) if shape.cls is Attribution else ""
    keys = ("id",) if own else named_by(shape.by_key)
    return tuple(text_of(entry_of(part, key)) for key in keys)


def _root(page: Page) -> Part:
    """Return a file with what stands below its first key put above it, as with any other key."""
    first, *rest = page.root.parts
    first = attrs.evolve(first, above=first.above + first.between, between=())
    return Part(attrs.evolve(page.root, parts=(first, *rest)), above=page.header)


def _raised(part: Part) -> Part:
    """Put what stands above each side of a contested first key below it."""
    content = part.content
    if not isinstance(content, Contested):
        return part
    sides = (content.ours, content.theirs, content.base)
    return Part(Contested(*(at_the_top((side,))[0] if side else None for side in sides)))
