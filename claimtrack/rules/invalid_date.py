"""A date is written in the Extended Date/Time Format.

EDTF (ISO 8601-2:2019) says how exactly a date is known: `2019-03-04`, `2019-03`, `2019~` for
about, `2019?` for perhaps, `2013/2021` for a time that lasted, `[2018-01..2018-04]` for one day
out of these. `03/04/2019` means two different days to two readers. Where what was written can be
understood, the finding gives its proper form.

Bad:

    # events/ferry-attack.yaml
    event: Attack on the ferry Aurelia
    date: March 2019
    place: off Port Selm

Good:

    # events/ferry-attack.yaml
    event: Attack on the ferry Aurelia
    date: 2019-03
    place: off Port Selm
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.datehints import suggestion
from claimtrack.rules.base import Rule
from claimtrack.rules.fixes import instead
from claimtrack.text.misfits import INVALID_DATE

if TYPE_CHECKING:
    from claimtrack.findings import KeyPath
    from claimtrack.rules.drafts import Draft


def _meant(_: Draft, __: KeyPath, text: str) -> str | None:
    return suggestion(text)


RULE = Rule(kind=INVALID_DATE, explanation=__doc__ or "", fix=instead(_meant))
