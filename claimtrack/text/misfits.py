"""Kinds of fault in the shape of a record: keys and values that do not fit their field."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from claimtrack.findings import Kind
from claimtrack.quoting import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable

UNKNOWN_KEY = Kind("CTS101", "unknown-key")
MISSING_KEY = Kind("CTS102", "missing-key")
WRONG_TYPE = Kind("CTS103", "wrong-type")
UNKNOWN_WORD = Kind("CTS104", "unknown-word")
INVALID_BOOLEAN = Kind("CTS105", "invalid-boolean")
INVALID_SLUG = Kind("CTS106", "invalid-id")
INVALID_IRI = Kind("CTS107", "invalid-iri")
INVALID_LANGUAGE = Kind("CTS108", "invalid-language")
INVALID_DIGEST = Kind("CTS109", "invalid-digest")
INVALID_FILE = Kind("CTS110", "invalid-file")
INVALID_LOCATOR = Kind("CTS111", "invalid-locator")
INVALID_COUNT = Kind("CTS112", "invalid-count")
UNKNOWN_RULE = Kind("CTS113", "unknown-rule")
FIXED_SEVERITY = Kind("CTS114", "fixed-severity")
INVALID_DATE = Kind("CTD101", "invalid-date")
WRONG_ANSWER = Kind("CTV101", "value-does-not-fit-answer")
WRONG_HEADLINE = Kind("CTI101", "wrong-headline")


def suggestion(word: str, words: Iterable[str]) -> str:
    """Return `, did you mean "…"?` for the nearest of some words, or nothing where none is near.

    >>> suggestion("assert", ["asserts", "denies"])
    ', did you mean "asserts"?'
    >>> suggestion("xyz", ["asserts", "denies"])
    ''
    """
    near = difflib.get_close_matches(word[:100], list(words), n=1, cutoff=0.6)
    return f', did you mean "{near[0]}"?' if near else ""


def shown(text: str) -> str:
    """Return a text in double quotes, as the faults of this layer show it."""
    return quoted(text, mark='"', most=60)
