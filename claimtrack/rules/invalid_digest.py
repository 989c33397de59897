"""A digest is 64 lower-case hexadecimal digits.

The digest of a source's text shows that it is still the text that was read; that of a review
shows what was reviewed. One that is cut short or written otherwise shows neither. Copy it whole,
as `sha256sum FILE` prints it.

Bad:

    # sources/radio-report.yaml
    source: "[A report on the radio, 4 March 2019]"
    text:
      file: radio-report.txt
      sha256: 9F86D081

    # texts/radio-report.txt
    Reportedly, the line paid.

Good:

    # sources/radio-report.yaml
    source: "[A report on the radio, 4 March 2019]"
    text:
      file: radio-report.txt
      sha256: 45f8b85d997f4d98596728a39acb1143a7102368ee914ef0fb935def883ca748

    # texts/radio-report.txt
    Reportedly, the line paid.

    # attack/ransom.yaml
    claim: Was a ransom paid?
    versions:
      paid:
        statement: The shipping line paid a ransom.
        attributions:
          - speaker: unknown
            stance: asserts
            source: radio-report
            at: paragraph 1
            cue: Reportedly
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.rules.base import Rule
from claimtrack.rules.fixes import instead
from claimtrack.text.misfits import INVALID_DIGEST

if TYPE_CHECKING:
    from claimtrack.findings import KeyPath
    from claimtrack.rules.drafts import Draft

_DIGITS = re.compile(r"(?:sha-?256:)?([0-9a-f]{64})")


def _meant(draft: Draft, keys: KeyPath, text: str) -> str | None:
    item = draft.field(keys)
    digits = _DIGITS.fullmatch(text.strip().lower())
    prefix = "sha256:" if item and item.form == "digest" else ""
    return f"{prefix}{digits[1]}" if digits else None


RULE = Rule(kind=INVALID_DIGEST, explanation=__doc__ or "", fix=instead(_meant))
