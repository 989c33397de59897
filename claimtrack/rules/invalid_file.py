"""A file is named by a path below its folder.

`text.file` and the manifest's `texts` are relative, with forward slashes and without `..`, so
that a corpus from somebody else never has a tool read what lies outside it. Give a folder
elsewhere with `--texts DIR`.

Bad (with CTT108):

    # claimtrack.yaml
    claimtrack: 1
    texts: [../texts]

Good:

    # claimtrack.yaml
    claimtrack: 1
    texts: [texts]
"""

from __future__ import annotations

from claimtrack.rules.base import Rule
from claimtrack.text.misfits import INVALID_FILE

RULE = Rule(kind=INVALID_FILE, explanation=__doc__ or "")
