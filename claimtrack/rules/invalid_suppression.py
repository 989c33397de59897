"""A comment that begins with `claimtrack:` is one that the check knows.

`# claimtrack: ignore[CTN102] reason` suppresses the rule that it names, by code or by name; several
stand with commas. At the end of a line, it covers the node of that line and what is found there;
on a line of its own, the node below it, or the one above where a block or the file ends; above
the first key, the whole record. A rule on changes (`CTH`) is passed over only where the comment
was there before the change. A slip of the pen, a capital letter or another tool's word before
it would leave it without effect.

Bad:

    # speakers/mira-dolan.yaml
    speaker: Mira Dolan # claimtrack: ignore[unlisted-speling] the paper's own spelling
    kind: person

Good:

    # speakers/mira-dolan.yaml
    speaker: Mira Dolan # the paper's own spelling
    kind: person
"""

from __future__ import annotations

from claimtrack.findings import Kind
from claimtrack.rules.base import Rule

KIND = Kind("CTG104", "invalid-suppression")
FORM = (
    "this comment is meant for the check, which does not know its form: "
    "write `# claimtrack: ignore[CODE] reason`, or leave `claimtrack:` out"
)

RULE = Rule(kind=KIND, needs="suppressions", explanation=__doc__ or "")
