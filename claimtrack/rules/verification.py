"""Which quotes and cues nobody held against the texts of their sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.corpus.folder import record_path
from claimtrack.corpus.texts import MissingText
from claimtrack.rules.reports import Unverified

if TYPE_CHECKING:
    from claimtrack.corpus.index import Utterance
    from claimtrack.corpus.texts import FoundText
    from claimtrack.model.attributions import Attribution
    from claimtrack.rules.base import View
    from claimtrack.rules.selection import Scope


def unverified(view: View, scope: Scope, *, asked: bool) -> tuple[Unverified, ...]:
    """Count, source by source, what could not be verified, or was not because nobody asked."""
    told: list[Unverified] = []
    for source, utterances in sorted(view.records.index.read_in.items()):
        held = [item.attribution for item in utterances if _concerns(item, scope)]
        unplaced = [item for item in held if item.at and item.at.label != "paragraph"]
        why = _hindrance(source, view, asked=asked) if held else ""
        if why:
            told.append(_counted(source, held, why))
        elif unplaced:
            told.append(
                Unverified(
                    source=source, attributions=len(unplaced), places=len(unplaced), why=_UNPLACED
                )
            )
    return tuple(told)


#: Why the places of words that are in a text are not verified.
_UNPLACED = "a text does not say where its pages, lines and times are: look them up in the source"


_TEXTLESS = "the source names no text: give `text` its `file` and `sha256`"


def _hindrance(source: str, view: View, *, asked: bool) -> str:
    """Tell in one line why a source's text was not looked at, or nothing where it was."""
    record = view.records.sources.get(source)
    if record is None:
        return "the source itself is not there, or could not be read: add or mend it"
    if record.text is None:
        return _TEXTLESS
    if not asked:
        return "no rule on texts was selected: select `CTT`"
    found = view.texts.find(record.text)
    if not isinstance(found, MissingText):
        return _unlikeness(found)
    if found.reason == "absent":
        return f'"{found.file}" is in no folder of texts: put it there, or pass `--texts DIR`'
    return found.message


def _unlikeness(text: FoundText) -> str:
    if not text.agrees:
        return (
            f'"{text.file}" has changed since it was read: bring back what it held, or read it '
            "again and put its digest"
        )
    return "" if text.paragraphs else f'"{text.file}" holds no text: put it there, and its digest'


def _concerns(item: Utterance, scope: Scope) -> bool:
    attribution = item.attribution
    return (attribution.quote is not None or attribution.cue is not None) and scope.holds(
        record_path("claim", item.claim.id)
    )


def _counted(source: str, held: list[Attribution], why: str) -> Unverified:
    return Unverified(
        source=source,
        attributions=len(held),
        quotes=sum(item.quote is not None for item in held),
        cues=sum(item.cue is not None for item in held),
        why=why,
        is_textless=why == _TEXTLESS,
    )
