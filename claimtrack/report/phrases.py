"""The format's vocabulary in words: stances, hedges, acts, chains, dates, places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.ids import AUTHOR

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimtrack.corpus.corpus import Corpus
    from claimtrack.model.attributions import Attribution, Relay, Stance
    from claimtrack.report.words import Piece

#: How each stance is told: its sign, its words, its style on a terminal.
STANCES: dict[Stance, tuple[str, str, str]] = {
    "asserts": ("+", "asserts", "bold green"),
    "denies": ("-", "denies", "bold red"),
    "questions": ("?", "questions", "bold yellow"),
    "declines": ("/", "declines to say", "bold cyan"),
    "retracts": ("x", "retracts", "bold magenta"),
}
_ACTS = {
    "demands": "as a demand",
    "commits": "as a promise or threat",
    "wishes": "as a wish",
    "asks": "takes it for granted in a question",
}
_CERTAINTIES = {
    "probable": "probably",
    "possible": "possibly",
    "underspecified": "how surely is not clear",
}
_REPORTED = {
    "implied": "implied, not said outright",
    "disputed": "disputed by the source",
}
_FORMS = {
    "speech": "in a speech",
    "interview": "in an interview",
    "letter": "in a letter",
    "statement": "in a statement",
    "post": "in a post",
    "headline": "in a headline",
    "caption": "in a caption",
    "document": "in a document",
}
#: The longest title that is printed whole beside each of its attributions, in columns.
TITLE = 60


def stance_of(attribution: Attribution) -> Piece:
    """Return the sign and words of a stance, in its style."""
    sign, words, style = STANCES[attribution.stance]
    return f"{sign} {words}", style


def hedges(attribution: Attribution) -> tuple[str, ...]:
    """Return what tells an attribution from a plain, certain, outright statement."""
    told = (
        _CERTAINTIES.get(attribution.certainty),
        _REPORTED.get(attribution.reported),
        _ACTS.get(attribution.act),
    )
    return tuple(words for words in told if words)


def occasion(attribution: Attribution, corpus: Corpus) -> Iterator[str]:
    """Yield in what role, among and to whom, in what form and when something was said."""
    if attribution.printed_as:
        yield f"printed as “{attribution.printed_as}”"
    if attribution.capacity:
        yield f"as “{attribution.capacity}”"
    if attribution.among:
        yield f"told as one of {corpus.name_of(attribution.among)}"
    if attribution.to:
        yield f"to {joined([corpus.name_of(speaker) for speaker in attribution.to])}"
    if attribution.form:
        yield _FORMS[attribution.form]
    if attribution.said:
        yield f"said {attribution.said}"
    if attribution.as_of:
        yield f"as of {attribution.as_of}"


def chain(attribution: Attribution, corpus: Corpus) -> str:
    """Return on whom the speaker relies and who carried it, nearest the speaker first."""
    told = []
    if attribution.citing:
        told.append("citing " + ", who cites ".join(_relays(attribution.citing, corpus)))
    if attribution.via:
        told.append("as told by " + ", then by ".join(_relays(attribution.via, corpus)))
    return "; ".join(told)


def words(attribution: Attribution) -> str:
    """Return the quote, or the cue as such, in quotation marks."""
    told = [f"“{attribution.quote}”"] if attribution.quote else []
    if attribution.cue:
        told.append(f"cue “{attribution.cue}”")
    return ", ".join(told)


def title_of(source: str, corpus: Corpus) -> str:
    """Return a source's title, or its id where no such source is there."""
    record = corpus.sources.get(source)
    return record.title if record else source


def names_source(attribution: Attribution, corpus: Corpus) -> bool:
    """Tell whether the name of the speaker holds the title of the source already."""
    record = corpus.sources.get(attribution.source)
    return attribution.speaker == AUTHOR and not (record and record.authors)


def joined(names: Sequence[str]) -> str:
    """Return names as a list in words.

    >>> joined(["Iran", "Hamas", "Israel"])
    'Iran, Hamas and Israel'
    """
    return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)


def counted(number: int, what: str) -> str:
    """Return a number of things.

    >>> counted(1, "version"), counted(2, "version")
    ('1 version', '2 versions')
    """
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _relays(relays: Sequence[Relay], corpus: Corpus) -> Iterator[str]:
    for relay in relays:
        printed = f"printed as “{relay.printed_as}”" if relay.printed_as else ""
        asides = ", ".join(part for part in (printed, str(relay.date or "")) if part)
        yield corpus.name_of(relay.speaker) + (f" ({asides})" if asides else "")
