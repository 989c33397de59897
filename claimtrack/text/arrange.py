"""The canonical order of a file: its keys, versions, attributions and sets; no defaults."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
from attrs import frozen

from claimtrack.model.normalform import nfc
from claimtrack.text.comments import Comments
from claimtrack.text.layout import Content, Group, Leaf, Page, Part
from claimtrack.text.nodes import Data
from claimtrack.text.placement import at_the_top, in_a_row
from claimtrack.text.scalars import ANY, BARE, NAME, PROSE, Manner
from claimtrack.text.schema import Field, FileKind, Form, Shape, kind_by_headline, shape_of
from claimtrack.text.sortkeys import attribution_key, text_key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimtrack.findings import KeyPath

_MANNERS: dict[Form, Manner] = {
    "text": PROSE,
    "word": BARE,
    "boolean": BARE,
    "date": BARE,
    "locator": BARE,
    "value": BARE,
    "count": BARE,
    "shape": ANY,
}
#: The forms whose lists stand on one line.
_SHORT: frozenset[Form] = frozenset({"id", "slug", "version", "language", "file", "rule"})
#: The mappings that a blank line keeps apart.
_SPACED = frozenset({"version", "attribution"})


def arrange(data: dict[str, Data], comments: Comments, kind: FileKind | None = None) -> Page:
    """Put the data of a file in canonical order, each comment with its node.

    `kind` is what the keys announce if it is not given. Keys that are not known follow those that
    are, in the order in which they stand; what does not fit its key is kept as it is. A comment on
    the record as a whole, such as one behind its closing brace, joins those above its first key.
    """
    kind = kind or announced(data)
    answer = data.get("answer", "") if kind == "claim" else ""
    arranger = _Arranger(comments, answer)
    root = arranger.mapping(data, shape_of(kind) if kind else None, ())
    own = (comments.above, comments.beside, comments.below)
    header = (*comments.header, *(note for group in own for note in group.get((), ())))
    return Page(_normal(header), attrs.evolve(root, parts=at_the_top(root.parts)))


def announced(data: Mapping[str, Data]) -> FileKind | None:
    """Return the kind of file that the keys announce: only a claim has the key `claim`.

    >>> announced({"event": "a-meeting", "claim": "Who met?"})
    'claim'
    """
    headlines = kind_by_headline()
    if shape_of("claim").fields[0].key in data:
        return "claim"
    return next((headlines[key] for key in data if key in headlines), None)


def arrange_entry(
    key: str, data: Data, item: Field | None, *, answer: str = "", comments: Comments | None = None
) -> Part:
    """Arrange an entry of a mapping, of which `item` is the field, or None if there is none.

    For an entry of a mapping by id, `item` is the field of one entry (`of_one`). The comments are
    named from the entry on, whose own key path is its key. `answer` is the claim's.
    """
    return _Arranger(comments or Comments(), answer).part(key, data, item, (key,))


def arrange_item(
    data: Data, item: Field | None, *, answer: str = "", comments: Comments | None = None
) -> Part:
    """Arrange an item of a list, of which `item` is the field of one (`of_one`).

    The comments are named from the item on, whose own key path is `(0,)`.
    """
    return _Arranger(comments or Comments(), answer).part("", data, item, (0,))


def of_one(item: Field) -> Field:
    """Return the field of one item of a list, or of one entry of a mapping."""
    return item.one


@frozen
class _Arranger:
    comments: Comments
    #: What type the claim's versions have values of, as the file has it.
    answer: Data

    def part(self, key: str, data: Data, item: Field | None, path: KeyPath) -> Part:
        content = self._content(data, self._typed(item), path)
        comments = self.comments
        if not comments.beside and not comments.above and not comments.below:
            return Part(content, key=key)
        beside = _normal(comments.beside.get(path, ()))
        return Part(
            content,
            key=key,
            above=_normal(comments.above.get(path, ())) + beside[:-1],
            beside=beside[-1] if beside else "",
            below=_normal(comments.below.get(path, ())),
        )

    def mapping(self, data: dict[str, Data], shape: Shape | None, path: KeyPath) -> Group:
        fields, ranks = (shape.by_key, shape.ranks) if shape else ({}, {})
        parts = []
        for key in sorted(data, key=lambda key: ranks.get(key, len(ranks))):
            item = fields.get(key)
            part = self.part(nfc(key), data[key], item, (*path, key))
            if item is None or not _goes_without_saying(part, item):
                parts.append(part)
        return Group(in_a_row(parts), keyed=True)

    def _typed(self, item: Field | None) -> Field | None:
        """Return the field as the claim's `answer` has it."""
        if item is None or item.form != "value":
            return item
        if self.answer == "speaker":
            return attrs.evolve(item, form="id", arity="set")
        return attrs.evolve(item, form="text") if self.answer in ("", "text") else item

    def _content(self, data: Data, item: Field | None, path: KeyPath) -> Content:
        if isinstance(data, str):
            return Leaf(data if _is_quote(path) else nfc(data), _manner(item))
        if isinstance(data, list):
            return self._list(data, item if item and item.arity in ("list", "set") else None, path)
        if item and item.arity == "map":
            return self._by_id(data, item, path)
        shape = item.shape if item and item.arity == "one" else None
        group = self.mapping(data, shape, path)
        return _bare(group) if item and item.bare else group

    def _by_id(self, data: dict[str, Data], item: Field, path: KeyPath) -> Group:
        one = of_one(item)
        parts = [self.part(nfc(key), data[key], one, (*path, key)) for key in sorted(data, key=nfc)]
        return Group(in_a_row(parts), keyed=True, spaced=_is_spaced(item))

    def _list(self, data: list[Data], item: Field | None, path: KeyPath) -> Group:
        one = of_one(item) if item else None
        parts = [self.part("", data[index], one, (*path, index)) for index in _order(data, item)]
        return Group(
            in_a_row(parts), keyed=False, flow=_is_short(parts, item), spaced=_is_spaced(item)
        )


