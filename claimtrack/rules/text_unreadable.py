"""The text of a source is there but cannot be read.

It is too large, not UTF-8, a symbolic link, no regular file, or holds nothing. So its quotes and
cues are not verified, which is not the same as passed. Save the text as a plain UTF-8 file.

Bad:

    # texts/hostage-story.txt
    Hostages walk free apr<0xE8>s two nights on the ferry

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

from claimtrack.corpus.texts import FoundText, MissingText
from claimtrack.findings import Fault, Kind
from claimtrack.model.sources import Source
from claimtrack.rules.base import Rule
from claimtrack.rules.readings import text_of, unverified

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.records import Record
    from claimtrack.rules.base import View

KIND = Kind("CTT109", "text-unreadable")


def check(record: Record, view: View) -> Iterator[Fault]:
    """Yield the file of a source's text where it is there but no text."""
    message = _hindrance(record, view) if isinstance(record, Source) else None
    if message and isinstance(record, Source):
        message = f"{message} ({unverified(record, view)})"
        yield Fault(kind=KIND, message=message, keys=("text", "file"))


def _hindrance(source: Source, view: View) -> str | None:
    text = text_of(source, view)
    match text:
        case MissingText() if text.reason != "absent":
            return text.message
        case FoundText() if text.agrees and not text.paragraphs:
            return f'"{text.file}" holds no text: put it there, and its digest'
    return None


RULE = Rule(kind=KIND, check=check, needs="texts", explanation=__doc__ or "")
