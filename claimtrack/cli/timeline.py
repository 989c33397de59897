"""`claimtrack timeline`: what happened, was said, published and recorded, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from claimtrack.analysis.timeline import timeline
from claimtrack.cli.corpora import corpus_option, corpus_root, open_corpus
from claimtrack.cli.exits import CLEAN, FOUND
from claimtrack.cli.jsonoutput import put_json
from claimtrack.cli.naming import record_named
from claimtrack.cli.pages import page_width, put_rows, width_option
from claimtrack.cli.terminal import say
from claimtrack.errors import ClaimtrackError
from claimtrack.model.claims import Claim
from claimtrack.model.events import Event
from claimtrack.model.speakers import Speaker
from claimtrack.report.timeline import timeline_facts, timeline_rows

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrack.analysis.timeline import Timeline
    from claimtrack.corpus.corpus import Corpus


class NoTimelineOfSources(ClaimtrackError):  # noqa: N818 - reads as a sentence
    """A source, where a claim, an event or a speaker is asked for."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f'"{name}" is a source: a timeline is of a claim, an event or a speaker; '
            f"see `claimtrack show {name}`"
        )


@click.command("timeline", short_help="Tell when something happened, was said and published.")
@click.argument("id")
@click.option("--recorded", is_flag=True, help="Also the commits that recorded these claims.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print."
)
@corpus_option
@width_option
def command(
    id: str,  # noqa: A002 - the format's own word
    *,
    recorded: bool,
    form: str,
    folder: Path | None,
    columns: int | None,
) -> int:
    """Tell in order what happened, was said and was published of a claim, event or speaker.

    The four clocks are kept apart: when it happened, was said, was published, and was recorded in
    the main branch of git. A date that is no single day is told with the days that it spans; what
    bears no date stands under the day by which it was said: that of who passed it on.

    The JSON is {"schema_version": 1, "of", "moments": [{"clock", "date", "bound", ...}]}.

    Exit code: 0 something is told, 1 nothing is, 2 another fault.
    """
    corpus = open_corpus(corpus_root(folder))
    found = _timeline(id, corpus, recorded=recorded)
    if form == "json":
        put_json(timeline_facts(found, corpus))
    else:
        put_rows(timeline_rows(found, corpus, width=page_width(columns)))
    if not found.moments:
        say(f"claimtrack: nothing is known of {found.of} by any clock")
    return CLEAN if found.moments else FOUND


def _timeline(name: str, corpus: Corpus, *, recorded: bool) -> Timeline:
    match record_named(name, corpus).record:
        case Claim(id=claim):
            return timeline(corpus, claim=claim, recorded=recorded)
        case Event(id=event):
            return timeline(corpus, event=event, recorded=recorded)
        case Speaker(id=speaker):
            return timeline(corpus, speaker=speaker, recorded=recorded)
    raise NoTimelineOfSources(name)
