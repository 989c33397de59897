"""A folder of texts holds no records.

The manifest's `texts` names folders of full texts, and nothing in them is read as a record: a
record that lies there is lost to every look-up. Move it to where records lie, or take the folder
out of `texts`.

Bad:

    # texts/ransom.yaml
    claim: Was a ransom paid?

Good:

    # texts/ransom.txt
    Was a ransom paid?
"""

from __future__ import annotations

from claimtrack.corpus.folder import RECORD_AMONG_TEXTS
from claimtrack.rules.base import Rule

RULE = Rule(kind=RECORD_AMONG_TEXTS, explanation=__doc__ or "")
