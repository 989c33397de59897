"""A place in a source is a label and numbers.

`paragraph 5`, `paragraphs 3-4`, `page 12` or `time 00:11:23` can be looked up by a person and,
where the text is there, by `check`. Where what was written can be understood, the finding gives
its proper form.

Bad:

    # attack/ransom.yaml
    claim: Was a ransom paid?
    versions:
      paid:
        statement: The shipping line paid a ransom.
        attributions:
          - speaker: unknown
            stance: asserts
            source: hostage-story
            at: fifth paragraph
            cue: Reportedly

Good:

    # attack/ransom.yaml
    claim: Was a ransom paid?
    versions:
      paid:
        statement: The shipping line paid a ransom.
        attributions:
          - speaker: unknown
            stance: asserts
            source: hostage-story
            at: paragraph 5
            cue: Reportedly
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.locators import InvalidLocator, Locator
from claimtrack.rules.base import Rule
from claimtrack.rules.fixes import instead
from claimtrack.text.misfits import INVALID_LOCATOR

if TYPE_CHECKING:
    from claimtrack.findings import KeyPath
    from claimtrack.rules.drafts import Draft


def _meant(_: Draft, __: KeyPath, text: str) -> str | None:
    try:
        return str(Locator.parse(text))
    except InvalidLocator as error:
        return error.suggestion


RULE = Rule(kind=INVALID_LOCATOR, explanation=__doc__ or "", fix=instead(_meant))
