"""A part of a view under a heading of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.report.rows import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.report.rows import Row


def section(heading: str, lines: Iterable[str], *, width: int) -> tuple[Row, ...]:
    """Return items under a heading, parted from what is above; nothing where there are none."""
    rows: tuple[Row, ...] = ()
    for line in lines:
        rows += wrapped([line], width, indent=2, hang=2)
    return headed(heading, rows)


def note_section(note: str | None, *, width: int) -> tuple[Row, ...]:
    """Return a record's note under its heading; nothing where it has none."""
    return headed("Note", wrapped([note], width, indent=2)) if note else ()


def headed(heading: str, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Return rows under a heading; nothing where there are none."""
    return ((), ((heading, "bold"),), *rows) if rows else ()
