"""The concordance of a corpus: who is spelt how, and what records and texts lack of each other."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from claimtrack.model.locators import Locator
from claimtrack.report.phrases import counted
from claimtrack.report.rows import wrapped
from claimtrack.report.sections import headed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimtrack.analysis.concordance import Concordance, Spelling, Spelt, Unexplained
    from claimtrack.report.rows import Row
    from claimtrack.report.words import Piece

_TIMES = "×"  # noqa: RUF001 - the sign itself
#: The most runs of paragraphs that are named for one spelling.
_MOST_RUNS = 12


def concordance_rows(told: Concordance, *, width: int) -> tuple[Row, ...]:
    """Return the spellings by bearer and source, then the worklist, then aliases in no text."""
    rows: list[Row] = []
    for spelt in told.spelt:
        rows += _spelt_rows(spelt, width)
    worklist = tuple(row for item in told.unexplained for row in _unexplained_rows(item, width))
    rows += headed("Names that no record accounts for", worklist)
    unused = tuple(
        row for line in _unused(told) for row in wrapped([line], width, hang=2, indent=2)
    )
    rows += headed("Aliases that occur in no text", unused)
    return tuple(rows)


def summary(told: Concordance, texts: int) -> str:
    """Return in one line what there is.

    The number of texts is that of those that were there.
    """
    return (
        f"{counted(len(told.unexplained), 'name')} in {counted(texts, 'text')} "
        f"that no record accounts for, {_unused_count(told)} in no text"
    )


def paragraphs(at: Iterable[int]) -> str:
    """Return the paragraphs in which something stands, each once, the first where there are many.

    >>> paragraphs([3, 3, 4, 7]), paragraphs(range(1, 40, 2))
    ('3-4, 7', '1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23 …')
    """
    spans: list[tuple[int, int]] = []
    for number in sorted(set(at)):
        if spans and spans[-1][1] == number - 1:
            spans[-1] = (spans[-1][0], number)
        else:
            spans.append((number, number))
    shown = str(Locator(label="paragraph", spans=tuple(spans[:_MOST_RUNS]))).partition(" ")[2]
    return f"{shown} …" if len(spans) > _MOST_RUNS else shown


def _spelt_rows(spelt: Spelt, width: int) -> Iterator[Row]:
    headline: list[Piece | str] = [(spelt.name, "bold"), (f" ({spelt.kind}:{spelt.id})", "dim")]
    yield from wrapped(headline, width, hang=2)
    by_source: dict[str, list[Spelling]] = defaultdict(list)
    for spelling in spelt.spellings:
        by_source[spelling.source].append(spelling)
    for source, spellings in by_source.items():
        line: list[Piece | str] = [f"{source}: "]
        for number, spelling in enumerate(spellings):
            line += [", " if number else "", (spelling.text, "bold"), f" {_TIMES}{_use(spelling)}"]
        yield from wrapped(line, width, indent=2, hang=2)


def _unexplained_rows(item: Unexplained, width: int) -> tuple[Row, ...]:
    uses = "; ".join(f"{use.source} {_use(use)}" for use in item.uses)
    line: list[Piece | str] = [(item.text, "bold yellow"), f" {_TIMES}{item.count}: {uses}"]
    if item.perhaps:
        line.append((f"; perhaps {' or '.join(item.perhaps)}", "cyan"))
    return wrapped(line, width, indent=2, hang=2)


def _use(spelling: Spelling) -> str:
    shared = ", ".join(spelling.shared_with)
    also = f", also {shared}" if shared else ""
    return f"{len(spelling.at)} (§ {paragraphs(spelling.at)}{also})"


def _unused(told: Concordance) -> Iterator[str]:
    for item in told.unused:
        yield f"{item.alias} ({item.kind}:{item.id})"
    for name in told.unused_others:
        yield f"{name} (`other_names` of the manifest)"


def _unused_count(told: Concordance) -> str:
    number = len(told.unused) + len(told.unused_others)
    return "1 alias" if number == 1 else f"{number} aliases"
