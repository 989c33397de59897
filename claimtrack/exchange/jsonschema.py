"""JSON Schema (draft 7) for the files of a corpus, made from the keys that the format knows.

Draft 7 is the newest that all editors read. A schema accepts every file that a check accepts, also
where keys are empty, and is no substitute for the check: it says nothing of layout or meaning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from claimtrack.exchange.emptiness import NOTHING, Schema, collection, perhaps, ref
from claimtrack.exchange.idschemas import IdSchemas
from claimtrack.exchange.meanings import meanings_of, summary_of
from claimtrack.exchange.scalarschemas import answer_schema, key_schema, words_schema
from claimtrack.text.schema import FILE_CLASSES, shape_of

if TYPE_CHECKING:
    from claimtrack.exchange.emptiness import Json
    from claimtrack.exchange.known import Known
    from claimtrack.text.schema import Field, FileKind, Shape

DRAFT = "http://json-schema.org/draft-07/schema#"
#: Every kind of file for which there is a schema.
KINDS: tuple[FileKind, ...] = tuple(FILE_CLASSES)


def json_schema(kind: FileKind | None = None, *, known: Known | None = None) -> Schema:
    """Return the schema of a kind of file, or one for any file of a corpus.

    Where the ids of a corpus are known, a record may name no other. The same corpus always gives
    the same schema.
    """
    definitions: Schema = {"nothing": NOTHING}
    maker = _Maker(IdSchemas(known, definitions), definitions)
    if kind is not None:
        body = {"title": f"{kind} of claimtrack", **maker.of_shape(shape_of(kind))}
    else:
        body = {"title": "file of claimtrack", **maker.of_any()}
    return {"$schema": DRAFT, **body, "definitions": dict(sorted(definitions.items()))}


@frozen
class _Maker:
    """Makes one schema; what is used in several places of it is defined once."""

    ids: IdSchemas
    definitions: Schema

    def of_any(self) -> Schema:
        """Tell the kinds of file apart by the key that gives each its headline."""
        keys = {kind: shape_of(kind).fields[0].key for kind in KINDS}
        schema: Schema = {"anyOf": [{"required": [key]} for key in keys.values()]}
        for kind, key in reversed(keys.items()):
            then = self._defined(shape_of(kind))
            schema = {"if": {"required": [key]}, "then": then, "else": schema}
        return {"type": "object", **schema}

    def of_shape(self, shape: Shape) -> Schema:
        """Return the schema of a mapping with the keys of a shape."""
        schema: Schema = {
            "description": summary_of(shape.cls),
            "type": "object",
            "properties": {item.key: self._field(item, shape) for item in shape.fields},
            "required": [item.key for item in shape.fields if item.required],
            "additionalProperties": False,
        }
        return {**schema, "allOf": self._answers()} if shape.name == "claim" else schema

    def _field(self, item: Field, shape: Shape) -> Schema:
        schema = self._value(item, shape)
        meaning = meanings_of(shape.cls).get(item.attribute)
        described: Schema = {"description": meaning} if meaning else {}
        if item.default is not None:
            described["description"] = f"{meaning} Left out, it is `{item.default}`."
        if "$ref" in schema:
            schema = {"anyOf": [schema]}
        return {**described, **schema}

    def _value(self, item: Field, shape: Shape) -> Schema:
        if item.arity in {"list", "set"}:
            return collection("array", {"items": self._item(item)}, required=item.required)
        if item.arity == "map":
            return collection("object", self._entries(item), required=item.required)
        if item.shape is not None:
            return self._part(item.shape, required=item.required)
        return self._one(item, shape)

    def _one(self, item: Field, shape: Shape) -> Schema:
        """Return the schema of a key that holds one value."""
        if item.form == "value":
            items = self.ids.scalar("id", "speaker", required=True)
            types: list[Json] = ["string", "number", "boolean", "null", "array", "object"]
            return {"type": types, "items": items, "maxProperties": 0}
        if item.form == "word":
            return perhaps(words_schema(item.words), required=item.required)
        if item.key == "speaker" and shape.name == "attribution":
            return self.ids.voice()
        return self.ids.scalar(item.form, item.refers, required=item.required)

    def _item(self, item: Field) -> Schema:
        """Return the schema of one of several, which may not be empty."""
        if item.form == "word":
            return words_schema(item.words)
        if item.shape is None:
            return self.ids.scalar(item.form, item.refers, required=True)
        if not item.bare:
            return self._defined(item.shape)
        return {
            "anyOf": [self.ids.scalar("id", "speaker", required=True), self._defined(item.shape)]
        }

    def _entries(self, item: Field) -> Schema:
        """Return what the keys and entries of a mapping must be."""
        entry = self._item(item)
        if item.entries != "one":
            entry = collection("array", {"items": entry}, required=True)
        entries: Schema = {"propertyNames": key_schema(item.keys), "additionalProperties": entry}
        return {**entries, "minProperties": 1} if item.required else entries

    def _part(self, shape: Shape, *, required: bool) -> Schema:
        """Return the schema of a mapping that a key holds, which may be empty if the key may."""
        schema = self.of_shape(shape)
        if required:
            return schema
        needed = schema.pop("required")
        schema = collection("object", schema, required=False)
        if not needed:
            return schema
        return {
            **schema,
            "if": {"additionalProperties": ref("nothing")},
            "else": {"required": needed},
        }

    def _defined(self, shape: Shape) -> Schema:
        """Define the mapping of a shape, and refer to it."""
        name = shape.name.replace(" ", "-")
        if name not in self.definitions:
            self.definitions[name] = {}
            self.definitions[name] = self.of_shape(shape)
        return ref(name)

    def _answers(self) -> list[Json]:
        """Say for each `answer` of a claim what the values of its versions are."""
        one = self.ids.scalar("id", "speaker", required=True)
        speakers: Schema = {"anyOf": [one, {"type": "array", "items": one}, ref("nothing")]}
        values = {name: answer_schema(name) for name in ("quantity", "date", "boolean")}
        values["speaker"] = speakers
        named: list[Json] = [*values]
        told: list[Json] = [
            {"if": _answer_is({"const": name}), "then": _values_are(value)}
            for name, value in values.items()
        ]
        return [
            *told,
            {"if": _answer_is({"enum": named}), "else": _values_are(answer_schema("text"))},
        ]


def _answer_is(value: Schema) -> Schema:
    return {"properties": {"answer": value}, "required": ["answer"]}


def _values_are(value: Schema) -> Schema:
    version: Schema = {"properties": {"value": value}}
    return {"properties": {"versions": {"additionalProperties": version}}}
