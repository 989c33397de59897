"""A timeline: moments in order, each with its clock and the span of days that it may lie in."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from claimtrack.corpus.index import Utterance
from claimtrack.model.events import Event
from claimtrack.model.sources import Source
from claimtrack.report.facts import date_facts, day_text, utterance_facts
from claimtrack.report.phrases import counted, stance_of
from claimtrack.report.rows import indented, wrapped

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimtrack.analysis.timeline import Moment, Timeline
    from claimtrack.corpus.corpus import Corpus
    from claimtrack.report.listings import Json
    from claimtrack.report.rows import Row
    from claimtrack.report.words import Piece


def timeline_rows(found: Timeline, corpus: Corpus, *, width: int) -> tuple[Row, ...]:
    """Return a timeline under its dates; what no clock tells anything of comes last."""
    rows = wrapped([(_headline(found), "bold")], width, hang=2)
    for when, group in groupby(found.moments, when_text):
        rows += ((), *wrapped([(when, "underline")], width, hang=2))
        for moment in group:
            clock: Piece = (f"{moment.clock}: ", "dim")
            rows += indented(wrapped([clock, *_what(moment, corpus)], width - 2, hang=2), 2)
    return rows


def when_text(moment: Moment) -> str:
    """Return the date of a moment as written, with its days where it is not one itself.

    Nothing that is only bounded is told as if it were dated.
    """
    if moment.date is None:
        return "not dated"
    first, last = day_text(moment.earliest), day_text(moment.latest)
    if moment.bound:
        return f"by {last}"
    if first == last == str(moment.date):
        return str(moment.date)
    start, end = moment.ends
    span = f"{first or f'{start} start'} to {last or f'{end} end'}" if first != last else first
    return f"{moment.date} ({span}{_qualified(moment)})"


def timeline_facts(found: Timeline, corpus: Corpus) -> Mapping[str, Json]:
    """Return the same for programs."""
    return {"of": found.of, "moments": [_facts(moment, corpus) for moment in found.moments]}


def _facts(moment: Moment, corpus: Corpus) -> Mapping[str, Json]:
    what = moment.what
    told: dict[str, Json] = {
        "clock": moment.clock,
        "date": date_facts(moment.date),
        "bound": moment.bound,
    }
    if isinstance(what, Utterance):
        return {**told, "attribution": utterance_facts(what, corpus)}
    if isinstance(what, Event):
        return {**told, "event": what.id, "name": what.name}
    if isinstance(what, Source):
        return {**told, "source": what.id, "title": what.title}
    return {**told, "commit": what.id, "subject": what.subject, "paths": what.paths}


def _what(moment: Moment, corpus: Corpus) -> tuple[Piece | str, ...]:
    what = moment.what
    if isinstance(what, Utterance):
        statement = what.claim.versions[what.version].statement
        where = f" [{what.claim.id}#{what.version}]"
        who = f"{corpus.who(what.attribution)} "
        return (who, stance_of(what.attribution), ": ", statement, (where, "dim"))
    if isinstance(what, Event):
        return ((what.name, "bold"), (f" [event:{what.id}]", "dim"))
    if isinstance(what, Source):
        return (what.title, (f" [source:{what.id}]", "dim"))
    return (what.subject, (f" [{what.id[:10]}, {counted(len(what.paths), 'file')}]", "dim"))


def _qualified(moment: Moment) -> str:
    date = moment.date
    if date is None:
        return ""
    told = ("uncertain" if date.is_uncertain else "", "about" if date.is_approximate else "")
    return "".join(f", {word}" for word in told if word)


def _headline(found: Timeline) -> str:
    return f"{found.of}: {counted(len(found), 'moment')}, {len(found.undated)} not dated"
