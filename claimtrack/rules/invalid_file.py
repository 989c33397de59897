"""A file is named by a path below its folder.

`text.file`, the manifest's `texts` and the `baseline` of its `check` are relative, with forward
slashes and without `..`, so that a corpus from somebody else never has a tool read what lies
outside it; so are the patterns of paths in `per_path`. Give a folder elsewhere with `--texts DIR`,
a baseline elsewhere with `--baseline FILE`.

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
