"""A locator names a paragraph that the text does not have.

Nobody finds what was read there: the number is mistyped, or counted otherwise. Paragraph n is the
n-th line of the text (split at line feeds) that is not empty once stripped; the title is the
first where the text begins with it. Count again and mend `at`.

Bad:

    # attack/course.yaml
    claim: Where did the gunmen come from?
    versions:
      north:
        statement: From the north.
        attributions:
          - speaker: author
            stance: asserts
            source: hostage-story
            at: paragraph 44
            cue: came by boat from the north

Good:

    # attack/course.yaml
    claim: Where did the gunmen come from?
    versions:
      north:
        statement: From the north.
        attributions:
          - speaker: author
            stance: asserts
            source: hostage-story
            at: paragraph 4
            cue: came by boat from the north
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.corpus.texts import FoundText
from claimtrack.findings import Fault, Kind
from claimtrack.model.sources import Source
from claimtrack.rules.base import Rule
from claimtrack.rules.readings import is_sound, places, readings, text_of
from claimtrack.text.passages import where

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.locators import Locator
    from claimtrack.model.records import Record
    from claimtrack.rules.base import View
    from claimtrack.rules.readings import Reading

KIND = Kind("CTT102", "locator-beyond-text")


def check(record: Record, view: View) -> Iterator[Fault]:
    """Yield each locator, of attributions and of what was passed over, that leaves the text."""
    for reading in readings(record, view):
        at = reading.attribution.at
        if at and _leaves(at, reading.paragraphs):
            message = f"{_beyond(at, reading.paragraphs)}; {_advice(reading)}"
            yield Fault(kind=KIND, message=message, keys=(*reading.keys, "at"))
    if isinstance(record, Source):
        text = text_of(record, view)
        paragraphs = text.paragraphs if isinstance(text, FoundText) and is_sound(text) else None
        for index, passed in enumerate(record.passed_over):
            if paragraphs and _leaves(passed.at, paragraphs):
                message = f"{_beyond(passed.at, paragraphs)}; count again and mend `at`"
                yield Fault(kind=KIND, message=message, keys=("passed_over", index, "at"))


def _leaves(at: Locator, paragraphs: tuple[str, ...]) -> bool:
    return at.label == "paragraph" and at.spans[-1][1] > len(paragraphs)


def _beyond(at: Locator, paragraphs: tuple[str, ...]) -> str:
    count = f"{len(paragraphs)} paragraph{'' if len(paragraphs) == 1 else 's'}"
    return f"`{at}` is beyond the text, which has {count}"


def _advice(reading: Reading) -> str:
    words = reading.quote or reading.cue
    there = where(words, reading.paragraphs) if words else ()
    if not there:
        return "count again and mend `at`"
    return f"the {'quote' if reading.quote else 'cue'} is in {places(there)}"


RULE = Rule(kind=KIND, check=check, needs="texts", explanation=__doc__ or "")
