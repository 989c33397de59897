"""A language is named by a tag of BCP 47.

`en`, `fa` or `zh-Hant` mean the same to browsers, libraries and archives; `English` or `en_GB` do
not. The registry of subtags is kept by IANA.

Bad:

    # sources/radio-report.yaml
    source: "[A report on the radio, 4 March 2019]"
    language: en_GB

    # attack/ransom.yaml
    claim: Was a ransom paid?
    versions:
      paid:
        statement: The shipping line paid a ransom.
        attributions:
          - speaker: unknown
            stance: asserts
            source: radio-report
            cue: Reportedly

Good:

    # sources/radio-report.yaml
    source: "[A report on the radio, 4 March 2019]"
    language: en-GB

    # attack/ransom.yaml
    claim: Was a ransom paid?
    versions:
      paid:
        statement: The shipping line paid a ransom.
        attributions:
          - speaker: unknown
            stance: asserts
            source: radio-report
            cue: Reportedly
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.rules.base import Rule
from claimtrack.rules.fixes import instead
from claimtrack.text.misfits import INVALID_LANGUAGE

if TYPE_CHECKING:
    from claimtrack.findings import KeyPath
    from claimtrack.rules.drafts import Draft


def _meant(_: Draft, __: KeyPath, text: str) -> str | None:
    return text.strip().replace("_", "-")


RULE = Rule(kind=INVALID_LANGUAGE, explanation=__doc__ or "", fix=instead(_meant))
