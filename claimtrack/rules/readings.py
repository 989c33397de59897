"""The attributions of a claim together with the texts in which they were read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import frozen

from claimtrack.corpus.texts import FoundText, MissingText
from claimtrack.findings import KeyPath
from claimtrack.model.attributions import Attribution
from claimtrack.model.claims import Claim
from claimtrack.model.locators import Locator
from claimtrack.model.sources import Source
from claimtrack.quoting import quoted
from claimtrack.rules.base import attributions
from claimtrack.text.nearest import nearest
from claimtrack.text.normalized import Normalized
from claimtrack.text.passages import named, occurrences, where
from claimtrack.text.quotes import ELISION, Match, find, printed
from claimtrack.text.quotes import words as count_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.corpus.texts import SourceText
    from claimtrack.model.records import Record
    from claimtrack.rules.base import View

#: In how many characters the nearest words are looked for.
_SEARCHED = 200_000
#: How much of the nearest words is shown, in characters.
_SHOWN = 400
#: Dots that stand for what is left out, as others than we write them.
_DOTS = re.compile(r"(?<!\[)(?:\.(?: ?\.){2,}|…)(?!\])")


@frozen(kw_only=True)
class Reading:
    """An attribution, and the text of its source."""

    keys: KeyPath
    attribution: Attribution
    paragraphs: tuple[str, ...]

    @property
    def quote(self) -> str | None:
        """The quote, unless it holds nothing that could be found."""
        return _with_words(self.attribution.quote)

    @property
    def cue(self) -> str | None:
        """The cue, unless it holds nothing that could be found."""
        return _with_words(self.attribution.cue)

    @property
    def is_beyond(self) -> bool:
        """Whether the locator names no paragraph of the text at all."""
        at = self.attribution.at
        return at is not None and not named(at, len(self.paragraphs))

    def matches(self, words: str) -> tuple[Match, ...]:
        """Find words where the locator says; in the whole text where there is none."""
        at = self.attribution.at
        if at is None:
            return find(words, "\n".join(self.paragraphs))
        return occurrences(words, self.paragraphs, at)

    def absence(self, words: str, what: str) -> str | None:
        """Say in one line that words are not where the locator says, and where they are instead.

        None where they are there, or where the locator names nothing in which to look.
        """
        if self.is_beyond or self.matches(words):
            return None
        elsewhere = where(words, self.paragraphs)
        if elsewhere:
            return f"{what} is not in {self.attribution.at} but in {places(elsewhere)}: mend `at`"
        alike = _otherwise(words, self.paragraphs)
        if alike:
            return f"{what} is in {alike}"
        part = _missing_part(words, self.paragraphs)
        if part is None:
            return (
                f"{what} is not in the text in this order: put its parts in the order of the text"
            )
        return f"{what} is not in the text{self._likest(part)}"

    def _likest(self, part: str) -> str:
        """Say what comes nearest to words, where the locator says or else anywhere."""
        at = self.attribution.at
        everywhere = tuple(range(1, len(self.paragraphs) + 1))
        there = named(at, len(self.paragraphs)) if at else everywhere
        for numbers in dict.fromkeys((there, everywhere)):
            texts = [self.paragraphs[number - 1] for number in numbers]
            if sum(map(len, texts)) > _SEARCHED:
                return ", which is too long to look for the nearest words: copy them from it"
            near = nearest(part, texts)
            if near is not None:
                return _compared(numbers[near.paragraph - 1], near.text)
        return ", nor anything like it: copy the words from the text"


def readings(record: Record, view: View, *, drifted: bool = False) -> Iterator[Reading]:
    """Yield the attributions of a claim whose source has the text in which they were read.

    With `drifted` also those of which the text is another by now.
    """
    if isinstance(record, Claim):
        for keys, attribution in attributions(record):
            source = view.records.sources.get(attribution.source)
            text = text_of(source, view) if source else None
            if isinstance(text, FoundText) and (drifted or is_sound(text)):
                yield Reading(keys=keys, attribution=attribution, paragraphs=text.paragraphs)


def text_of(source: Source, view: View) -> SourceText | None:
    """Return the text of a source, or why it cannot be read; None where the source names none."""
    return view.texts.find(source.text) if source.text else None


def is_sound(text: FoundText) -> bool:
    """Tell whether a text is the one that was read, and holds something."""
    return text.agrees and bool(text.paragraphs)


def missing_text_of(source: Source, view: View) -> MissingText | None:
    """Return why the text that a source names cannot be read, None where it can."""
    text = text_of(source, view)
    return text if isinstance(text, MissingText) else None


def has_texts(record: Record, view: View) -> bool:
    """Tell whether every text on which a claim or source rests is at hand, as it was read."""
    sources: tuple[Source | None, ...] = (record,) if isinstance(record, Source) else ()
    if isinstance(record, Claim):
        told = (attribution.source for _, attribution in attributions(record))
        sources = tuple(map(view.records.sources.get, told))
    texts = [text_of(source, view) if source else None for source in sources]
    return bool(texts) and all(isinstance(text, FoundText) and is_sound(text) for text in texts)


def unverified(source: Source, view: View) -> str:
    """Say how many quotes and cues nobody can verify without the text of a source."""
    held = [item.attribution for item in view.records.index.read_in.get(source.id, ())]
    kinds = (
        (sum(item.quote is not None for item in held), "quote"),
        (sum(item.cue is not None for item in held), "cue"),
    )
    counts = [_count(number, what) for number, what in kinds if number]
    if not counts:
        return "nothing of it is verified"
    concerned = sum(item.quote is not None or item.cue is not None for item in held)
    verb = "is" if sum(number for number, _ in kinds) == 1 else "are"
    return f"{' and '.join(counts)} of {_count(concerned, 'attribution')} {verb} not verified"


def places(paragraphs: tuple[int, ...]) -> str:
    """Return the numbers of paragraphs as a locator.

    >>> places((3,)), places((3, 4, 7))
    ('paragraph 3', 'paragraphs 3-4, 7')
    """
    if len(paragraphs) == 1:
        return f"paragraph {paragraphs[0]}"
    return str(Locator.parse(f"paragraphs {', '.join(map(str, paragraphs[:20]))}"))


def _with_words(text: str | None) -> str | None:
    return text if text and count_words(text) else None


def _otherwise(words: str, paragraphs: tuple[str, ...]) -> str | None:
    """Say where words stand but for their dots or capitals, and what to do, or nothing."""
    elided = _DOTS.sub(" […] ", words)
    there = where(elided, paragraphs)
    if there:
        return f"{places(there)} with `[…]` for its dots: write `[…]` for what is left out"
    folded = tuple(map(_folded, paragraphs))
    there = where(_folded(elided), folded)
    if not there:
        return None
    texts = "\n".join(paragraphs[number - 1] for number in there)
    found = find(_folded(elided), "\n".join(folded[number - 1] for number in there), limit=1)
    shown = printed(Match(Normalized.of(texts), found[0].spans))
    wanted = quoted(shown, mark='"', most=_SHOWN)
    return f"{places(there)} with other capitals: write {wanted}"


def _folded(text: str) -> str:
    """Fold the case of letters where that makes no other number of them."""
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def _missing_part(words: str, paragraphs: tuple[str, ...]) -> str | None:
    """Return the first part between elisions that is nowhere in a text."""
    parts = [part.strip() for part in ELISION.split(words)]
    if len(parts) == 1:
        return words
    return next((part for part in parts if part and not where(part, paragraphs)), None)


def _compared(paragraph: int, text: str) -> str:
    shown = quoted(text, mark='"', most=_SHOWN)
    return (
        f"; the nearest words are in paragraph {paragraph}: "
        f"{shown}; compare the two and copy what the text has"
    )


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
