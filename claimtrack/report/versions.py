"""The versions of a claim: each answer with everyone who gives, denies or doubts it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from claimtrack.model.quantities import Quantity
from claimtrack.report.attributions import attributions_rows
from claimtrack.report.measure import runs_right_to_left
from claimtrack.report.phrases import joined, stance_of
from claimtrack.report.rows import GUTTER, beside, indented, plain_text, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimtrack.corpus.corpus import Corpus
    from claimtrack.model.claims import Claim, Value, Version
    from claimtrack.report.rows import Row

#: A column of a version is at least so wide.
LEAST_COLUMN = 36


def versions_rows(claim: Claim, corpus: Corpus, *, width: int) -> tuple[Row, ...]:
    """Return the versions side by side where the width allows it, else below each other.

    Versions with text that runs from right to left stand below each other: a terminal would turn
    the columns beside it round as well.
    """
    ids = list(claim.versions)
    abreast = max(1, min(len(ids), (width + len(GUTTER)) // (LEAST_COLUMN + len(GUTTER))))
    column = (width - (abreast - 1) * len(GUTTER)) // abreast
    cells = [version_rows(claim, name, corpus=corpus, width=column) for name in ids]
    if abreast > 1 and any(runs_right_to_left(plain_text(row)) for cell in cells for row in cell):
        cells = [version_rows(claim, name, corpus=corpus, width=width) for name in ids]
        abreast, column = 1, width
    rows: tuple[Row, ...] = ()
    for start in range(0, len(cells), abreast):
        rows += ((),) if start else ()
        rows += _band(cells[start : start + abreast], column)
    return rows


def version_rows(claim: Claim, name: str, *, corpus: Corpus, width: int) -> tuple[Row, ...]:
    """Return one version: its answer, what it covers, and who says what of it."""
    version = claim.versions[name]
    rows = wrapped([(name, "bold underline")], width)
    rows += wrapped([(version.statement, "bold")], width)
    for line in _terms(claim, version, corpus):
        rows += wrapped([line], width, hang=2)
    for _, group in groupby(version.attributions, lambda item: item.stance):
        attributions = list(group)
        rows += ((), *wrapped([stance_of(attributions[0])], width))
        rows += indented(attributions_rows(attributions, corpus, width=width - 2), 2)
    return rows


def value_text(claim: Claim, value: Value, *, corpus: Corpus) -> str:
    """Return the value of a version in words, with what is counted."""
    match value:
        case bool():
            return "yes" if value else "no"
        case tuple():
            return joined([corpus.name_of(speaker) for speaker in value])
        case Quantity(form="order") if claim.unit:
            return f"{value} ({claim.unit})"
        case _:
            return f"{value} {claim.unit}" if claim.unit else str(value)


def _band(cells: Sequence[tuple[Row, ...]], column: int) -> tuple[Row, ...]:
    return beside(cells, column) if len(cells) > 1 else cells[0]


def _terms(claim: Claim, version: Version, corpus: Corpus) -> Iterator[str]:
    if version.value is not None:
        yield f"value: {value_text(claim, version.value, corpus=corpus)}"
    if version.scope:
        yield f"scope: {version.scope}"
    if version.relative_to:
        yield f"relative to {version.relative_to}"
    if version.as_of:
        yield f"as of {version.as_of}"
    if version.horizon:
        yield f"horizon: {version.horizon}"
    if version.condition:
        yield f"condition: {version.condition}"
    if version.broader:
        yield f'a more exact form of "{version.broader}"'
    if version.retired:
        yield f"withdrawn from the record {version.retired.date}: {version.retired.reason}"
    if version.note:
        yield f"note: {version.note}"
