"""Which quotes and cues nobody held against the texts of their sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.corpus.folder import record_path
from claimtrack.corpus.texts import MissingText
from claimtrack.rules.reports import Unverified

if TYPE_CHECKING:
    from claimtrack.corpus.index import Utterance
    from claimtrack.model.attributions import Attribution
    from claimtrack.rules.base import View
    from claimtrack.rules.selection import Scope


def unverified(view: View, scope: Scope, *, asked: bool) -> tuple[Unverified, ...]:
    """Count, source by source, what could not be verified, or was not because nobody asked."""
    told: list[Unverified] = []
    for source, utterances in sorted(view.records.index.read_in.items()):
        held = [item.attribution for item in utterances if _concerns(item, scope)]
        why = _hindrance(source, view, asked=asked) if held else ""
        if why:
            told.append(_counted(source, held, why))
    return tuple(told)


def _hindrance(source: str, view: View, *, asked: bool) -> str:
    """Tell in one line why a source's text was not looked at, or nothing where it was."""
    record = view.records.sources.get(source)
    if record is None:
        return "the source itself is not there, or could not be read: add or mend it"
    if record.text is None:
        return "the source names no text: give `text` its `file` and `sha256`"
    if not asked:
        return "no rule on texts was selected: select `CTT`"
    found = view.texts.find(record.text)
    if not isinstance(found, MissingText):
        return ""
    if found.reason == "absent":
        return f'"{found.file}" is in no folder of texts: put it there, or pass `--texts DIR`'
    return found.message


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
    )
