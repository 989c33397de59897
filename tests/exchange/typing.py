"""What readers of YAML that give plain scalars a type make of a file: YAML 1.2's core, and 1.1."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, TypeAlias

from claimtrack.text.nodes import Data, Node, Scalar, Sequence

#: A plain scalar to what a reader takes it for.
Typed: TypeAlias = Callable[[str], Any]

_CORE = (
    (re.compile(r"null|Null|NULL|~|"), lambda _: None),
    (re.compile(r"true|True|TRUE|false|False|FALSE"), lambda text: text[0] in "tT"),
    (re.compile(r"[-+]?[0-9]+"), int),
    (re.compile(r"0o[0-7]+"), lambda text: int(text, 0)),
    (re.compile(r"0x[0-9a-fA-F]+"), lambda text: int(text, 0)),
    (re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"), float),
    (re.compile(r"[-+]?\.(?:inf|Inf|INF)"), lambda _: float("inf")),
    (re.compile(r"\.(?:nan|NaN|NAN)"), lambda _: float("nan")),
)
_OLD = (
    (re.compile(r"y|Y|yes|Yes|YES|on|On|ON"), lambda _: True),
    (re.compile(r"n|N|no|No|NO|off|Off|OFF"), lambda _: False),
    (re.compile(r"[-+]?0[0-7_]+"), lambda text: int(text.replace("_", ""), 8)),
    (re.compile(r"[-+]?[0-9][0-9_]*"), lambda text: int(text.replace("_", ""))),
    (re.compile(r"[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+"), lambda _: 60),
    *_CORE,
)


def core(text: str) -> Any:
    """Type a plain scalar as YAML 1.2 does."""
    return next((make(text) for form, make in _CORE if form.fullmatch(text)), text)


def old(text: str) -> Any:
    """Type a plain scalar as YAML 1.1 does; a date stays a text, as in an editor."""
    return next((make(text) for form, make in _OLD if form.fullmatch(text)), text)


def text(plain: str) -> Any:
    """Leave a plain scalar a text, as claimtrack does."""
    return plain


READERS: tuple[Typed, ...] = (text, core, old)


def typed(node: Node, reader: Typed) -> Any:
    """Return a node as a reader of YAML has it; its keys are texts."""
    if isinstance(node, Scalar):
        return reader(node.value) if node.style == "plain" else node.value
    if isinstance(node, Sequence):
        return [typed(item, reader) for item in node.items]
    return {entry.key.value: typed(entry.value, reader) for entry in node.entries}


def bare(data: Data, reader: Typed) -> Any:
    """Return data as a reader of YAML has it where all of its texts are plain scalars."""
    if isinstance(data, dict):
        return {key: bare(value, reader) for key, value in data.items()}
    if isinstance(data, list):
        return [bare(value, reader) for value in data]
    return reader(data)
