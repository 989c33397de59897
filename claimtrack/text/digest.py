"""The digest of a record's meaning, which a review names."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from claimtrack.model.normalform import nfc
from claimtrack.text.convert import to_data

if TYPE_CHECKING:
    from claimtrack.model.records import Record

#: The version of the file format, which is part of every digest.
FORMAT_VERSION = 1

#: What may change without making a review stale.
_LEFT_OUT = ("reviews", "assessments", "status", "tags")


def digest(record: Record) -> str:
    """Return `sha256:` and the digest of a record's meaning.

    The meaning is the record as UTF-8 JSON in NFC, with sorted keys and no white space, defaults
    left out, the format's version in; reviews, assessments, status, tags, layout and comments are
    out.
    """
    meaning = {key: value for key, value in to_data(record).items() if key not in _LEFT_OUT}
    text = json.dumps(
        {"claimtrack": FORMAT_VERSION, "record": meaning},
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    )
    return "sha256:" + hashlib.sha256(nfc(text).encode()).hexdigest()
