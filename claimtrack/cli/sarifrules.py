"""The rules that a SARIF report speaks of, and its texts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.cli.escaping import encodable
from claimtrack.findings import Severity
from claimtrack.rules.registry import rule_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.cli.jsontext import Json

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
#: What a reader of SARIF takes for a link: `[words](place)`.
_LINK = re.compile(r"\[(?=[^\]]*\]\()")


class Descriptors:
    """The rules that a report speaks of, each once, in the order in which they are met."""

    def __init__(self) -> None:
        self._indexes: dict[str, int] = {}

    def index(self, code: str) -> int:
        """Return the place of a rule among the descriptors."""
        return self._indexes.setdefault(code, len(self._indexes))

    def reference(self, code: str) -> Json:
        """Return what refers to a rule."""
        return {"id": code, "index": self.index(code)}

    @property
    def every(self) -> Sequence[Json]:
        """The descriptors of all rules that were met so far."""
        return tuple(map(_descriptor, self._indexes))


def level(severity: Severity) -> str:
    """Return the SARIF level of a severity."""
    return _LEVELS[severity]


def message(text: str) -> dict[str, Json]:
    r"""Return a text as a message, in which nothing is a placeholder or a link.

    >>> print(message("{0} [x](y)")["text"])
    {{0}} \[x](y)
    """
    plain = text.replace("{", "{{").replace("}", "}}")
    return {"text": encodable(_LINK.sub(r"\\[", plain))}


def _descriptor(code: str) -> Json:
    rule = rule_of(code)
    return {
        "id": rule.kind.code,
        "name": rule.kind.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.reason},
        "help": {"text": rule.explanation.strip(), "markdown": rule.explanation.strip()},
        "defaultConfiguration": {"level": level(rule.kind.severity)},
    }
