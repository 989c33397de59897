"""The value that a scalar stands for in its field, or why it does not fit."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from claimtrack.model.dates import Date, InvalidDate
from claimtrack.model.ids import Id, InvalidId, Slug, VersionRef
from claimtrack.model.locators import InvalidLocator, Locator
from claimtrack.model.quantities import InvalidQuantity, Quantity
from claimtrack.text import misfits
from claimtrack.text.misfits import shown, suggestion

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from claimtrack.findings import Kind
    from claimtrack.model.claims import Answer, Value
    from claimtrack.text.schema import Form

#: The well-formed part of BCP 47: language, script, region, variants, extensions, private use.
_LANGUAGE = re.compile(
    r"(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?"
    r"(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(?:-[0-9a-wy-z](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?"
    r"|x(?:-[a-z0-9]{1,8})+",
    re.IGNORECASE | re.ASCII,
)
_IRI = re.compile(r"https?://[^\s/?#<>\"{}|\\^`]+[^\s<>\"{}|\\^`]*")
_SHA256 = re.compile(r"[0-9a-f]{64}")


class Misfit(ValueError):  # noqa: N818 - caught within this package, where it becomes a fault
    """A value that does not fit its field."""

    def __init__(self, kind: Kind, message: str) -> None:
        self.kind = kind
        self.message = message
        super().__init__(message)


@functools.lru_cache(maxsize=65536)
def parse_id(text: str) -> str:
    """Return the text of an id, one object for each distinct id."""
    try:
        return str(Id.parse(text))
    except InvalidId as error:
        raise Misfit(misfits.INVALID_SLUG, str(error)) from None


@functools.lru_cache(maxsize=65536)
def parse_slug(text: str) -> str:
    """Return the text of a slug, one object for each distinct slug."""
    try:
        return str(Slug.parse(text))
    except InvalidId as error:
        raise Misfit(misfits.INVALID_SLUG, str(error)) from None


@functools.lru_cache(maxsize=65536)
def parse_reference(text: str) -> VersionRef:
    """Return the version reference that a text writes."""
    try:
        return VersionRef.parse(text)
    except InvalidId as error:
        raise Misfit(misfits.INVALID_SLUG, str(error)) from None


@functools.lru_cache(maxsize=65536)
def parse_date(text: str) -> Date:
    """Return the date that a text writes, one object for each distinct date."""
    try:
        return Date.parse(text)
    except InvalidDate as error:
        raise Misfit(misfits.INVALID_DATE, str(error)) from None


@functools.lru_cache(maxsize=65536)
def parse_locator(text: str) -> Locator:
    """Return the locator that a text writes, one object for each distinct locator."""
    try:
        return Locator.parse(text)
    except InvalidLocator as error:
        raise Misfit(misfits.INVALID_LOCATOR, str(error)) from None


@functools.lru_cache(maxsize=65536)
def parse_quantity(text: str) -> Quantity:
    """Return the quantity that a text writes."""
    try:
        return Quantity.parse(text)
    except InvalidQuantity as error:
        raise Misfit(misfits.WRONG_ANSWER, str(error)) from None


def parse_boolean(text: str) -> bool:
    """Return yes or no: only `true` and `false` are taken."""
    if text in {"true", "false"}:
        return text == "true"
    raise Misfit(
        misfits.INVALID_BOOLEAN, f"{shown(text)} is neither `true` nor `false`; write one of them"
    )


def parse_iri(text: str) -> str:
    """Return a web address: only `http` and `https` are taken."""
    if _IRI.fullmatch(text):
        return text
    message = f"{shown(text)} is no web address; write it in full, from `http://` or `https://`"
    raise Misfit(misfits.INVALID_IRI, message)


def parse_language(text: str) -> str:
    """Return a language tag that is well formed by BCP 47."""
    if _LANGUAGE.fullmatch(text):
        return text
    message = f"{shown(text)} is no language tag; write BCP 47, as `en`, `fa` or `zh-Hant`"
    raise Misfit(misfits.INVALID_LANGUAGE, message)


def parse_sha256(text: str) -> str:
    """Return a SHA-256 in lower-case hexadecimal digits."""
    if _SHA256.fullmatch(text):
        return text
    message = f"{shown(text)} is no SHA-256; write its 64 lower-case hexadecimal digits"
    raise Misfit(misfits.INVALID_DIGEST, message)


def parse_digest(text: str) -> str:
    """Return the digest of a record: `sha256:` and 64 lower-case hexadecimal digits."""
    if text.startswith("sha256:") and _SHA256.fullmatch(text, 7):
        return text
    message = f"{shown(text)} is no digest; write `sha256:` and 64 lower-case hexadecimal digits"
    raise Misfit(misfits.INVALID_DIGEST, message)


def parse_file(text: str) -> str:
    """Return a relative path that stays below its folder, with forward slashes."""
    parts = text.split("/")
    if "\\" in text or ":" in text or any(part in {"", ".", ".."} for part in parts):
        message = (
            f"{shown(text)} is no relative path below its folder; "
            "write it with forward slashes, without `..`, `:` and a leading `/`"
        )
        raise Misfit(misfits.INVALID_FILE, message)
    return text


def parse_glob(text: str) -> str:
    """Return a pattern of paths below the root, with forward slashes."""
    parts = text.split("/")
    if "\\" in text or any(part in {"", ".", ".."} for part in parts):
        message = (
            f"{shown(text)} is no pattern of paths below the root of the corpus; write it with "
            "forward slashes, as `sources/*.yaml` or `sources/**`, without `..` and a leading `/`"
        )
        raise Misfit(misfits.INVALID_FILE, message)
    return text


def parse_count(text: str) -> int:
    """Return a whole number from 1, of at most nine digits."""
    if re.fullmatch(r"[1-9][0-9]{0,8}", text):
        return int(text)
    message = f"{shown(text)} is no count; write a whole number from 1, without separators"
    raise Misfit(misfits.INVALID_COUNT, message)


def parse_word(text: str, words: tuple[str, ...]) -> str:
    """Return the word of a vocabulary that a text is, as the vocabulary's own object."""
    for word in words:
        if word == text:
            return word
    near = suggestion(text, words)
    choice = (
        ", ".join(words) if len(words) <= 12 else f"one of the {len(words)} words of the vocabulary"
    )
    raise Misfit(
        misfits.UNKNOWN_WORD, f"{shown(text)} is not known here{near or ''}; write {choice}"
    )


def parse_value(value: str, answer: Answer) -> Value:
    """Return a version's value, read as the claim's `answer` says."""
    if answer == "speaker":
        return (parse_id(value),)
    if answer == "text":
        return value
    try:
        return _ANSWERS[answer](value)
    except Misfit as error:
        message = f"the value does not fit `answer: {answer}`: {error.message}"
        raise Misfit(misfits.WRONG_ANSWER, message) from None


def parse_text(text: str) -> str:
    """Return free text as it is."""
    return text


_ANSWERS: Mapping[Answer, Callable[[str], Value]] = {
    "quantity": parse_quantity,
    "date": parse_date,
    "boolean": parse_boolean,
}

#: How the scalars of each form are read; words and values depend on more than their form.
PARSERS: Mapping[Form, Callable[[str], object]] = {
    "text": parse_text,
    "boolean": parse_boolean,
    "date": parse_date,
    "locator": parse_locator,
    "id": parse_id,
    "reference": parse_reference,
    "slug": parse_slug,
    "version": parse_slug,
    "iri": parse_iri,
    "language": parse_language,
    "sha256": parse_sha256,
    "digest": parse_digest,
    "file": parse_file,
    "glob": parse_glob,
    "rule": parse_text,
    "count": parse_count,
}
