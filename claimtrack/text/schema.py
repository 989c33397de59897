"""The keys of every file: their order, types, defaults and vocabularies, as the model has them."""

from __future__ import annotations

import functools
import types
from collections.abc import Mapping as MappingABC
from typing import Annotated, Literal, TypeAlias, Union, get_args, get_origin, get_type_hints

import attrs
from attrs import field, frozen

from claimtrack.model.attributions import Relay, arranged
from claimtrack.model.claims import Value
from claimtrack.model.dates import Date
from claimtrack.model.ids import RECORD_KINDS, Marks, RecordKind, Refers, VersionRef
from claimtrack.model.locators import Locator
from claimtrack.model.manifest import Manifest, sets_by_glob
from claimtrack.model.ordering import in_order, references_in_order
from claimtrack.model.records import RECORD_CLASSES

#: What a file holds: a record, or the settings of the whole corpus.
FileKind: TypeAlias = RecordKind | Literal["manifest"]
FILE_CLASSES: MappingABC[FileKind, type] = {
    **{kind: RECORD_CLASSES[kind] for kind in RECORD_KINDS},
    "manifest": Manifest,
}

#: What a scalar holds.
Form: TypeAlias = Literal[
    "text",
    "word",
    "boolean",
    "date",
    "locator",
    "value",
    "id",
    "reference",
    "slug",
    "version",
    "iri",
    "language",
    "sha256",
    "digest",
    "file",
    "glob",
    "rule",
    "count",
    "shape",
]
#: How many a key holds: one, a list with an order, a list that is a set, or a mapping by keys of
#: one form, such as ids.
Arity: TypeAlias = Literal["one", "list", "set", "map"]


@frozen(kw_only=True)
class Field:
    """A key of a record, or of a mapping within one."""

    #: The key as it stands in the file.
    key: str
    #: The name of the attribute in the model.
    attribute: str
    form: Form
    arity: Arity = "one"
    #: How many an entry holds, where it is a mapping.
    entries: Arity = "one"
    #: What the keys hold, where it is a mapping.
    keys: Form = "version"
    required: bool = False
    #: The text that the key has when it is left out, or None.
    default: str | None = None
    #: The words that a field of form `word` takes, in their order.
    words: tuple[str, ...] = ()
    #: The kind of record that a field of form `id` refers to.
    refers: RecordKind | None = None
    #: The keys of a mapping, for fields of form `shape`.
    shape: Shape | None = None
    #: Whether a bare id may stand for the mapping (a relay without date or spelling).
    bare: bool = False

    @functools.cached_property
    def one(self) -> Field:
        """The field of one item of its list, or of one entry of its mapping."""
        return attrs.evolve(self, arity=self.entries, entries="one", default=None)


@frozen
class Shape:
    """The keys that a mapping may have, in canonical order."""

    #: What the mapping is, as a reader is told: `claim`, `version`, `attribution`.
    name: str
    cls: type
    fields: tuple[Field, ...]
    by_key: MappingABC[str, Field] = field(init=False, eq=False, repr=False)
    #: Where each key stands among the others.
    ranks: MappingABC[str, int] = field(init=False, eq=False, repr=False)

    #: The fields that hold references, or mappings that may.
    linking: tuple[Field, ...] = field(init=False, eq=False, repr=False)

    @by_key.default
    def _index(self) -> MappingABC[str, Field]:
        return {item.key: item for item in self.fields}

    @ranks.default
    def _rank(self) -> MappingABC[str, int]:
        return {item.key: rank for rank, item in enumerate(self.fields)}

    @linking.default
    def _link(self) -> tuple[Field, ...]:
        forms = {"id", "reference", "value", "version"}
        return tuple(item for item in self.fields if item.shape or item.form in forms)


@functools.cache
def shape_of(kind: FileKind) -> Shape:
    """Return the keys of a file of this kind."""
    return _shape(FILE_CLASSES[kind], kind)


@functools.cache
def kind_by_headline() -> MappingABC[str, FileKind]:
    """Return which kind of file each headline key announces."""
    return {shape_of(kind).fields[0].key: kind for kind in FILE_CLASSES}


@functools.cache
def _shape(cls: type, name: str) -> Shape:
    hints = get_type_hints(cls, include_extras=True)
    record = cls in RECORD_CLASSES.values()
    members = [item for item in attrs.fields(cls) if not (record and item.name == "id")]
    return Shape(name, cls, tuple(_field(item, hints[item.name]) for item in members))


def _field(member: attrs.Attribute[object], hint: object) -> Field:
    arity, hint = _arity(member, hint)
    keys: Form = "version"
    entries: Arity = "one"
    if arity == "map":
        key, hint = get_args(hint)
        keys = _form(key)[0]
        entries, hint = _arity(member, hint)
    form, words, refers = _form(hint)
    shape = (
        _shape(hint, _NAMES[hint.__name__]) if form == "shape" and isinstance(hint, type) else None
    )
    return Field(
        key=member.metadata.get("key", member.name),
        attribute=member.name,
        form=form,
        arity=arity,
        entries=entries,
        keys=keys,
        required=member.default is attrs.NOTHING,
        default=member.default if form == "word" and isinstance(member.default, str) else None,
        words=words,
        refers=refers,
        shape=shape,
        bare=hint is Relay,
    )


#: What a nested mapping is called where a reader is told of it.
_NAMES = {
    "Version": "version",
    "Attribution": "attribution",
    "Relay": "relay",
    "Retirement": "retirement",
    "RelatedClaim": "related claim",
    "Assessment": "assessment",
    "Review": "review",
    "SourceFile": "text",
    "ArchivedCopy": "archived copy",
    "PassedOver": "passed-over paragraph",
    "Role": "role",
    "LimitSettings": "limits setting",
    "CheckSettings": "check setting",
    "SuppressionSettings": "suppressions setting",
}


def _arity(member: attrs.Attribute[object], hint: object) -> tuple[Arity, object]:
    if hint != (Value | None):
        hint = _without_none(hint)
    if get_origin(hint) is tuple:
        return "set" if member.converter in _SETS else "list", get_args(hint)[0]
    if get_origin(hint) is MappingABC:
        return "map", hint
    return "one", hint


#: What sorts a list when a record is made: such a list is a set.
_SETS: tuple[object, ...] = (in_order, references_in_order, arranged, sets_by_glob)


def _without_none(hint: object) -> object:
    if get_origin(hint) in (Union, types.UnionType):
        rest = [item for item in get_args(hint) if item is not type(None)]
        return rest[0] if len(rest) == 1 else hint
    return hint


def _form(hint: object) -> tuple[Form, tuple[str, ...], RecordKind | None]:
    if get_origin(hint) is Annotated:
        mark = hint.__metadata__[0]  # type: ignore[attr-defined]  # typing gives Annotated no type of its own
        return ("id", (), mark.kind) if isinstance(mark, Refers) else (_marked(mark), (), None)
    if get_origin(hint) is Literal:
        return "word", get_args(hint), None
    if hint == (Value | None):
        return "value", (), None
    scalar = _SCALARS.get(hint)
    return (scalar, (), None) if scalar else ("shape", (), None)


def _marked(mark: Marks) -> Form:
    return mark.form


_SCALARS: dict[object, Form] = {
    str: "text",
    bool: "boolean",
    Date: "date",
    Locator: "locator",
    VersionRef: "reference",
}
