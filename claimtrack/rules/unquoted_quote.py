"""The words of a quote are in the text, but not inside quotation marks.

A quote is what the speaker said; where the source prints the words without quotation marks, they
are the source's own account of it, and may be nobody's words but its author's. Put them into
`cue`, or leave the quote out. What the author says in the source's own voice needs no marks, nor
do the words of people in a printed interview, speech, hearing or broadcast.

Bad:

    # attack/course.yaml
    claim: How many gunmen were there?
    versions:
      a-dozen-at-most:
        statement: A dozen at most.
        attributions:
          - speaker: harbour-office
            stance: asserts
            source: hostage-story
            at: paragraph 4
            quote: they were never more than a dozen

Good:

    # attack/course.yaml
    claim: How many gunmen were there?
    versions:
      a-dozen-at-most:
        statement: A dozen at most.
        attributions:
          - speaker: harbour-office
            stance: asserts
            source: hostage-story
            at: paragraph 4
            cue: they were never more than a dozen
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.findings import Fault, Kind, Severity
from claimtrack.model.ids import AUTHOR
from claimtrack.rules.base import Rule
from claimtrack.rules.readings import readings
from claimtrack.text.quotes import find, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.records import Record
    from claimtrack.rules.base import View
    from claimtrack.rules.readings import Reading

KIND = Kind("CTT110", "unquoted-quote", Severity.WARNING)

#: The types of source that print what people say without quotation marks.
_TRANSCRIPTS = ("broadcast", "hearing", "interview", "speech")


def check(record: Record, view: View) -> Iterator[Fault]:
    """Yield each quote that stands where it should, but without quotation marks."""
    for reading in readings(record, view):
        source = view.records.sources[reading.attribution.source]
        quote = reading.quote
        if (
            quote
            and reading.attribution.speaker != AUTHOR
            and source.type not in _TRANSCRIPTS
            and reading.matches(quote)
            and not _is_quoted(quote, reading)
        ):
            message = (
                "the text has these words without quotation marks, as its author's own: "
                "make them the `cue`"
            )
            yield Fault(kind=KIND, message=message, keys=(*reading.keys, "quote"))


def _is_quoted(quote: str, reading: Reading) -> bool:
    """Tell whether the words stand in quotation marks, which may open in an earlier paragraph."""
    return any(map(quoted, reading.matches(quote))) or any(
        map(quoted, find(quote, "\n".join(reading.paragraphs)))
    )


RULE = Rule(kind=KIND, check=check, needs="texts", explanation=__doc__ or "")
