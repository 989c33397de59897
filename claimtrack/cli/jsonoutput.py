"""JSON on standard output."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from claimtrack.cli.lines import Line
from claimtrack.cli.terminal import put

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimtrack.report.listings import Json

#: Changes when a key is renamed or removed, or changes its meaning.
SCHEMA_VERSION = 1


def put_json(document: Mapping[str, Json]) -> None:
    """Print a document under its `schema_version`, in ASCII, so that any reader takes it."""
    text = json.dumps({"schema_version": SCHEMA_VERSION, **document}, indent=2)
    # GitHub Actions takes `##[` for a command; within a JSON string the escape means the same.
    put(Line.of(line) for line in text.replace("##[", r"\u0023#[").split("\n"))