def _order(data: list[Data], item: Field | None) -> Sequence[int]:
    if item is None or item.arity != "set":
        return range(len(data))
    if item.shape:
        return sorted(range(len(data)), key=lambda index: attribution_key(data[index]))
    return sorted(range(len(data)), key=lambda index: text_key(data[index]))


def _is_short(parts: list[Part], item: Field | None) -> bool:
    leaves = [part.content for part in parts if isinstance(part.content, Leaf)]
    if len(leaves) < len(parts):
        return False
    if item is None:
        return all(leaf.value and not any(map(str.isspace, leaf.value)) for leaf in leaves)
    return item.bare or item.form in _SHORT


def _is_spaced(item: Field | None) -> bool:
    return item is not None and item.shape is not None and item.shape.name in _SPACED


def _manner(item: Field | None) -> Manner:
    if item is None:
        return ANY
    return NAME if item.bare else _MANNERS.get(item.form, NAME)


def _goes_without_saying(part: Part, item: Field) -> bool:
    """Tell whether an entry is a default or empty, and bears no comment."""
    if item.required or not part.is_bare:
        return False
    if isinstance(part.content, Leaf):
        return part.content.value in ("", item.default)
    return isinstance(part.content, Group) and not part.content.parts


def _bare(group: Group) -> Content:
    """Return a relay that tells no more than its speaker as the speaker's id."""
    match group.parts:
        case (Part(key="speaker", content=Leaf(value=value)) as only,) if value and only.is_bare:
            return Leaf(value, NAME)
    return group


def _is_quote(path: KeyPath) -> bool:
    """Tell whether a text is a quote, which keeps its characters as they are printed."""
    return next((step for step in reversed(path) if isinstance(step, str)), "") == "quote"


def _normal(comments: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(nfc, comments)) if comments else ()
