"""Yes and no are written `true` and `false`.

YAML 1.1 takes `yes`, `on` and `y` for true and YAML 1.2 takes them for texts, so the same file
would say different things to different tools. Write one of the two words that mean the same to
all.

Bad:

    # attack/ransom.yaml
    claim: Was a ransom paid?
    exclusive: yes
    versions:
      paid:
        statement: The shipping line paid a ransom.
        attributions:
          - speaker: unknown
            stance: asserts
            source: hostage-story
            at: paragraph 5
            cue: Reportedly

Good:

    # attack/ransom.yaml
    claim: Was a ransom paid?
    exclusive: true
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

from claimtrack.rules.base import Rule
from claimtrack.rules.fixes import instead
from claimtrack.text.misfits import INVALID_BOOLEAN

if TYPE_CHECKING:
    from claimtrack.findings import KeyPath
    from claimtrack.rules.drafts import Draft

_TRUE, _FALSE = {"true", "yes", "on", "y"}, {"false", "no", "off", "n"}


def plain(text: str) -> str | None:
    """Return `true` or `false` for what readers of YAML take for one of them.

    >>> plain("Yes"), plain("maybe")
    ('true', None)
    """
    if text.lower() in _TRUE:
        return "true"
    return "false" if text.lower() in _FALSE else None


def _meant(_: Draft, __: KeyPath, text: str) -> str | None:
    return plain(text)


RULE = Rule(kind=INVALID_BOOLEAN, explanation=__doc__ or "", fix=instead(_meant))
