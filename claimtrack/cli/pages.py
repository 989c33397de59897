"""The rows of a view to the lines that are printed, in the width that there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from claimtrack.cli.lines import Line
from claimtrack.cli.terminal import on_terminal, put, width
from claimtrack.report.views import WIDTH

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.report.rows import Row

#: The narrowest page that still holds words.
NARROWEST = 36

#: The option that sets how wide a page is.
width_option = click.option(
    "--width",
    "columns",
    type=click.IntRange(min=NARROWEST, max=1000),
    help=f"Columns of a line. [default: the terminal's; {WIDTH} where there is none]",
)


def page_width(columns: int | None) -> int:
    """Return how many columns a page has: those asked for, or those of the terminal."""
    return columns or (max(width(), NARROWEST) if on_terminal() else WIDTH)


def put_rows(rows: Iterable[Row]) -> None:
    """Print rows, without spaces at their ends."""
    put(Line(pieces=_stripped(row)) for row in rows)


def _stripped(row: Row) -> Row:
    if not row:
        return row
    *rest, (text, style) = row
    return (*rest, (text.rstrip(" "), style))
