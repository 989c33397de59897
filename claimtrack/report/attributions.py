"""Attributions: who says it, how, on whose word, in what words, and where it was read."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from claimtrack.report.measure import columns, cut
from claimtrack.report.phrases import (
    TITLE,
    chain,
    hedges,
    names_source,
    occasion,
    title_of,
    words,
)
from claimtrack.report.rows import indented, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimtrack.corpus.corpus import Corpus
    from claimtrack.model.attributions import Attribution
    from claimtrack.report.rows import Row
    from claimtrack.report.words import Piece


def attributions_rows(
    attributions: Iterable[Attribution], corpus: Corpus, *, width: int
) -> tuple[Row, ...]:
    """Return attributions without their stance: who, and below it how and where, place by place.

    A name is told once for all that follow under it.
    """
    rows: tuple[Row, ...] = ()
    for name, group in groupby(attributions, corpus.who):
        items = list(group)
        if len(items) == 1:
            rows += _single_rows(items[0], corpus, width=width)
        else:
            rows += wrapped([(name, "bold")], width, hang=2)
            for item in items:
                rows += indented(_placed_rows(item, corpus, width=width - 2), 2)
    return rows


def _single_rows(attribution: Attribution, corpus: Corpus, *, width: int) -> tuple[Row, ...]:
    asides = "".join(f", {part}" for part in occasion(attribution, corpus))
    who = wrapped([(corpus.who(attribution), "bold"), asides], width, hang=2)
    where = read_in(attribution, corpus)
    return who + detail_rows(attribution, corpus, width=width, where=where)


def _placed_rows(attribution: Attribution, corpus: Corpus, *, width: int) -> tuple[Row, ...]:
    asides = "".join(f", {part}" for part in occasion(attribution, corpus))
    where = wrapped([(read_in(attribution, corpus), "dim"), asides], width, hang=2)
    return where + detail_rows(attribution, corpus, width=width, where="")


def detail_rows(
    attribution: Attribution, corpus: Corpus, *, width: int, where: str
) -> tuple[Row, ...]:
    """Return what stands below the name of who speaks: hedges, chain, words, place, note."""
    rows: tuple[Row, ...] = ()
    for text, style in _details(attribution, corpus, where):
        rows += wrapped([(text, style)], width - 2, hang=2)
    return indented(rows, 2)


def read_in(attribution: Attribution, corpus: Corpus) -> str:
    """Return the title of the source, unless the author's name holds it, and the place."""
    title = _short(title_of(attribution.source, corpus))
    told = [] if names_source(attribution, corpus) and attribution.at else [title]
    return ", ".join([*told, *([str(attribution.at)] if attribution.at else [])])


def _short(title: str) -> str:
    """Cut a long title; a description keeps its closing bracket."""
    if columns(title) > TITLE and title.startswith("[") and title.endswith("]"):
        return f"{cut(title[:-1], TITLE - 1)}]"
    return cut(title, TITLE)


def _details(attribution: Attribution, corpus: Corpus, where: str) -> Iterator[Piece]:
    if hedges(attribution):
        yield f"~ {'; '.join(hedges(attribution))}", "yellow"
    if attribution.citing or attribution.via:
        yield chain(attribution, corpus), ""
    if attribution.quote or attribution.cue:
        yield words(attribution), "italic"
    if where:
        yield where, "dim"
    if attribution.credibility:
        yield f"credibility of the information: {attribution.credibility} of 6", "dim"
    if attribution.note:
        yield f"note: {attribution.note}", "dim"
