"""Attributions away from their claim: each with the question and the answer that it gives."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from claimtrack.report.attributions import detail_rows, read_in
from claimtrack.report.phrases import occasion, stance_of
from claimtrack.report.rows import indented, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.corpus.corpus import Corpus
    from claimtrack.corpus.index import Utterance
    from claimtrack.report.rows import Row
    from claimtrack.report.words import Piece


def question_rows(item: Utterance, *, width: int) -> tuple[Row, ...]:
    """Return the question, and the id by which its version is found."""
    about: list[Piece | str] = [item.claim.question, (f" [{item.claim.id}#{item.version}]", "dim")]
    return wrapped(about, width, hang=2)


def answer_rows(
    item: Utterance, corpus: Corpus, *, width: int, who: str = "", where: str | None = None
) -> tuple[Row, ...]:
    """Return what stance is taken to which answer, and below it by whom, how, and where read.

    Without `who`, only the occasion is told; `where` stands instead of the source and place.
    """
    attribution = item.attribution
    stance, style = stance_of(attribution)
    statement = item.claim.versions[item.version].statement
    rows = wrapped([(stance, style), ": ", (statement, "bold")], width, hang=2)
    told = ", ".join(part for part in (who, *occasion(attribution, corpus)) if part)
    if told:
        rows += wrapped([told], width, indent=2, hang=2)
    where = read_in(attribution, corpus) if where is None else where
    return rows + detail_rows(attribution, corpus, width=width, where=where)


def by_heading(items: Iterable[tuple[str, tuple[Row, ...]]], width: int) -> tuple[Row, ...]:
    """Return blocks of rows under their headings, each told once for those that follow it."""
    rows: tuple[Row, ...] = ()
    for heading, group in groupby(items, lambda item: item[0]):
        rows += ((), *wrapped([(heading, "underline")], width, hang=2))
        for number, (_, block) in enumerate(group):
            rows += ((),) if number else ()
            rows += indented(block, 2)
    return rows
