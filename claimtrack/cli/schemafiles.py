"""The schemas of a corpus as files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.corpus.atomic import write_file
from claimtrack.corpus.files import digest_there
from claimtrack.exchange.editors import schema_path, schema_text
from claimtrack.exchange.jsonschema import json_schema

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrack.exchange.known import Known
    from claimtrack.text.schema import FileKind

#: The largest schema that is read, in bytes, to see whether it would change.
_MAX_SIZE = 256 * 1024 * 1024


def write_schema(root: Path, kind: FileKind | None, known: Known) -> str | None:
    """Write the schema of a kind of file where editors look, and return its path if that changed.

    Raises why the file cannot be written.
    """
    path = schema_path(kind)
    data = schema_text(json_schema(kind, known=known)).encode()
    there = digest_there(root, path, limit=_MAX_SIZE)
    return path if write_file(root, path, data, expected=there) else None
