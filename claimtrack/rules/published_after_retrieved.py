"""A source was retrieved or archived before it was published.

What was at hand on a day was published by then. One of the dates is wrong, or `published` is that
of a later edition. Only what is certainly reversed is told.

Bad:

    # sources/hostage-story.yaml
    source: Hostages walk free after two nights on the ferry
    authors: [mira-dolan]
    publisher: selm-courier
    published: 2019-03-05
    retrieved: 2019-03-04

Good:

    # sources/hostage-story.yaml
    source: Hostages walk free after two nights on the ferry
    authors: [mira-dolan]
    publisher: selm-courier
    published: 2019-03-05
    retrieved: 2019-03-05
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.findings import Fault, Kind
from claimtrack.model.sources import Source
from claimtrack.rules.base import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.findings import KeyPath
    from claimtrack.model.dates import Date
    from claimtrack.model.records import Record
    from claimtrack.rules.base import View

KIND = Kind("CTD104", "published-after-retrieved")


def check(record: Record, _: View) -> Iterator[Fault]:
    """Yield each day on which the source was at hand that certainly lies before its publication."""
    if not isinstance(record, Source) or record.published is None:
        return
    for how, keys, date in _at_hand(record):
        if record.published.after(date):
            message = (
                f'the source was {how} "{date}", before it was published, "{record.published}"; '
                "mend one of the dates"
            )
            yield Fault(kind=KIND, message=message, keys=keys)


def _at_hand(source: Source) -> Iterator[tuple[str, KeyPath, Date]]:
    for index, copy in enumerate(source.archived):
        if copy.date is not None:
            yield "archived", ("archived", index, "date"), copy.date
    if source.retrieved is not None:
        yield "retrieved", ("retrieved",), source.retrieved


RULE = Rule(kind=KIND, check=check, explanation=__doc__ or "")
