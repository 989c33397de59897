"""`claimtrack locate`: where words stand in the text of a source."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimtrack.cli.corpora import corpus_option
from claimtrack.cli.exits import CLEAN, FOUND
from claimtrack.cli.jsonoutput import put_json
from claimtrack.cli.pages import page_width, put_rows, width_option
from claimtrack.cli.sourcetexts import read_text
from claimtrack.cli.terminal import say
from claimtrack.report.places import nearest_place, pasted_rows, place_rows, places, remark
from claimtrack.text.quotes import words as count_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.report.listings import Json
    from claimtrack.report.places import Place
    from claimtrack.report.rows import Row


def _with_words(_: click.Context, __: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    """Refuse what holds nothing but marks."""
    if not count_words(" ".join(given)):
        message = "they hold no word: give some of the text's"
        raise click.BadParameter(message)
    return given


@click.command("locate", short_help="Find words in a source's text.")
@click.argument("source")
@click.argument("words", nargs=-1, required=True, callback=_with_words)
@click.option(
    "--texts",
    multiple=True,
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Look for the text of the source here too; may be given again.",
)
@corpus_option
@width_option
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print."
)
def command(  # noqa: PLR0913 - an argument each, as click passes them
    source: str,
    words: tuple[str, ...],
    *,
    texts: tuple[Path, ...],
    folder: Path | None,
    columns: int | None,
    form: str,
) -> int:
    """Find WORDS in the text of SOURCE, and print the lines to paste into an attribution.

    SOURCE is the id of a source, or the path of a text file. WORDS are compared as quotes are:
    typographic marks and plain ones are equal, `[…]` stands for what is left out.

    The JSON is {"schema_version": 1, "source", "words", "places": [{"at", "text", "quoted",
    "words", "before", "after"}], "nearest": the same with "score", or null}.

    Exit code: 0 found, 1 not found (the nearest wording is shown), 2 the text is not there, or
    another fault.
    """
    paragraphs = read_text(source, folder=folder, added=texts)
    wanted = " ".join(words)
    found = places(wanted, paragraphs)
    near = None if found else nearest_place(wanted, paragraphs)
    if form == "json":
        put_json(
            {
                "source": source,
                "words": wanted,
                "places": [_facts(place) for place in found],
                "nearest": {**_facts(near[0]), "score": near[1]} if near else None,
            }
        )
    else:
        put_rows(_rows([near[0]] if near else list(found), page_width(columns)))
    if not found:
        say(f"claimtrack: {_missed(near)}")
    return CLEAN if found else FOUND


def _rows(found: list[Place], width: int) -> Iterator[Row]:
    for number, place in enumerate(found):
        if number:
            yield ()
        yield from place_rows(place, width=width)
        if remark(place):
            yield ((f"  ({remark(place)})", "yellow"),)
        yield from pasted_rows(place)


def _missed(near: tuple[Place, float] | None) -> str:
    if near is None:
        return "these words are not in the text, nor anything like them"
    return f"these words are not in the text; the nearest are {near[1]:.0%} alike"


def _facts(place: Place) -> dict[str, Json]:
    return {
        "at": str(place.at),
        "text": place.text,
        "quoted": place.quoted,
        "words": place.words,
        "before": place.before,
        "after": place.after,
    }
