"""What stands for a key that is left out, and schemas of keys that may be left out."""

from __future__ import annotations

from typing import TypeAlias

#: What a JSON document is made of.
Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"
#: A mapping of JSON: a schema, or a part of one.
Schema: TypeAlias = dict[str, Json]

#: An empty text, list or mapping, or no value at all. It names no `type`: editors would offer it.
NOTHING: Schema = {
    "not": {"type": ["boolean", "number"]},
    "maxLength": 0,
    "maxItems": 0,
    "maxProperties": 0,
}


def perhaps(schema: Schema, *, required: bool) -> Schema:
    """Allow a key that is not required to be empty."""
    return schema if required else {"anyOf": [schema, ref("nothing")]}


def collection(kind: str, schema: Schema, *, required: bool) -> Schema:
    """Return the schema of a list or mapping, empty in any way where it is not required.

    It says so without an alternative: editors tell what is wrong within it all the better.
    """
    if required:
        return {"type": kind, **schema}
    types = [kind, *(each for each in ("null", "string", "array", "object") if each != kind)]
    most = {"array": "maxItems", "object": "maxProperties"}
    limits: Schema = {name: 0 for each, name in most.items() if each != kind}
    return {**schema, "type": [*types], "maxLength": 0, **limits}


def ref(name: str) -> Schema:
    """Refer to a definition."""
    return {"$ref": f"#/definitions/{name}"}
