"""Where editors find the schemas of a corpus, and the line by which a file names its own."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimtrack.exchange.emptiness import Schema
    from claimtrack.text.schema import FileKind

#: The folder of the schemas, at the root of a corpus; a scan passes its name over.
FOLDER = ".schemas"


def schema_path(kind: FileKind | None) -> str:
    """Return where the schema of a kind of file lies, relative to the root; None is any kind.

    >>> schema_path("claim"), schema_path(None)
    ('.schemas/claim.json', '.schemas/any.json')
    """
    return f"{FOLDER}/{kind or 'any'}.json"


def modeline(kind: FileKind, path: str) -> str:
    """Return the comment that tells an editor the schema of the file at a path.

    >>> modeline("claim", "haniyeh-killing/method.yaml")
    '# yaml-language-server: $schema=../.schemas/claim.json'
    """
    return f"# yaml-language-server: $schema={'../' * path.count('/')}{schema_path(kind)}"


def schema_text(schema: Schema) -> str:
    """Write a schema as a file, in ASCII, so that any reader takes it."""
    return f"{json.dumps(schema, indent=2)}\n"
