"""What is wrong with the data, where, and what to do about it."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Literal, TypeAlias

from attrs import field, frozen

from claimtrack.quoting import printable

if TYPE_CHECKING:
    from collections.abc import Iterable

#: The way from a record's root to a node: keys of mappings and indexes of sequences, in file order.
KeyPath: TypeAlias = tuple[str | int, ...]


#: Whether a finding can be mended by itself, leaving what is read the same, or only with leave.
Applicability: TypeAlias = Literal["safe", "unsafe"]


class Severity(enum.Enum):
    """How much a finding weighs.

    An `error` fails a check, a `warning` only a strict one; a `note` says what could not be
    checked, which is never the same as passed, and fails a strict check too.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    def reaches(self, least: Severity) -> bool:
        """Tell whether it weighs as much as another, or more."""
        weights = list(Severity)
        return weights.index(self) <= weights.index(least)


@frozen
class Kind:
    """A kind of fault: its stable code, its kebab-case name, and how much it weighs."""

    code: str
    name: str
    severity: Severity = Severity.ERROR


@frozen
class Span:
    """A stretch of a text; lines and columns (code points) count from 1, the end is exclusive."""

    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


@frozen(kw_only=True)
class Fault:
    """A fault in one record, told by the way to its node; its line is looked up later.

    `on_key` places it at the key instead of at the value. A fault of the text itself knows its
    place: its `span`.
    """

    kind: Kind
    message: str
    keys: KeyPath = ()
    on_key: bool = False
    span: Span | None = None


@frozen(kw_only=True, order=False)
class Finding:
    """A fault in the data, with its place.

    `filename` is relative to the folder that was loaded, with forward slashes; `pointer` is a JSON
    Pointer (RFC 6901) into the record, by position in the file; `address` is one by what the parts
    are called, which stays the same when they are sorted or others are added. It is empty for the
    whole record, and for what is wrong with the file as such.
    """

    filename: str
    span: Span = field(factory=Span)
    code: str
    name: str
    severity: Severity
    message: str
    id: str = ""
    keys: KeyPath = ()
    address: str = ""
    #: How `check --fix` can mend it, None where only a person can.
    fix: Applicability | None = field(default=None, eq=False)

    @property
    def line(self) -> int:
        """The line of the finding, from 1."""
        return self.span.line

    @property
    def column(self) -> int:
        """The column of the finding, from 1, in code points."""
        return self.span.column

    @property
    def pointer(self) -> str:
        """The JSON Pointer to the node that is at fault, empty for the whole record."""
        return pointer(self.keys)

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """The order in which findings are told: by file, place, code and message."""
        return (self.filename, self.line, self.column, self.code, self.message)

    def __lt__(self, other: Finding) -> bool:
        return self.sort_key < other.sort_key

    def __str__(self) -> str:
        return f"{printable(self.filename)}:{self.line}:{self.column}: {self.code} {self.message}"


def finding(fault: Fault, *, filename: str, id: str) -> Finding:  # noqa: A002 - the format's own word
    """Give a fault its file and record; one without a place stands at the beginning of the file."""
    return Finding(
        filename=filename,
        span=fault.span or Span(),
        code=fault.kind.code,
        name=fault.kind.name,
        severity=fault.kind.severity,
        message=fault.message,
        id=id,
        keys=fault.keys,
    )


def pointer(keys: Iterable[str | int]) -> str:
    """Write a key path as a JSON Pointer (RFC 6901).

    >>> pointer(("versions", "bomb", "attributions", 0, "said"))
    '/versions/bomb/attributions/0/said'
    """
    return "".join("/" + str(key).replace("~", "~0").replace("/", "~1") for key in keys)
