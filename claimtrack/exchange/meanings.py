"""What each key of a file means, in the words that stand above its field in the model."""

from __future__ import annotations

import functools
import inspect
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_MEANING = re.compile(r" {4}#: (.*)")
_FIELD = re.compile(r" {4}(\w+): ")


@functools.cache
def meanings_of(cls: type) -> Mapping[str, str]:
    """Return what each field of a class of the model means, by the field's name.

    Nothing is known where the library is installed without its sources.

    >>> from claimtrack.model.sources import SourceFile
    >>> meanings_of(SourceFile)["file"]
    "The file's name, relative to a folder of texts."
    """
    try:
        lines = inspect.getsource(cls).split("\n")
    except OSError:
        return {}
    found: dict[str, str] = {}
    words: list[str] = []
    for line in lines:
        if meaning := _MEANING.fullmatch(line):
            words.append(meaning[1])
            continue
        field = _FIELD.match(line)
        if field and words:
            found[field[1]] = " ".join(words)
        words = []
    return found


def summary_of(cls: type) -> str:
    """Return what a class of the model is: the first line of its docstring."""
    return (inspect.getdoc(cls) or "").split("\n", maxsplit=1)[0]
