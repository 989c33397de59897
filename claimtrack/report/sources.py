"""A source: what it is, and what was read in it, place by place."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from claimtrack.report.phrases import joined, names_source
from claimtrack.report.reviews import review_lines
from claimtrack.report.rows import wrapped
from claimtrack.report.sections import headed, note_section, section
from claimtrack.report.utterances import answer_rows, by_heading, question_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.corpus.corpus import Corpus
    from claimtrack.corpus.index import Utterance
    from claimtrack.model.locators import Locator
    from claimtrack.model.sources import Source
    from claimtrack.report.rows import Row

#: A place in a source, and the rows of what stands there.
_Block: TypeAlias = "tuple[Locator | None, tuple[Row, ...]]"


def source_rows(source: Source, corpus: Corpus, *, width: int) -> tuple[Row, ...]:
    """Return a source: how it is described, what was read in it, and what was passed over."""
    rows = wrapped([(source.title, "bold")], width)
    rows += wrapped([" · ".join(_known(source, corpus))], width, hang=2)
    rows += section("Text", _text(source), width=width)
    rows += note_section(source.note, width=width)
    blocks = [(_placed(at), block) for at, block in _blocks(source, corpus, width)]
    rows += headed("Read in it", by_heading(blocks, width)[1:])
    return rows + section("Reviews", review_lines(source), width=width)


def _known(source: Source, corpus: Corpus) -> Iterator[str]:
    yield f"source:{source.id}"
    if source.type:
        yield f"type: {source.type}"
    if source.authors:
        yield f"by {joined([corpus.name_of(author) for author in source.authors])}"
    if source.publisher:
        yield f"published by {corpus.name_of(source.publisher)}"
    if source.published:
        yield f"published {source.published}"
    if source.language:
        yield f"language: {source.language}"
    if source.derived_from:
        yield f"derived from {joined(source.derived_from)}"
    if source.reliability:
        yield f"reliability: {source.reliability}"


def _text(source: Source) -> Iterator[str]:
    if source.url:
        yield source.url
    for copy in source.archived:
        yield f"archived{f' {copy.date}' if copy.date else ''}: {copy.url}"
    if source.retrieved:
        yield f"retrieved {source.retrieved}"
    if source.text:
        yield f"file {source.text.file}"


def _blocks(source: Source, corpus: Corpus, width: int) -> list[_Block]:
    """Return what was read and what was passed over, in the order of the places."""
    read: list[_Block] = [
        (item.attribution.at, _read(item, corpus, width - 2))
        for item in corpus.index.read_in.get(source.id, ())
    ]
    passed_over: list[_Block] = [
        (item.at, wrapped([f"passed over: {item.reason}"], width - 2, hang=2))
        for item in source.passed_over
    ]
    return sorted(
        read + passed_over,
        key=lambda block: (block[0] is None, block[0].sort_key if block[0] else ()),
    )


def _read(item: Utterance, corpus: Corpus, width: int) -> tuple[Row, ...]:
    unnamed = names_source(item.attribution, corpus)
    who = "the author" if unnamed else corpus.who(item.attribution)
    return question_rows(item, width=width) + answer_rows(
        item, corpus, width=width, who=who, where=""
    )


def _placed(at: Locator | None) -> str:
    return str(at) if at else "without a place"
