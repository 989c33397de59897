"""The text of a source is no longer the one that was read.

Its bytes do not have the `sha256` that the source gives. Quotes, cues and places are not judged
by another text than the one in which they were read: they count as not verified. Bring the file
back that was read; or, where the new text is to stand, read it again and put the new digest.

Bad:

    # sources/hostage-story.yaml
    source: Hostages walk free after two nights on the ferry
    type: article-newspaper
    authors: [mira-dolan]
    publisher: selm-courier
    published: 2019-03-05
    language: en
    text:
      file: hostage-story.txt
      sha256: "0000000000000000000000000000000000000000000000000000000000000000"

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

from claimtrack.corpus.texts import FoundText
from claimtrack.findings import Fault, Kind
from claimtrack.model.sources import Source
from claimtrack.rules.base import Rule
from claimtrack.rules.readings import text_of, unverified

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.records import Record
    from claimtrack.rules.base import View

KIND = Kind("CTT107", "text-drifted")


def check(record: Record, view: View) -> Iterator[Fault]:
    """Yield the digest of a source's text where its bytes have another."""
    text = text_of(record, view) if isinstance(record, Source) else None
    if isinstance(text, FoundText) and not text.agrees and isinstance(record, Source):
        message = (
            f'"{text.file}" is not the text that was read, so '
            f"{unverified(record, view)}: bring that one back, or read this one again and put "
            "its digest"
        )
        yield Fault(kind=KIND, message=message, keys=("text", "sha256"))


RULE = Rule(kind=KIND, check=check, needs="texts", explanation=__doc__ or "")
