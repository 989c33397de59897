"""A version's value is of the type that its claim asks for.

`answer` says whether versions answer with a quantity, a date, a speaker, yes or no, or text. A
value of another type can be compared with none of the others. Correct the value or the claim's
`answer`, or leave the value out and say it in the statement. Quantities are written in words that
a reviewer can read: `7`, `at least 5`, `about 6`, `5 to 7`, `dozens`, `half a dozen`, `10 %`.

Bad:

    # attack/ransom.yaml
    claim: Was a ransom paid?
    answer: boolean
    versions:
      paid:
        statement: The shipping line paid a ransom.
        value: probably
        attributions:
          - speaker: unknown
            stance: asserts
            source: hostage-story
            at: paragraph 5
            cue: Reportedly

Good:

    # attack/ransom.yaml
    claim: Was a ransom paid?
    answer: boolean
    versions:
      paid:
        statement: The shipping line paid a ransom.
        value: true
        attributions:
          - speaker: unknown
            stance: asserts
            source: hostage-story
            at: paragraph 5
            cue: Reportedly
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.datehints import suggestion
from claimtrack.model.quantities import InvalidQuantity, Quantity
from claimtrack.rules.base import Rule
from claimtrack.rules.fixes import instead
from claimtrack.rules.invalid_boolean import plain
from claimtrack.text.misfits import WRONG_ANSWER

if TYPE_CHECKING:
    from claimtrack.findings import KeyPath
    from claimtrack.rules.drafts import Draft


def _meant(draft: Draft, _: KeyPath, text: str) -> str | None:
    match draft.value(("answer",)):
        case "quantity":
            return _quantity(text)
        case "date":
            return suggestion(text)
        case "boolean":
            return plain(text)
        case _:
            return None


def _quantity(text: str) -> str | None:
    try:
        return str(Quantity.parse(text))
    except InvalidQuantity as error:
        return error.suggestion


RULE = Rule(kind=WRONG_ANSWER, explanation=__doc__ or "", fix=instead(_meant))
