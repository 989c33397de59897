"""An answer holds for a time that came only after it was given.

Whoever says on Monday how many were killed as of Wednesday says what nobody knew. One of the dates
is wrong, or it is a prediction, which is a claim of kind `prediction`. Demands, promises and wishes
look ahead and are left alone. The time of a whole version (its own `as_of`) counts where the
attribution has none. Only what is certainly reversed is told.

Bad:

    # attack/hostages.yaml
    claim: How many hostages are held?
    answer: quantity
    unit: hostages
    versions:
      none:
        statement: None are held any more.
        value: 0
        attributions:
          - speaker: author
            stance: asserts
            said: 2019-03-04
            as_of: 2019-03-05
            source: hostage-story
            at: paragraph 1
            cue: Hostages walk free

Good:

    # attack/hostages.yaml
    claim: How many hostages are held?
    answer: quantity
    unit: hostages
    versions:
      none:
        statement: None are held any more.
        value: 0
        attributions:
          - speaker: author
            stance: asserts
            said: 2019-03-05
            as_of: 2019-03-04
            source: hostage-story
            at: paragraph 1
            cue: Hostages walk free
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.findings import Fault, Kind
from claimtrack.model.claims import Claim
from claimtrack.rules.base import Rule, versions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.records import Record
    from claimtrack.rules.base import View

KIND = Kind("CTD105", "as-of-after-said")
_AHEAD = frozenset({"demands", "commits", "wishes"})


def check(record: Record, _: View) -> Iterator[Fault]:
    """Yield each statement of fact about a time that certainly had not come yet."""
    if not isinstance(record, Claim) or record.kind == "prediction":
        return
    for keys, version in versions(record):
        for index, attribution in enumerate(version.attributions):
            said, as_of = attribution.said, attribution.as_of or version.as_of
            if attribution.act in _AHEAD or said is None or as_of is None:
                continue
            if as_of.after(said):
                place = (*keys, "attributions", index, "as_of" if attribution.as_of else "said")
                message = (
                    f'said "{said}" of a time that came later, "{as_of}"; '
                    "mend one of the dates, or write `kind: prediction`"
                )
                yield Fault(kind=KIND, message=message, keys=place)


RULE = Rule(kind=KIND, check=check, explanation=__doc__ or "")
