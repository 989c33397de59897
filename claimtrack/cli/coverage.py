"""`claimtrack coverage`: which paragraphs of a source were read, passed over, or neither."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import click

from claimtrack.analysis.coverage import coverage_of
from claimtrack.cli.corpora import corpus_option, corpus_root, open_corpus
from claimtrack.cli.exits import CLEAN, FOUND
from claimtrack.cli.jsonoutput import put_json
from claimtrack.cli.naming import require
from claimtrack.cli.pages import page_width, put_rows, width_option
from claimtrack.cli.terminal import on_terminal, say
from claimtrack.cli.textfolders import texts_of, texts_option
from claimtrack.corpus.texts import FoundText, MissingText
from claimtrack.report.coverage import coverage_rows, total_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from claimtrack.analysis.coverage import Coverage
    from claimtrack.corpus.corpus import Corpus
    from claimtrack.model.sources import Source
    from claimtrack.report.listings import Json
    from claimtrack.report.rows import Row


@click.command("coverage", short_help="Tell which paragraphs of a source were read.")
@click.argument("sources", metavar="[SOURCE]...", nargs=-1)
@texts_option
@corpus_option
@width_option
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print."
)
def command(
    sources: tuple[str, ...],
    *,
    texts: tuple[Path, ...],
    folder: Path | None,
    columns: int | None,
    form: str,
) -> int:
    """Tell of every paragraph of SOURCE what was read in it; without one, of all sources.

    A paragraph has attributions placed in it, or was passed over for a reason, or is unread. An
    attribution at several paragraphs counts in each. A text that is not there is told of up to
    the last paragraph that the records name, and is never complete. On a terminal a strip shows
    all paragraphs at once.

    The JSON is {"schema_version": 1, "complete", "sources": [{"id", "title", "text": {"file",
    "agrees", "missing"} or null, "complete", "last", "attributions", "elsewhere", "beyond",
    "unread": [[first, last]], "paragraphs": [{"number", "state", "attributions", "passed_over",
    "text"}]}]}; a state is "read", "passed-over" or "unread".

    Exit code: 0 every paragraph is accounted for, 1 something is unread, or not known because the
    text is not there, 2 a fault of usage, configuration or machine.
    """
    corpus = open_corpus(corpus_root(folder))
    told = tuple(_coverages(sources, corpus, texts))
    complete = all(coverage.is_complete for coverage in told)
    if form == "json":
        put_json({"complete": complete, "sources": [_facts(coverage) for coverage in told]})
    else:
        put_rows(_rows(told, page_width(columns)))
    if not told:
        say("claimtrack: no sources are there")
    return CLEAN if complete else FOUND


def _coverages(sources: Sequence[str], corpus: Corpus, added: Sequence[Path]) -> Iterator[Coverage]:
    texts = texts_of(corpus, added)
    ids = dict.fromkeys(name.removeprefix("source:") for name in sources)
    for name in ids or corpus.sources:
        source = cast("Source", require("source", name, corpus=corpus))
        text = texts.find(source.text) if source.text else None
        yield coverage_of(source, corpus.index.read_in.get(source.id, ()), text)


def _rows(told: Sequence[Coverage], width: int) -> Iterator[Row]:
    for coverage in told:
        yield from coverage_rows(coverage, width=width, picture=on_terminal())
        if len(told) > 1:
            yield ()
    if len(told) > 1:
        yield from total_rows(told, width=width)


def _facts(coverage: Coverage) -> dict[str, Json]:
    return {
        "id": coverage.source.id,
        "title": coverage.source.title,
        "text": _text(coverage),
        "complete": coverage.is_complete,
        "last": coverage.last,
        "attributions": coverage.attributions,
        "elsewhere": coverage.elsewhere,
        "beyond": coverage.beyond,
        "unread": coverage.unread,
        "paragraphs": [
            {
                "number": paragraph.number,
                "state": paragraph.state,
                "attributions": paragraph.attributions,
                "passed_over": paragraph.passed_over,
                "text": paragraph.text,
            }
            for paragraph in coverage.paragraphs
        ],
    }


def _text(coverage: Coverage) -> Json:
    match coverage.text:
        case FoundText(file=file, agrees=agrees):
            return {"file": file, "agrees": agrees, "missing": None}
        case MissingText(file=file, reason=reason):
            return {"file": file, "agrees": None, "missing": reason}
    return None
