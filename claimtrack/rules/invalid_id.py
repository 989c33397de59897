"""An id is lower-case ASCII letters, digits and single hyphens.

Ids are names of files and parts of addresses: they must be the same on every system, whatever it
thinks of capitals, accents and spaces. A record's own name stands in its first key, in any
writing. Where an id can be made of what was written, the finding gives it.

Bad:

    # events/ferry-attack.yaml
    event: Attack on the ferry Aurelia
    date: 2019-03
    place: off Port Selm
    part_of: [Gulf Crisis]

Good:

    # events/ferry-attack.yaml
    event: Attack on the ferry Aurelia
    date: 2019-03
    place: off Port Selm
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.ids import SPEAKER_TOKENS, respelt
from claimtrack.rules.base import Rule
from claimtrack.rules.fixes import instead
from claimtrack.text.misfits import INVALID_SLUG

if TYPE_CHECKING:
    from claimtrack.findings import KeyPath
    from claimtrack.rules.drafts import Draft


def _meant(draft: Draft, keys: KeyPath, text: str) -> str | None:
    """Return the id that a text becomes, where it names a record that is there, or none at all."""
    item = draft.field(keys)
    if item is None or item.form not in {"id", "slug"}:
        return None
    wanted = respelt(text, parts=item.form == "id")
    if wanted is None or item.form == "slug":
        return wanted
    token = item.key == "speaker" and wanted in SPEAKER_TOKENS
    kind = item.refers or "speaker"
    return wanted if token or draft.view.knows((kind, wanted)) else None


RULE = Rule(kind=INVALID_SLUG, explanation=__doc__ or "", fix=instead(_meant))
