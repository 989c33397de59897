"""The text of a source is not there, so what rests on it is not verified.

Texts are often under copyright and stay out of the repository, so this is no fault; but what was
not verified has not passed, and is counted. Put the file into a folder that the manifest's
`texts` names, or pass `--texts DIR`.

Bad:

    # sources/hostage-story.yaml
    source: Hostages walk free after two nights on the ferry
    type: article-newspaper
    authors: [mira-dolan]
    publisher: selm-courier
    published: 2019-03-05
    language: en
    text:
      file: hostage-story-long.txt
      sha256: 9bc1a91213e3c74ae7bc715e671a5beb76a20d6500a5d3eb3ca166c530dcee13

Good:

    # sources/hostage-story.yaml
    source: Hostages walk free after two nights on the ferry
    type: article-newspaper
    authors: [mira-dolan]
    publisher: selm-courier
    published: 2019-03-05
    language: en
    text:
      file: hostage-story.txt
      sha256: 9bc1a91213e3c74ae7bc715e671a5beb76a20d6500a5d3eb3ca166c530dcee13
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.findings import Fault, Kind, Severity
from claimtrack.model.sources import Source
from claimtrack.rules.base import Rule
from claimtrack.rules.readings import missing_text_of, unverified

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.records import Record
    from claimtrack.rules.base import View

KIND = Kind("CTT108", "text-not-there", Severity.NOTE)


def check(record: Record, view: View) -> Iterator[Fault]:
    """Yield the file of a source's text where it is in no folder."""
    text = missing_text_of(record, view) if isinstance(record, Source) else None
    if text and text.reason == "absent" and isinstance(record, Source):
        message = (
            f'"{text.file}" is in no folder of texts, so {unverified(record, view)}; '
            "put it into a folder that the manifest's `texts` names, or pass `--texts DIR`"
        )
        yield Fault(kind=KIND, message=message, keys=("text", "file"))


RULE = Rule(kind=KIND, check=check, needs="texts", explanation=__doc__ or "")
