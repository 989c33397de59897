"""A field with a vocabulary takes no other word.

`stance`, `kind`, `verdict` and their like can be counted and compared only when everyone uses the
same words for them. The finding lists the words that the field takes; what they leave unsaid
belongs into `note`. The words, the default first where there is one:

- a claim's `kind`: event, numerical, causal, responsibility, position, prediction
- `answer`: text, quantity, date, speaker, boolean
- `status`: draft, accepted, retired
- `relation` of related claims: supports, contradicts, depends-on, refines, same-as
- `stance`: asserts, denies, questions (doubts), declines (neither confirms nor denies), retracts
- `act`: states, demands, commits (promises, threatens), wishes, asks (a rhetorical question)
- `certainty`, the speaker's own hedging: certain, probable, possible, underspecified
- `reported`, how the source tells it: plain, implied, disputed
- `form`: speech, interview, letter, statement, post, headline, caption, document
- `credibility`: 1, 2, 3, 4, 5, 6; a source's `reliability`: A, B, C, D, E, F (Admiralty)
- `verdict`: supported, refuted, not-enough-evidence, conflicting-evidence
- `likelihood`: almost-no-chance, very-unlikely, unlikely, roughly-even-chance, likely,
  very-likely, almost-certain
- `confidence`: low, moderate, high
- a speaker's `kind`: person, organization, publication, government, group, anonymous
- a source's `type`: the item types of CSL 1.0.2, such as article-newspaper, book, broadcast,
  interview, post, report, webpage
- the manifest's `claimtrack`: 1; `fail_on` and `severity` in its `check`: error, warning, note

Bad:

    # attack/ransom.yaml
    claim: Was a ransom paid?
    versions:
      paid:
        statement: The shipping line paid a ransom.
        attributions:
          - speaker: unknown
            stance: claims
            source: hostage-story
            at: paragraph 5
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

from claimtrack.rules.base import Rule
from claimtrack.rules.fixes import instead, only_near
from claimtrack.text.misfits import UNKNOWN_WORD

if TYPE_CHECKING:
    from claimtrack.findings import KeyPath
    from claimtrack.rules.drafts import Draft


def _meant(draft: Draft, keys: KeyPath, text: str) -> str | None:
    item = draft.field(keys)
    return only_near(text, item.words) if item else None


RULE = Rule(kind=UNKNOWN_WORD, explanation=__doc__ or "", fix=instead(_meant))
