"""JSON Schema for the scalars of each form, however a reader of YAML types them.

claimtrack reads every scalar as a text, but an editor takes `7` for a number, `no` (in YAML 1.1)
for a boolean and `null` for nothing. So a form has the types that a bare text of it may be given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from attrs import frozen

from claimtrack.exchange import patterns
from claimtrack.model.ids import MAX_ID_LENGTH

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimtrack.exchange.emptiness import Json, Schema
    from claimtrack.text.schema import Form

#: A type of JSON that a scalar may have.
Type: TypeAlias = Literal["string", "number", "integer", "boolean", "null"]


@frozen(kw_only=True)
class _Scalar:
    """How the scalars of a form look."""

    types: tuple[Type, ...]
    #: What a text must match as a whole; free text where it is empty.
    pattern: str = ""
    #: What is told where it does not.
    advice: str = ""
    longest: int | None = None
    highest: int | None = None


_ANY: tuple[Type, ...] = ("string", "number", "boolean", "null")
_SLUG = "write lower-case ASCII letters, digits and single hyphens, beginning with a letter"
_ID = _Scalar(
    types=("string", "boolean", "null"), pattern=patterns.ID, advice=_SLUG, longest=MAX_ID_LENGTH
)
_ONE_SLUG = _Scalar(types=_ID.types, pattern=patterns.SLUG, advice=_SLUG, longest=MAX_ID_LENGTH)
_QUANTITY = _Scalar(
    types=("string", "number"),
    pattern=patterns.QUANTITY,
    advice="write a figure such as `7`, `at least 5`, `about 6`, `5 to 7`, `7th` or `10 %`",
)
_FORMS: Mapping[str, _Scalar] = {
    "text": _Scalar(types=_ANY),
    "boolean": _Scalar(
        types=("boolean", "string"), pattern=patterns.BOOLEAN, advice="write `true` or `false`"
    ),
    "date": _Scalar(
        types=("string", "number"),
        pattern=patterns.DATE,
        advice="write a date in EDTF, such as `2024-07-31`, `2024-07`, `2018~` or `2013/2021`",
    ),
    "locator": _Scalar(
        types=("string",),
        pattern=patterns.LOCATOR,
        advice="write a label and its numbers, such as `paragraph 5` or `pages 3-4, 7`",
    ),
    "id": _ID,
    "slug": _ONE_SLUG,
    "version": _ONE_SLUG,
    "reference": _Scalar(
        types=("string",),
        pattern=patterns.REFERENCE,
        advice="write a claim's id, `#` and a version's id, as `haniyeh-killing/method#bomb`",
    ),
    "iri": _Scalar(
        types=("string",),
        pattern=patterns.IRI,
        advice="write a web address in full, from `http://` or `https://`",
    ),
    "language": _Scalar(
        types=_ID.types,
        pattern=patterns.LANGUAGE,
        advice="write a language in BCP 47, as `en`, `fa` or `zh-Hant`",
    ),
    "sha256": _Scalar(
        types=("string", "number"),
        pattern=patterns.SHA256,
        advice="write the 64 lower-case hexadecimal digits of a SHA-256",
    ),
    "digest": _Scalar(
        types=("string",),
        pattern=patterns.DIGEST,
        advice="write `sha256:` and 64 lower-case hexadecimal digits",
    ),
    "file": _Scalar(
        types=_ANY,
        pattern=patterns.FILE,
        advice="write a relative path with forward slashes, without `..` and `:`",
    ),
    "glob": _Scalar(
        types=_ANY,
        pattern=patterns.GLOB,
        advice="write a pattern of paths with forward slashes, as `sources/*.yaml`",
    ),
    "rule": _Scalar(types=_ANY),
    "count": _Scalar(
        types=("integer", "string"),
        pattern=patterns.COUNT,
        advice="write a whole number from 1",
        highest=999_999_999,
    ),
}
#: What a version's value looks like, by the claim's `answer`; speakers are ids.
_ANSWERS: Mapping[str, _Scalar] = {
    "text": _FORMS["text"],
    "quantity": _QUANTITY,
    "date": _FORMS["date"],
    "boolean": _FORMS["boolean"],
}


def scalar_schema(form: Form, *, required: bool) -> Schema:
    """Return the schema of a key that holds one scalar; one that is not required may be empty.

    The forms `word`, `value` and `shape` depend on more than their form.
    """
    return _schema(_FORMS[form], required=required)


def key_schema(form: Form) -> Schema:
    """Return the schema of the keys of a mapping by texts of a form; a key is always a text."""
    schema = _schema(_FORMS[form], required=True)
    return {name: value for name, value in schema.items() if name not in {"type", "minLength"}}


def answer_schema(answer: str) -> Schema:
    """Return the schema of a version's `value`, as the claim's `answer` says."""
    return _schema(_ANSWERS[answer], required=False)


def words_schema(words: Iterable[str]) -> Schema:
    """Return the schema of some words, each also as a reader of YAML may type it.

    A word that looks like a number is offered as one, as it stands in a canonical file.

    >>> words_schema(["1", "2"])["anyOf"][0]
    {'enum': [1, 2]}
    """
    texts = list(words)
    typed = [value for text in texts for value in typed_readings(text)]
    numbers: list[Json] = [value for value in typed if type(value) is int]
    if len(numbers) == len(texts) and numbers:
        return {
            "anyOf": [{"enum": numbers}, {"type": "string", "pattern": _whole("|".join(texts))}]
        }
    return {"enum": [*texts, *typed]}


def typed_readings(text: str) -> tuple[bool | int | None, ...]:
    """Return what readers of YAML 1.2 or 1.1 make of a bare word that they do not take for a text.

    >>> typed_readings("no"), typed_readings("7"), typed_readings("iran")
    ((False,), (7,), ())
    """
    if text.isascii() and text.isdigit():
        return (int(text),)
    if text in {"null", "~"}:
        return (None,)
    if text in {"true", "yes", "on", "y"}:
        return (True,)
    return (False,) if text in {"false", "no", "off", "n"} else ()


def _schema(scalar: _Scalar, *, required: bool) -> Schema:
    types: list[Json] = [*scalar.types]
    schema: Schema = {"type": types}
    if not required:
        types += [each for each in ("null", "array", "object") if each not in types]
        schema.update(maxItems=0, maxProperties=0)
    elif not scalar.pattern:
        schema["minLength"] = 1
    if scalar.pattern:
        schema["pattern"] = _whole(scalar.pattern, optional=not required)
        schema["patternErrorMessage"] = scalar.advice
    if scalar.longest is not None:
        schema["maxLength"] = scalar.longest
    if scalar.highest is not None:
        schema.update(minimum=1, maximum=scalar.highest)
    return schema


def _whole(pattern: str, *, optional: bool = False) -> str:
    return f"^(?:{pattern}){'?' if optional else ''}$"
